import { CONTRACT_VERSION } from '../../src/contract/answer';
import type { JobView } from '../../src/contract/district';
import { typeBeside } from '../../src/demo/people/typing';
import type { SpreadsheetData } from '../../src/local/sheets/model/book';
import { readLog } from '../../src/workbook/log-tab';
import { agree } from '../committee/base-book';
import { bookNamed, digest, districtTab, hasFormula, recordsOf, seen, tabIn, type Seen } from './books';
import { GENERAL, gradeAndSend } from './grading';
import { assess, register, typedBy } from './sheets';
import {
  GRADING_DAY,
  handle,
  must,
  openedDistrict,
  ROLE_ACCOUNT,
  SECRETARY,
  SELF_DAY,
  STAFF,
  STRANGER,
  valueOf,
  WAVE,
  type SmallDistrict,
} from './small-district';

const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const INTAKE = 'Sổ tiếp nhận phiếu 2014';
const NAME = 'Nguyễn Thị Ánh';
const EVIDENCE = 'Minh chứng riêng của Ánh';
const REMARK = 'Nhận xét riêng về Ánh';
const OWN_WORDS = 'Việc riêng của Ánh';
const PROPOSAL = 'Ánh chuyển đi học xa';
const TRACES = [NAME, EVIDENCE, REMARK, OWN_WORDS, PROPOSAL, 'Bài dài của Ánh', '05/09/1994'];
const LONG = `Bài dài của Ánh ${'a'.repeat(50_001)}`;
let pressed = 0;

function asCommittee(district: SmallDistrict, fn: string, body: object): void {
  const { workspace } = district;
  const project = Object.values(workspace.state.projects).find((one) => one.kind === 'addon')?.id ?? '';
  const result = workspace.run(project, fn, {
    as: SECRETARY,
    args: [JSON.stringify({ v: CONTRACT_VERSION, body: { wave: WAVE.code, branch: 'P05-KP1', ...body } })],
    from: 'page',
    document: bookNamed(workspace, P05).id,
  });
  if (!result.ok || !JSON.parse(String(result.value)).ok)
    throw new Error(String(result.value) + result.error?.message);
}

/** DV-01 registered in own words, sent long evidence and was graded with a remark and a reason; all of it is collected. */
function withTraces(): SmallDistrict {
  const district = openedDistrict();
  const { workspace } = district;
  for (const code of GENERAL) register(district, typedBy(code));
  register(district, typedBy('DV-01', { code: '' }), OWN_WORDS);
  // Nobody knows whose this one is, and he is among the nearest.
  register(district, typedBy('DV-01', { birthDate: '05/09/1993' }));
  must(district.press('collect', WAVE.code));
  workspace.setClock(SELF_DAY);
  must(district.press('collect', WAVE.code));
  for (const code of GENERAL) assess(district, typedBy(code));
  assess(district, typedBy('DV-01'), EVIDENCE);
  assess(district, typedBy('DV-01'), LONG);
  must(district.press('collect', WAVE.code));
  must(district.press('push', WAVE.code));
  workspace.setClock(GRADING_DAY);
  gradeAndSend(district, 'CTY-CD', 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông', 'bi.thu.cty@vidu.vn');
  asCommittee(district, 'saveGrades', {
    operation: 'c'.repeat(32),
    grades: [
      agree('DV-01', {
        kind: 'grade',
        reason: REMARK,
        data: { selfClass: 'AVERAGE', submission: '', remark: REMARK },
      } as never),
      agree('DV-02'),
    ],
    lastSeen: 0,
  });
  asCommittee(district, 'record', {
    operation: 'd'.repeat(32),
    record: {
      kind: 'rosterProposal',
      member: 'DV-01',
      text: PROPOSAL,
      data: { proposal: 'LEAVE', fullName: NAME, birthDate: '1994-09-05' },
    },
  });
  must(district.press('collectLedgers', WAVE.code));
  must(district.press('summarise', WAVE.code));
  workspace.setClock(workspace.now() + 3_600_000);
  return district;
}

let played: {
  readonly state: ReturnType<SmallDistrict['workspace']['snapshot']>;
  readonly district: SmallDistrict;
} | null = null;

function traces(): SmallDistrict {
  if (!played) {
    const district = withTraces();
    played = { district, state: district.workspace.snapshot() };
  }
  const { district, state } = played;
  district.workspace.restore(state);
  return handle(district.workspace, district.book, district.project);
}

function erase(district: SmallDistrict, member = 'DV-01', why = 'Đơn ngày 20/4/2014'): JobView {
  pressed += 1;
  const operation = pressed.toString(16).padStart(32, 'e');
  let view = valueOf(
    district.ask('startJob', { job: 'erase', wave: '', operation, answers: { member, why } }),
  );
  while (view.state === 'RUNNING') view = valueOf(district.ask('continueJob', { key: view.key }));
  return view;
}

/** Where in the role account's files a text still stands. */
function placesOf({ workspace }: SmallDistrict, text: string): readonly string[] {
  return Object.values(workspace.state.files).flatMap((file) => {
    if (file.kind !== 'spreadsheet') return JSON.stringify(file).includes(text) ? [file.name] : [];
    return (file.data as SpreadsheetData).sheets.flatMap((sheet) =>
      sheet.rows.flatMap((row, index) =>
        (row?.v ?? []).some((cell) => String(seen(cell)).includes(text))
          ? [`${file.name} ${sheet.name} ${index + 1}`]
          : [],
      ),
    );
  });
}

function resultsOf(district: SmallDistrict): readonly Readonly<Record<string, Seen>>[] {
  return recordsOf(districtTab(district, 'Kết quả đoàn viên')).map(({ fullName: _fullName, ...row }) => row);
}

describe('data erased at a member’s request', () => {
  it('are in no workbook, no log and no form’s store any more', () => {
    const district = traces();
    const before = TRACES.map((text) => placesOf(district, text).length);

    must(erase(district));

    expect(before.every((places) => places > 0)).toBe(true);
    for (const text of TRACES) expect([text, placesOf(district, text)]).toEqual([text, []]);
  });

  it('are not in what is kept of the year’s decisions either', () => {
    const district = traces();
    must(district.press('year'));
    const year = { file: district.book, title: 'Tổng hợp năm', as: STAFF };
    const own = { header: 'Mã đoàn viên', text: 'DV-01' };
    typeBeside(district.workspace, year, own, { header: 'Lý do', text: 'Ánh có hoàn cảnh riêng' });
    must(district.press('year'));
    const before = placesOf(district, 'Ánh có hoàn cảnh');

    must(erase(district));

    expect(before).toHaveLength(2);
    expect(placesOf(district, 'Ánh có hoàn cảnh')).toEqual([]);
  });

  it('leave every row, number and figure as it was', () => {
    const district = traces();
    const rowsBefore = recordsOf(
      tabIn(bookNamed(district.workspace, P05).data, 'Sổ Chi đoàn Khu phố 1 2014'),
      2,
    );
    const sheets = recordsOf(tabIn(bookNamed(district.workspace, INTAKE).data, 'Tự đánh giá – Đợt I')).length;
    const results = resultsOf(district);
    const summary = JSON.stringify(districtTab(district, 'Tổng hợp Đợt I').rows.slice(3));

    must(erase(district));
    must(district.press('push', WAVE.code));
    must(district.press('collectLedgers', WAVE.code));
    must(district.press('summarise', WAVE.code));

    const rows = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Sổ Chi đoàn Khu phố 1 2014'), 2);
    expect(rows.map((row) => [row.seq, row.subject, row.R1, row.class, row.check])).toEqual(
      rowsBefore.map((row) => [row.seq, row.subject, row.R1, row.class, row.check]),
    );
    expect(recordsOf(tabIn(bookNamed(district.workspace, INTAKE).data, 'Tự đánh giá – Đợt I'))).toHaveLength(
      sheets,
    );
    expect(resultsOf(district)).toEqual(results);
    expect(JSON.stringify(districtTab(district, 'Tổng hợp Đợt I').rows.slice(3))).toBe(summary);
    expect(hasFormula(bookNamed(district.workspace, P05).data)).toBe(false);
  });

  it('are no tampering: nothing is reported broken, nothing is restored, and the night brings nothing back', () => {
    const district = traces();

    must(erase(district));
    district.workspace.setClock(district.workspace.now() + 20 * 3_600_000);
    const night = district.run('nightly', ROLE_ACCOUNT);
    const view = must(district.press('collectLedgers', WAVE.code));

    expect(night.ok).toBe(true);
    expect(view.sentence).not.toContain('cần xem lại');
    expect(view.sentence).not.toContain('khôi phục');
    const acts = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Sổ Quận 2014'));
    expect(acts.map((row) => [row.kind, row.subject, row.reason])).toEqual([
      ['Xóa theo yêu cầu', 'DV-01', 'Đơn ngày 20/4/2014'],
    ]);
    const log = readLog(
      districtTab(district, 'Nhật ký').rows.map((row) => (row?.v ?? []).map((cell) => seen(cell))),
    );
    expect(log.entries.length).toBeGreaterThan(3);
    expect(log.brokenRows).toEqual([]);
    for (const text of [NAME, EVIDENCE, REMARK, OWN_WORDS, 'Bài dài của Ánh'])
      expect([text, placesOf(district, text)]).toEqual([text, []]);
  });

  it('stay erased when the row is deleted by hand afterwards: Khôi phục brings the figures back and no words', () => {
    const district = traces();
    must(erase(district));
    const ledger = tabIn(bookNamed(district.workspace, P05).data, 'Sổ Chi đoàn Khu phố 1 2014');
    const before = resultsOf(district);
    ledger.rows.splice(
      ledger.rows.findIndex((row) => (row?.v ?? []).some((cell) => seen(cell) === 'DV-01')),
      1,
    );

    must(district.press('collectLedgers', WAVE.code));

    const acts = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Sổ Quận 2014'));
    expect(acts.map((row) => row.kind)).toContain('Khôi phục');
    expect(resultsOf(district)).toEqual(before);
    expect(placesOf(district, REMARK)).toEqual([]);
  });

  it('are found gone by whoever presses again: nothing changes', () => {
    const district = traces();
    must(erase(district));
    const books = JSON.stringify(digest(district.workspace));

    must(erase(district));

    expect(JSON.stringify(digest(district.workspace))).toBe(books);
  });

  it('leave everybody else’s where they are', () => {
    const district = traces();
    const before = placesOf(district, 'Trần Văn Bảo').length;

    must(erase(district));

    expect(before).toBeGreaterThan(3);
    expect(placesOf(district, 'Trần Văn Bảo')).toHaveLength(before);
  });

  it('are the committee’s page’s to show as before, without words', () => {
    const district = traces();
    must(erase(district));

    expect(() =>
      asCommittee(district, 'saveGrades', {
        operation: 'd'.repeat(32),
        grades: [agree('DV-03')],
        lastSeen: 0,
      }),
    ).not.toThrow();
  });
});

describe('an export of what is held on a member', () => {
  const exported = (district: SmallDistrict): readonly Readonly<Record<string, Seen>>[] =>
    recordsOf(tabIn(bookNamed(district.workspace, 'Dữ liệu đang giữ về DV-01').data, 'Dữ liệu đang giữ'));
  const ask = (district: SmallDistrict, member: string): JobView => {
    pressed += 1;
    const operation = pressed.toString(16).padStart(32, 'e');
    return valueOf(
      district.ask('startJob', { job: 'exportMember', wave: '', operation, answers: { member } }),
    );
  };
  const follow = (district: SmallDistrict, view: JobView): JobView =>
    view.state === 'RUNNING'
      ? follow(district, valueOf(district.ask('continueJob', { key: view.key })))
      : view;

  it('holds every text there is of him, from every book, and nobody else’s', () => {
    const district = traces();

    must(follow(district, ask(district, 'DV-01')));

    const rows = exported(district);
    for (const text of [NAME, '05/09/1994', EVIDENCE, REMARK, OWN_WORDS, 'Bài dài của Ánh'])
      expect([text, rows.some((row) => String(row.text).includes(text))]).toEqual([text, true]);
    expect(rows.filter((row) => row.field === 'Họ và tên').map((row) => row.text)).not.toContain(
      'Trần Văn Bảo',
    );
    expect(new Set(rows.map((row) => row.place))).toEqual(
      new Set([
        'Sổ Quận đoàn – Đoàn viên',
        'Sổ Quận đoàn – Kết quả đoàn viên',
        'Sổ tiếp nhận phiếu 2014 – Phần chữ dài',
        'Sổ tiếp nhận phiếu 2014 – Đăng ký – Đợt I',
        'Sổ tiếp nhận phiếu 2014 – Tự đánh giá – Đợt I',
        'Sổ cơ sở Đoàn Phường 5 – Đợt I',
        'Sổ cơ sở Đoàn Phường 5 – Sổ Chi đoàn Khu phố 1 2014',
      ]),
    );
  });

  it('holds his year, under the headers of the tab', () => {
    const district = traces();
    must(district.press('year'));

    must(follow(district, ask(district, 'DV-01')));

    const year = exported(district).filter((row) => row.place === 'Sổ Quận đoàn – Tổng hợp năm');
    expect(year.map((row) => row.field)).toEqual(
      expect.arrayContaining(['Mã đoàn viên', 'Họ và tên', 'Đợt I']),
    );
    expect(year.find((row) => row.field === 'Họ và tên')?.text).toBe(NAME);
  });

  it('is one file however often it is asked for, and goes with the erasure', () => {
    const district = traces();
    must(follow(district, ask(district, 'DV-01')));
    must(follow(district, ask(district, 'DV-01')));
    const before = exported(district).length;

    must(erase(district));

    expect(before).toBeGreaterThan(40);
    expect(() => exported(district)).toThrow('0 files');
    expect(placesOf(district, REMARK)).toEqual([]);
  });

  it('says of whom there is nothing', () => {
    const district = traces();

    expect(follow(district, ask(district, 'DV-99')).problems.map(({ code }) => code)).toEqual([
      'UNKNOWN_MEMBER',
    ]);
    expect(follow(district, ask(district, '')).problems.map(({ code }) => code)).toEqual(['FIELD_MISSING']);
  });
});

describe('who asks for an erasure', () => {
  it('says whose and why, of somebody who is in the roster', () => {
    const district = traces();
    const books = JSON.stringify(digest(district.workspace));

    expect(erase(district, '').problems.map(({ code }) => code)).toEqual(['FIELD_MISSING']);
    expect(erase(district, 'DV-99').problems.map(({ code }) => code)).toEqual(['UNKNOWN_MEMBER']);
    expect(erase(district, 'DV-01', '').problems.map(({ code }) => code)).toEqual(['REASON_NEEDED']);
    expect(JSON.stringify(digest(district.workspace))).toBe(books);
  });

  it('must be staff', () => {
    const district = traces();
    const asked = {
      job: 'erase',
      wave: '',
      operation: 'f'.repeat(32),
      answers: { member: 'DV-01', why: 'x' },
    } as const;

    expect(() => district.ask('startJob', asked, STRANGER)).toThrow('permission');
  });
});

import { CONTRACT_VERSION } from '../../src/contract/answer';
import type { ConsoleView, JobPreview, JobView } from '../../src/contract/district';
import type { SpreadsheetData } from '../../src/local/sheets/model/book';
import { typeBeside } from '../../src/demo/people/typing';
import { columnBlocks } from '../../src/district/redact-columns';
import { wordsKeptUntil } from '../../src/programme/retention';
import { readLog } from '../../src/workbook/log-tab';
import { agree } from '../committee/base-book';
import { agreeing, phoneDistrict, typeRow } from './by-hand-typing';
import { bookNamed, digest, districtTab, recordsOf, seen, tabIn, type Seen } from './books';
import { GENERAL, gradeAndSend } from './grading';
import { assess, formId, register, typedBy } from './sheets';
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
const CTY = 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông';
const INTAKE = 'Sổ tiếp nhận phiếu 2014';
const LAST_DAY = '2015-12-31T23:00:00+07:00';
const DAY_AFTER = '2016-01-01T08:00:00+07:00';

const OWN_WORDS = 'Trồng rau trên sân thượng';
const EVIDENCE = 'Ảnh chụp buổi trồng rau';
const LONG = `Nhật ký trồng rau ${'a'.repeat(50_001)}`;
const REMARK = 'Nhận xét: chăm chỉ, còn rụt rè';
const DIFFICULTY = 'Chi đoàn chưa có chỗ sinh hoạt';
const ANSWER = 'Mượn hội trường phường, tối thứ Sáu';
const LATE_REASON = 'Hẻm mất điện tối ba mươi mốt';
const TYPED = 'Nghỉ sinh hoạt vì ôn thi';
const YEAR_REASON = 'Có thư khen của phường';
const WORDS = [
  OWN_WORDS,
  EVIDENCE,
  'Nhật ký trồng rau',
  REMARK,
  DIFFICULTY,
  ANSWER,
  LATE_REASON,
  YEAR_REASON,
];

let pressed = 0;
function press(
  district: SmallDistrict,
  job: 'retain' | 'acceptLate' | 'exportMember' | 'archive' | 'newProgramme',
  answers: Readonly<Record<string, string>>,
  wave = '',
): JobView {
  pressed += 1;
  const operation = pressed.toString(16).padStart(32, 'e');
  let view = valueOf(district.ask('startJob', { job, wave, operation, answers }));
  while (view.state === 'RUNNING') view = valueOf(district.ask('continueJob', { key: view.key }));
  return view;
}

const retain = (district: SmallDistrict, year = '2014'): JobView => press(district, 'retain', { year });
const preview = (district: SmallDistrict): JobPreview =>
  valueOf(district.ask('previewJob', { job: 'retain', wave: '' }));
const consoleOf = (district: SmallDistrict): ConsoleView =>
  valueOf(district.ask('consoleState', { wave: WAVE.code }));

/** Whether the console's step offers it, or *Tình trạng* calls for it. */
function offers({ steps, health }: ConsoleView): boolean {
  return steps.some(({ more }) => more.includes('retain')) || health.some(({ job }) => job === 'retain');
}

function asCommittee(district: SmallDistrict, fn: string, branch: string, as: string, body: object): void {
  const { workspace } = district;
  const project = Object.values(workspace.state.projects).find((one) => one.kind === 'addon')?.id ?? '';
  const result = workspace.run(project, fn, {
    as,
    args: [JSON.stringify({ v: CONTRACT_VERSION, body: { wave: WAVE.code, branch, ...body } })],
    from: 'page',
    document: bookNamed(workspace, branch === 'CTY-CD' ? CTY : P05).id,
  });
  if (!result.ok || !JSON.parse(String(result.value)).ok)
    throw new Error(String(result.value) + result.error?.message);
}

/** A wave of the year with every kind of words there is, graded, summarised; not locked. */
function playWave(): SmallDistrict {
  const district = openedDistrict();
  const { workspace } = district;
  for (const code of GENERAL) register(district, typedBy(code), code === 'DV-02' ? OWN_WORDS : '');
  register(district, typedBy('DV-01', { birthDate: '05/09/1993' }), OWN_WORDS);
  must(district.press('collect', WAVE.code));
  must(district.press('push', WAVE.code));
  workspace.setClock('2014-04-01T00:00:30+07:00');
  register(district, typedBy('DV-03'), OWN_WORDS);
  must(district.press('collect', WAVE.code));
  const late = { sheet: '*', decision: 'ACCEPT', why: LATE_REASON };
  valueOf(
    district.ask(
      'startJob',
      { job: 'acceptLate', wave: WAVE.code, operation: 'a'.repeat(32), answers: late },
      STAFF,
    ),
  );
  must(press(district, 'acceptLate', late, WAVE.code));
  district.run('everyFiveMinutes', ROLE_ACCOUNT);
  workspace.setClock(SELF_DAY);
  must(district.press('collect', WAVE.code));
  for (const code of GENERAL) assess(district, typedBy(code), code === 'DV-05' ? LONG : EVIDENCE);
  must(district.press('collect', WAVE.code));
  must(district.press('push', WAVE.code));
  workspace.setClock(GRADING_DAY);
  gradeAndSend(district, 'CTY-CD', CTY, 'bi.thu.cty@vidu.vn');
  asCommittee(district, 'record', 'CTY-CD', 'bi.thu.cty@vidu.vn', {
    operation: 'd'.repeat(32),
    record: { kind: 'difficulty', text: DIFFICULTY },
  });
  asCommittee(district, 'saveGrades', 'P05-KP1', SECRETARY, {
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
  must(district.press('collectLedgers', WAVE.code));
  must(district.press('difficulties', WAVE.code));
  const difficulties = { file: district.book, title: 'Khó khăn, vướng mắc', as: ROLE_ACCOUNT };
  const row = { header: 'Nội dung', text: DIFFICULTY };
  typeBeside(workspace, difficulties, row, { header: 'Trả lời', text: ANSWER });
  typeBeside(workspace, difficulties, row, { header: 'Chia sẻ cho các đơn vị', text: 'Có' });
  must(district.press('difficulties', WAVE.code));
  must(district.press('collectLedgers', WAVE.code));
  must(district.press('summarise', WAVE.code));
  must(district.press('year'));
  typeBeside(
    workspace,
    { file: district.book, title: 'Tổng hợp năm', as: ROLE_ACCOUNT },
    { header: 'Mã đoàn viên', text: 'DV-07' },
    { header: 'Lý do', text: YEAR_REASON },
  );
  // Drawn again, it is kept beside the tab.
  must(district.press('year'));
  return district;
}

type Kept = {
  readonly district: SmallDistrict;
  readonly state: ReturnType<SmallDistrict['workspace']['snapshot']>;
};
let [open, closed]: [Kept | null, Kept | null] = [null, null];

const kept = (district: SmallDistrict): Kept => ({ district, state: district.workspace.snapshot() });
function again({ district, state }: Kept, now: string): SmallDistrict {
  district.workspace.restore(state);
  district.workspace.setClock(now);
  return handle(district.workspace, district.book, district.project);
}

/** The same at a moment, before its wave was locked. */
function openYear(now: string): SmallDistrict {
  open ??= kept(playWave());
  return again(open, now);
}

/** The year locked and archived; somebody asked for what is held on DV-02. */
function closedYear(now = DAY_AFTER): SmallDistrict {
  if (!closed) {
    // Whether a result is late is told from the day it is looked at: by then every day of the wave is over.
    const district = openYear('2014-06-02T08:00:00+07:00');
    must(district.press('lockWave', WAVE.code, 'Chi đoàn Khu phố 2 khuyết Bí thư'));
    must(press(district, 'archive', { year: '2014' }));
    must(press(district, 'exportMember', { member: 'DV-02' }));
    closed = kept(district);
  }
  return again(closed, now);
}

/** Where in the role account's files a text still stands: cells, and the forms' own answers. */
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

/** Figures that must hold: results with names, summaries, the year. */
function figuresOf(district: SmallDistrict) {
  const without = (title: string, keys: readonly string[]): readonly Readonly<Record<string, Seen>>[] =>
    recordsOf(districtTab(district, title)).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key))),
    );
  return {
    results: without('Kết quả đoàn viên', []),
    summary: districtTab(district, 'Tổng hợp Đợt I').rows.slice(3),
    year: without('Tổng hợp năm', ['reason', 'note']),
    folds: recordsOf(districtTab(district, '_gop')).filter(
      ({ name }) => !String(name).startsWith('decided:'),
    ),
    difficulties: without('Khó khăn, vướng mắc', ['text', 'answer']),
  };
}

describe('the words of a year whose time is over', () => {
  it('are in no workbook, no archive, no export, no log and no form’s store any more', () => {
    const district = closedYear();
    const before = WORDS.map((text) => placesOf(district, text).length);
    const beside = placesOf(district, YEAR_REASON).filter((place) => place.includes('_gop'));
    const asked = placesOf(district, LATE_REASON).filter((place) => place.includes('Việc chờ'));
    const ran = JSON.stringify(district.workspace.state.properties).includes(LATE_REASON);

    must(retain(district));

    expect(before.map((places) => places > 0)).toEqual(WORDS.map(() => true));
    expect([beside.length, asked.length, ran]).toEqual([1, 1, true]);
    for (const text of WORDS) expect([text, placesOf(district, text)]).toEqual([text, []]);
    const properties = JSON.stringify(district.workspace.state.properties);
    for (const text of WORDS) expect([text, properties.includes(text)]).toEqual([text, false]);
    const form = district.workspace.state.files[formId(district)]?.data as {
      readonly responses: { readonly ids: readonly string[] };
    };
    expect(form.responses.ids).toHaveLength(0);
  });

  it('leave every class, figure, row, number and name as it was, also when all is collected and summed up anew', () => {
    const district = closedYear();
    const before = JSON.stringify(figuresOf(district));
    const ledger = (): readonly unknown[] =>
      recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Sổ Chi đoàn Khu phố 1 2014'), 2).map(
        (row) => [row.seq, row.at, row.subject, row.R1, row.class, row.check],
      );
    const sheets = (): readonly unknown[] =>
      recordsOf(tabIn(bookNamed(district.workspace, INTAKE).data, 'Tự đánh giá – Đợt I')).map((row) => [
        row.responseId,
        row.sentAt,
        row.member,
        row['level.R1'],
        row.ownClass,
      ]);
    const [rows, sent] = [ledger(), sheets()];

    must(retain(district));
    const erased = JSON.stringify(figuresOf(district));
    for (const job of ['push', 'collectLedgers', 'difficulties', 'summarise'] as const)
      must(district.press(job, WAVE.code));

    expect(erased === before).toBe(true);
    expect(ledger()).toEqual(rows);
    expect(sheets()).toEqual(sent);
    expect(rows.length).toBeGreaterThan(1);
    const { results, year, summary } = figuresOf(district);
    const first = JSON.parse(before) as ReturnType<typeof figuresOf>;
    expect(results).toEqual(first.results);
    expect(JSON.stringify(summary)).toBe(JSON.stringify(first.summary));
    expect(year.map((row) => row.fullName)).toContain('Nguyễn Thị Ánh');
  });

  it('are no tampering, and the night brings none of them back', () => {
    const district = closedYear();

    must(retain(district));
    district.workspace.setClock(district.workspace.now() + 20 * 3_600_000);
    const night = district.run('nightly', ROLE_ACCOUNT);
    const view = must(district.press('collectLedgers', WAVE.code));

    expect(night.ok).toBe(true);
    expect(view.sentence).not.toMatch(/cần xem lại|khôi phục/);
    const log = readLog(
      districtTab(district, 'Nhật ký').rows.map((row) => (row?.v ?? []).map((cell) => seen(cell))),
    );
    expect(log.brokenRows).toEqual([]);
    expect(
      log.entries.filter(({ what }) => what === 'Xóa lời văn đã hết hạn').map(({ detail }) => detail),
    ).toEqual(['Năm 2014, giữ đến hết ngày 31/12/2015']);
    const acts = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Sổ Quận 2014'));
    expect(acts.map(({ kind, subject, reason }) => [kind, subject, reason])).toContainEqual([
      'Xóa theo yêu cầu',
      'P05',
      'Hết hạn giữ nội dung chi tiết năm 2014 (31/12/2015)',
    ]);
    for (const text of WORDS) expect([text, placesOf(district, text)]).toEqual([text, []]);
  });

  it('are found gone by whoever presses again: nothing changes', () => {
    const district = closedYear();
    must(retain(district));
    const books = JSON.stringify(digest(district.workspace));

    const view = must(retain(district));

    expect(view.sentence).toContain('Đã xóa lời văn ở 0 dòng');
    expect(JSON.stringify(digest(district.workspace))).toBe(books);
  });

  it('are gone from what a branch typed on a phone too, and nothing typed is taken over anew', () => {
    const district = phoneDistrict();
    typeRow(district, 'DV-01', agreeing({ class: 'Trung bình', reason: TYPED }));
    must(district.press('collectLedgers', WAVE.code));
    must(district.press('collectLedgers', WAVE.code));
    district.workspace.setClock('2014-06-02T08:00:00+07:00');
    must(district.press('lockWave', WAVE.code, 'Khuyết Bí thư'));
    const [places, results] = [
      placesOf(district, TYPED),
      recordsOf(districtTab(district, 'Kết quả đoàn viên')),
    ];
    district.workspace.setClock(DAY_AFTER);

    must(retain(district));
    must(district.press('collectLedgers', WAVE.code));

    expect(places.filter((place) => place.includes('Nhập tay')).length).toBe(1);
    expect(places.filter((place) => place.includes('Sổ Quận')).length).toBeGreaterThan(1);
    expect(placesOf(district, TYPED)).toEqual([]);
    expect(recordsOf(districtTab(district, 'Kết quả đoàn viên'))).toEqual(results);
  });

  it('cost a few calls a workbook', () => {
    const district = closedYear();
    const { key } = valueOf(
      district.ask('startJob', {
        job: 'retain',
        wave: '',
        operation: 'f'.repeat(32),
        answers: { year: '2014' },
      }),
    );

    const { calls, ok } = district.run('continueJob', ROLE_ACCOUNT, { key });

    expect(ok).toBe(true);
    // The form; five tabs of sheets, a write a tab; of the two units their book, Nhật ký and the list; the archive; what is told: none grows with members.
    expect(calls.byService['Form.deleteAllResponses']).toBe(1);
    expect(calls.byService['Sheets.Spreadsheets.batchUpdate']).toBeLessThanOrEqual(17);
    expect(calls.byService['Sheets.Spreadsheets.Values.batchGetByDataFilter']).toBeLessThanOrEqual(25);
  });
});

describe('a year whose words are still kept', () => {
  it('is refused to the end of the last day', () => {
    const district = closedYear(LAST_DAY);
    const books = JSON.stringify(digest(district.workspace));

    expect(preview(district).problems.map(({ code, data }) => [code, data])).toEqual([
      ['WORDS_STILL_KEPT', { programme: '2014', until: '31/12/2015' }],
    ]);
    expect(retain(district).problems.map(({ code }) => code)).toEqual(['WORDS_STILL_KEPT']);
    expect(retain(district, '').problems.map(({ code }) => code)).toEqual(['FIELD_MISSING']);
    expect(retain(district, '2013').problems.map(({ code }) => code)).toEqual(['NO_CLOSED_YEAR']);
    expect(JSON.stringify(digest(district.workspace))).toBe(books);
    expect(offers(consoleOf(district))).toBe(false);
  });

  it('is refused while a wave of it is not locked', () => {
    const district = openYear(DAY_AFTER);

    expect(preview(district).problems.map(({ code }) => code)).toEqual(['YEAR_NOT_CLOSED']);
    expect(retain(district).problems.map(({ code }) => code)).toEqual(['YEAR_NOT_CLOSED']);
    expect(placesOf(district, EVIDENCE)).not.toEqual([]);
  });

  it('is nobody’s to erase but the staff’s', () => {
    const district = closedYear();
    const asked = {
      job: 'retain',
      wave: '',
      operation: 'f'.repeat(32),
      answers: { year: '2014' },
    } as const;

    expect(() => district.ask('startJob', asked, STRANGER)).toThrow('permission');
  });
});

describe('the console', () => {
  it('says which year is due and how much it is, and is silent once it is done', () => {
    const district = closedYear();
    const asked = preview(district);
    const due = consoleOf(district);

    must(retain(district));
    const done = consoleOf(district);

    expect(asked.problems).toEqual([]);
    expect(asked.fields?.[0]?.value).toBe('2014');
    expect(asked.sentence).toMatch(
      /Năm 2014, giữ đến hết ngày 31\/12\/2015: 20 phiếu, \d+ dòng đánh giá, 2 sổ cơ sở\./,
    );
    expect(due.health.find(({ job }) => job === 'retain')?.text).toContain('năm 2014');
    expect(due.steps.find(({ step }) => step === 'YEAR')?.more).toContain('retain');
    expect(offers(done)).toBe(false);
  });
});

describe('the cells of a column', () => {
  it('are written in blocks: over cells that are right already, not over what is right but otherwise spelt', () => {
    const cells = [
      { row: 4, was: '', now: '' },
      { row: 5, was: 'a', now: '' },
      { row: 6, was: '', now: '' },
      { row: 7, was: 'b', now: '' },
      { row: 8, was: ' x', now: 'x' },
      { row: 9, was: 'c', now: '' },
      { row: 11, was: 'd', now: '' },
      { row: 12, was: '', now: '' },
    ];

    const blocks = columnBlocks(7, 2, cells).map(({ updateCells }) => [
      updateCells?.start?.rowIndex,
      updateCells?.rows?.length,
    ]);

    expect(blocks).toEqual([
      [5, 3],
      [9, 1],
      [11, 1],
    ]);
  });
});

describe('the day to which words are kept', () => {
  it('of a year that is over stays where it was when another year begins', () => {
    const district = closedYear('2015-01-05T08:00:00+07:00');
    must(press(district, 'newProgramme', { year: '2015' }));
    district.workspace.setClock(LAST_DAY);
    const before = retain(district).problems.map(({ code, data }) => [code, data.until]);
    district.workspace.setClock(DAY_AFTER);

    expect(before).toEqual([['WORDS_STILL_KEPT', '31/12/2015']]);
    expect(offers(consoleOf(district))).toBe(true);
    must(retain(district));
    expect(placesOf(district, EVIDENCE)).toEqual([]);
    expect(
      recordsOf(districtTab(district, 'Thiết lập')).find(({ key }) => key === 'Giữ nội dung chi tiết đến')
        ?.value,
    ).toBe(42_735);
  });

  it('is as many years earlier for a year before', () => {
    const kept = { day: '2016-12-31', year: '2015' };

    expect(wordsKeptUntil(kept, '2015')).toBe('2016-12-31');
    expect(wordsKeptUntil(kept, '2014')).toBe('2015-12-31');
    expect(wordsKeptUntil({ day: '', year: '2015' }, '2014')).toBe('');
  });
});

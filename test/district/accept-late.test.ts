import { join } from 'node:path';
import { CONTRACT_VERSION } from '../../src/contract/answer';
import type { JobView } from '../../src/contract/district';
import { submissionShown } from '../../src/programme/submission';
import { momentOfCell } from '../../src/workbook/cells';
import { agree } from '../committee/base-book';
import { assessedDistrict } from './grading';
import { bookNamed, digest, recordsOf, tabIn, type Seen } from './books';
import { assess, register, typedBy } from './sheets';
import {
  must,
  openedDistrict,
  ROLE_ACCOUNT,
  SECRETARY,
  STAFF,
  valueOf,
  WAVE,
  type SmallDistrict,
} from './small-district';

const INTAKE = 'Sổ tiếp nhận phiếu 2014';
const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const WHY = 'Khu phố mất điện tối 31/3';
let pressed = 0;

type Row = Readonly<Record<string, Seen>>;

function rowsOf(district: SmallDistrict, title: string, book = INTAKE): readonly Row[] {
  return recordsOf(tabIn(bookNamed(district.workspace, book).data, title));
}

function member(district: SmallDistrict, code: string): Row | undefined {
  return rowsOf(district, 'Đợt I', P05).find((row) => row.code === code);
}

/** A district in which DV-02 sent a minute too late. */
function withLateSheet(): SmallDistrict {
  const district = openedDistrict();
  register(district, typedBy('DV-01'));
  must(district.press('collect', WAVE.code));
  must(district.press('push', WAVE.code));
  district.workspace.setClock('2014-04-01T00:00:30+07:00');
  register(district, typedBy('DV-02'));
  must(district.press('collect', WAVE.code));
  return district;
}

function say(district: SmallDistrict, decision: string, why = WHY, sheet = '*'): JobView {
  pressed += 1;
  const operation = pressed.toString(16).padStart(32, 'a');
  const answers = { sheet, decision, why };
  let view = valueOf(district.ask('startJob', { job: 'acceptLate', wave: WAVE.code, operation, answers }));
  while (view.state === 'RUNNING') view = valueOf(district.ask('continueJob', { key: view.key }));
  return view;
}

function nameOf(district: SmallDistrict): string {
  const preview = valueOf(district.ask('previewJob', { job: 'acceptLate', wave: WAVE.code }));
  return preview.fields?.[0]?.choices.find(({ label }) => label.includes('DV-02'))?.code ?? '';
}

describe('a sheet sent after the deadline', () => {
  it('is kept apart and does not count, and the list of unmatched sheets leaves it to its own', () => {
    const district = withLateSheet();

    must(district.press('push', WAVE.code));
    const { sheets } = valueOf(district.ask('openUnmatched', { wave: WAVE.code }));
    const preview = valueOf(district.ask('previewJob', { job: 'acceptLate', wave: WAVE.code }));

    expect(sheets).toEqual([]);
    expect(member(district, 'DV-02')?.registeredAt).toBe('');
    expect(preview.sentence).toContain('Có 1 phiếu gửi sau hạn, 1 phiếu chưa xét.');
    expect(preview.fields?.[0]?.choices.map(({ label }) => label)).toEqual([
      'Chưa xét · Trần Văn Bảo (DV-02) · phiếu đăng ký · gửi lúc 01/04/2014 00:00',
    ]);
  });

  it('is not let in without a reason, nor by a name of no sheet', () => {
    const district = withLateSheet();

    expect(say(district, 'ACCEPT', '  ').problems.map(({ code }) => code)).toEqual(['REASON_NEEDED']);
    expect(say(district, 'ACCEPT', WHY, 'nobody@1').problems.map(({ code }) => code)).toEqual([
      'NO_LATE_SHEET',
    ]);
    expect(say(district, 'XYZ').problems.map(({ code }) => code)).toEqual(['FIELD_MISSING']);
    expect(rowsOf(district, 'Phiếu gửi sau hạn')).toEqual([]);
  });

  it('counts once let in, as a record of its own: its row stays as it came', () => {
    const district = withLateSheet();
    const before = rowsOf(district, 'Đăng ký – Đợt I');

    must(say(district, 'ACCEPT'));

    expect(member(district, 'DV-02')?.registeredAt).not.toBe('');
    expect(rowsOf(district, 'Đăng ký – Đợt I')).toEqual(before);
    expect(
      rowsOf(district, 'Phiếu gửi sau hạn').map((row) => [row.by, row.decision, row.reason, row.member]),
    ).toEqual([[ROLE_ACCOUNT, 'Nhận', WHY, 'DV-02']]);
  });

  it('said twice changes nothing', () => {
    const district = withLateSheet();
    must(say(district, 'ACCEPT'));
    const name = nameOf(district);
    const before = JSON.stringify(digest(district.workspace));

    must(say(district, 'ACCEPT'));
    must(say(district, 'ACCEPT', 'Lý do khác', name));

    expect(name).not.toBe('');
    expect(JSON.stringify(digest(district.workspace))).toBe(before);
  });

  it('does not count any more once that is taken back, and may be refused', () => {
    const district = withLateSheet();
    must(say(district, 'ACCEPT'));
    const name = nameOf(district);

    must(say(district, 'TAKE_BACK', 'Nhận nhầm người', name));
    const undone = member(district, 'DV-02')?.registeredAt;
    must(say(district, 'REFUSE', 'Không có lý do chính đáng', name));

    expect(undone).toBe('');
    expect(member(district, 'DV-02')?.registeredAt).toBe('');
    expect(rowsOf(district, 'Phiếu gửi sau hạn').map((row) => row.decision)).toEqual([
      'Nhận',
      'Hoàn tác',
      'Không nhận',
    ]);
    expect(rowsOf(district, 'Phiếu cần xử lý').map((row) => row.decision)).toEqual(['Không nhận']);
  });

  it('is queued by other staff for the role account', () => {
    const district = withLateSheet();
    const answers = { sheet: '*', decision: 'ACCEPT', why: WHY };

    const view = valueOf(
      district.ask(
        'startJob',
        { job: 'acceptLate', wave: WAVE.code, operation: 'b'.repeat(32), answers },
        STAFF,
      ),
    );
    const asked = rowsOf(district, 'Phiếu gửi sau hạn');
    district.run('everyFiveMinutes', ROLE_ACCOUNT);

    expect(view.state).toBe('QUEUED');
    expect(asked).toEqual([]);
    expect(member(district, 'DV-02')?.registeredAt).not.toBe('');
  });

  it.each(['=1+1', '</script>', '<img src=x onerror=alert(1)>', 'ｅmoji 👩‍👧', '\u202Eđảo'])(
    'keeps the reason “%s” as the text it is',
    (why) => {
      const district = withLateSheet();

      must(say(district, 'ACCEPT', why));

      expect(rowsOf(district, 'Phiếu gửi sau hạn')[0]?.reason).toBe(why);
    },
  );
});

describe('a late self-assessment of a member who is graded already', () => {
  it('shows the committee “đã gửi lại” once it is let in', () => {
    const district = assessedDistrict();
    gradeAsShown(district, 'DV-01');
    must(district.press('collectLedgers', WAVE.code));
    const graded = member(district, 'DV-01');
    // Google still takes it: the clock has not run since the day ended.
    assess(district, typedBy('DV-01'), 'Viết lại minh chứng');
    must(district.press('collect', WAVE.code));
    must(district.press('push', WAVE.code));
    must(district.press('collectLedgers', WAVE.code));
    const waiting = member(district, 'DV-01');

    must(say(district, 'ACCEPT'));
    must(district.press('collectLedgers', WAVE.code));

    const after = member(district, 'DV-01');
    expect([graded?.state, graded?.marks]).toEqual(['Chi đoàn đã đánh giá', '']);
    expect([waiting?.['evidence.R1'], waiting?.marks]).toEqual(['Dọn vệ sinh hẻm 5', '']);
    expect([after?.['evidence.R1'], after?.marks]).toEqual(['Viết lại minh chứng', 'Đã gửi lại']);
    expect(after?.class).toBe(graded?.class);
  });
});

/** The secretary of Khu phố 1 grades a member with the sheets the page shows. */
function gradeAsShown(district: SmallDistrict, code: string): void {
  const { workspace } = district;
  const project = workspace.loadProject({
    dir: join(__dirname, '..', '..', 'dist', 'committee'),
    kind: 'addon',
    owner: ROLE_ACCOUNT,
    name: 'Rèn luyện',
  }).id;
  const row = member(district, code);
  const moment = (cell: Seen | undefined): number => momentOfCell(cell ?? '') ?? 0;
  const submission = submissionShown(moment(row?.registeredAt), moment(row?.selfAt));
  const grades = [agree(code, { data: { selfClass: 'AVERAGE', submission } })];
  const body = { wave: WAVE.code, branch: 'P05-KP1', operation: 'c'.repeat(32), grades, lastSeen: 0 };
  const result = workspace.run(project, 'saveGrades', {
    as: SECRETARY,
    args: [JSON.stringify({ v: CONTRACT_VERSION, body })],
    from: 'page',
    document: bookNamed(workspace, P05).id,
  });
  if (!JSON.parse(String(result.value)).ok) throw new Error(String(result.value));
}

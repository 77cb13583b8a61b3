import { CONTRACT_VERSION } from '../../src/contract/answer';
import type { JobName, JobView } from '../../src/contract/district';
import type { SpreadsheetData } from '../../src/local/sheets/model/book';
import { typeBeside } from '../../src/demo/people/typing';
import { agree } from '../committee/base-book';
import { bookNamed, seen } from './books';
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
  valueOf,
  WAVE,
  type SmallDistrict,
} from './small-district';

/** The unit in whose ledgers members were graded with words. */
export const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const CTY = 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông';
/** The words of 2014 are kept to the end of 2015. */
export const DAY_AFTER = '2016-01-01T08:00:00+07:00';

const OWN_WORDS = 'Trồng rau trên sân thượng';
/** What nearly everybody wrote as evidence. */
export const EVIDENCE = 'Ảnh chụp buổi trồng rau';
const LONG = `Nhật ký trồng rau ${'a'.repeat(50_001)}`;
const REMARK = 'Nhận xét: chăm chỉ, còn rụt rè';
const DIFFICULTY = 'Chi đoàn chưa có chỗ sinh hoạt';
const ANSWER = 'Mượn hội trường phường, tối thứ Sáu';
/** Why a late sheet was let in. */
export const LATE_REASON = 'Hẻm mất điện tối ba mươi mốt';
/** Why staff decided on DV-07’s year as they did. */
export const YEAR_REASON = 'Có thư khen của phường';
/** All words of the year. */
export const WORDS = [
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

/** Presses a job with answers and follows it until it ends, however it does. */
export function press(
  district: SmallDistrict,
  job: JobName,
  answers: Readonly<Record<string, string>>,
  wave = '',
): JobView {
  pressed += 1;
  const operation = pressed.toString(16).padStart(32, 'e');
  let view = valueOf(district.ask('startJob', { job, wave, operation, answers }));
  while (view.state === 'RUNNING') view = valueOf(district.ask('continueJob', { key: view.key }));
  return view;
}

/** Presses *Xóa lời văn đã hết hạn*. */
export const retain = (district: SmallDistrict, year = '2014'): JobView =>
  press(district, 'retain', { year });
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
export function openYear(now: string): SmallDistrict {
  open ??= kept(playWave());
  return again(open, now);
}

/** The year locked and archived; somebody asked for what is held on DV-02. */
export function closedYear(now = DAY_AFTER): SmallDistrict {
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
export function placesOf({ workspace }: SmallDistrict, text: string): readonly string[] {
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

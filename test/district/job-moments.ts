import { CONTRACT_VERSION, type Answer } from '../../src/contract/answer';
import type { JobName, JobRequest, JobView } from '../../src/contract/district';
import { pasteRows, typeBeside } from '../../src/demo/people/typing';
import type { Fault, WorkspaceState } from '../../src/local/workspace';
import { bookNamed } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { proposeThree } from './roster-asking';
import { listRows } from './roster-list';
import { register, typedBy } from './sheets';
import {
  emptyDistrict,
  fillIn,
  handle,
  must,
  openedDistrict,
  OPENING,
  RESERVE,
  ROLE_ACCOUNT,
  WAVE,
  type SmallDistrict,
} from './small-district';

/** A moment of the small district's life, and the job that is pressed next. */
export interface Moment {
  readonly request: JobRequest;
  readonly district: SmallDistrict;
  readonly state: WorkspaceState;
}

/** How a press went, or several until the job was done. */
export interface Played {
  readonly view: JobView | null;
  /** Service calls of all its executions. */
  readonly calls: number;
  /** Executions that Google ended, or that answered with a fault. */
  readonly broken: number;
  readonly presses: number;
}

const P05_BOOK = 'Sổ cơ sở – Đoàn Phường 5';
const CTY_BOOK = 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông';
const MOST_PRESSES = 12;

type Story = (keep: (request: JobRequest, district: SmallDistrict) => void) => void;

/** The first morning: tabs, lists, workbooks, the wave, the first sheets. */
const opening: Story = (keep) => {
  const district = emptyDistrict();
  district.press('setup');
  fillIn(district);
  keep({ job: 'setup', wave: '' }, district);
  must(district.press('setup'));
  keep({ job: 'createBooks', wave: '' }, district);
  must(district.press('createBooks'));
  district.workspace.setClock(OPENING);
  keep({ job: 'openWave', wave: WAVE.code }, district);
  must(district.press('openWave', WAVE.code));
  for (const code of ['DV-01', 'DV-02', 'DV-04', 'DV-07', 'DV-10']) register(district, typedBy(code));
  register(district, typedBy('DV-03', { birthDate: '01/01/1990' }));
  keep({ job: 'collect', wave: WAVE.code }, district);
  must(district.press('collect', WAVE.code));
  keep({ job: 'push', wave: WAVE.code }, district);
  keep({ job: 'takeOver', wave: '' }, district);
};

/** A day of grading: two of three branches have sent, one of them with a difficulty. */
const grading: Story = (keep) => {
  const district = assessedDistrict();
  withOfficer(district);
  withAddresses(district);
  gradeAndSend(district, 'P05-KP1', P05_BOOK, 'bi.thu.kp1@vidu.vn');
  gradeAndSend(district, 'CTY-CD', CTY_BOOK, 'bi.thu.cty@vidu.vn');
  raiseDifficulty(district);
  keep({ job: 'collectLedgers', wave: WAVE.code }, district);
  must(district.press('collectLedgers', WAVE.code));
  keep({ job: 'remind', wave: WAVE.code }, district);
  keep({ job: 'digest', wave: WAVE.code }, district);
  keep({ job: 'summarise', wave: WAVE.code }, district);
  keep({ job: 'receipts', wave: WAVE.code }, district);
  const sample = { unit: 'P05', day: '2014-04-16', by: 'Cán bộ Quận đoàn' };
  keep({ job: 'inspect', wave: WAVE.code, answers: sample }, district);
  const decision = { unit: '*', number: '12-QĐ/ĐTN', day: '2014-04-14' };
  keep({ job: 'recognise', wave: WAVE.code, answers: decision }, district);
  must(district.press('difficulties', WAVE.code));
  answerDifficulty(district);
  keep({ job: 'difficulties', wave: '' }, district);
  must(district.press('summarise', WAVE.code));
  keep({ job: 'report', wave: WAVE.code }, district);
  keep({ job: 'year', wave: '' }, district);
  const reason = 'Chi đoàn Khu phố 2 khuyết Bí thư';
  keep({ job: 'lockWave', wave: WAVE.code, reason }, district);
  must(district.press('lockWave', WAVE.code, reason));
  const late = { branch: 'P05-KP1', why: 'Nộp phiếu giấy muộn do mưa ngập' };
  keep({ job: 'reopen', wave: WAVE.code, answers: late }, district);
  must(district.press('year'));
  keep({ job: 'yearSheet', wave: '', answers: { unit: 'P05', member: 'tất cả' } }, district);
  typeBeside(
    district.workspace,
    { file: district.book, title: 'Thi đua đơn vị', as: ROLE_ACCOUNT },
    { header: 'Đơn vị', text: 'Đoàn Phường 5' },
    { header: 'Phân loại', text: 'Khá' },
  );
  keep({ job: 'release', wave: '' }, district);
  keep({ job: 'archive', wave: '', answers: { year: '2014' } }, district);
  keep({ job: 'newProgramme', wave: '', answers: { year: '2015' } }, district);
  const request = { member: 'DV-01', why: 'Đơn ngày 20/4/2014' };
  keep({ job: 'erase', wave: '', answers: request }, district);
  keep({ job: 'exportMember', wave: '', answers: { member: 'DV-01' } }, district);
  typeBeside(
    district.workspace,
    { file: district.book, title: 'Thiết lập', as: ROLE_ACCOUNT },
    { header: 'Mục', text: 'Tốt: tỷ lệ hoàn thành tốt (%)' },
    { header: 'Giá trị', text: '60' },
  );
  keep({ job: 'applyRules', wave: '' }, district);
  district.workspace.setClock('2016-01-04T08:00:00+07:00');
  keep({ job: 'retain', wave: '', answers: { year: '2014' } }, district);
};

/** A list in the tab *Nhập danh sách* while Đợt I is open: one new member, one who moved, one whose name was wrong. */
const list: Story = (keep) => {
  const district = openedDistrict();
  const { workspace, book } = district;
  pasteRows(workspace, { file: book, title: 'Nhập danh sách', as: ROLE_ACCOUNT }, listRows());
  keep({ job: 'roster', wave: '', answers: { left: 'TRANSFERRED_AWAY' } }, district);
};

/** The night after registration closed: a sheet that came too late waits to be let in. */
const lateSheet: Story = (keep) => {
  const district = openedDistrict();
  register(district, typedBy('DV-01'));
  must(district.press('collect', WAVE.code));
  must(district.press('push', WAVE.code));
  district.workspace.setClock('2014-04-01T00:00:30+07:00');
  register(district, typedBy('DV-02'));
  must(district.press('collect', WAVE.code));
  const answers = { sheet: '*', decision: 'ACCEPT', why: 'Khu phố mất điện tối 31/3' };
  keep({ job: 'acceptLate', wave: WAVE.code, answers }, district);
};

/** Khu phố 1 has asked for three changes of the roster, and the district has collected them. */
const proposing: Story = (keep) => {
  const district = assessedDistrict();
  gradeAndSend(district, 'CTY-CD', CTY_BOOK, 'bi.thu.cty@vidu.vn');
  proposeThree(district);
  must(district.press('collectLedgers', WAVE.code));
  const all = { proposal: '*', decision: 'TAKE', branch: '-' };
  keep({ job: 'proposals', wave: '', answers: all }, district);
};

/** The story in which each job has its moment: a job of the console without one does not compile. */
const STORY_OF: Readonly<Record<JobName, Story>> = {
  setup: opening,
  createBooks: opening,
  openWave: opening,
  collect: opening,
  push: opening,
  collectLedgers: grading,
  remind: grading,
  digest: grading,
  receipts: grading,
  summarise: grading,
  inspect: grading,
  recognise: grading,
  difficulties: grading,
  report: grading,
  year: grading,
  applyRules: grading,
  yearSheet: grading,
  release: grading,
  takeOver: opening,
  archive: grading,
  newProgramme: grading,
  roster: list,
  erase: grading,
  retain: grading,
  exportMember: grading,
  proposals: proposing,
  acceptLate: lateSheet,
  lockWave: grading,
  reopen: grading,
};

const told = new Map<Story, ReadonlyMap<JobName, Moment>>();

/** The moment at which a job has something to do; its story is played once a file. Throws when the story has none. */
export function momentOf(job: JobName): Moment {
  const story = STORY_OF[job];
  const known = told.get(story) ?? play(story);
  told.set(story, known);
  const moment = known.get(job);
  if (!moment) throw new Error(`The story has no moment of ${job}`);
  return moment;
}

function play(story: Story): ReadonlyMap<JobName, Moment> {
  const moments = new Map<JobName, Moment>();
  story((request, district) => {
    moments.set(request.job, { request, district, state: district.workspace.snapshot() });
  });
  return moments;
}

/** Brings the district back to the moment and presses the job until it is done, whatever Google throws in between. */
export function playFrom(moment: Moment, faults: readonly Fault[]): Played {
  const { district, state, request } = moment;
  district.workspace.restore(state);
  district.workspace.faults(faults);
  return insist(handle(district.workspace, district.book, district.project), request);
}

/** Presses a job until it is done; `sign` tells one wish of a person from another. Throws when it is not after twelve presses. */
export function insist(district: SmallDistrict, request: JobRequest, sign = 'e'): Played {
  let [calls, broken] = [0, 0];
  const ask = (fn: string, body: unknown): JobView | null => {
    const result = district.run(fn, request.job === 'takeOver' ? RESERVE : ROLE_ACCOUNT, body);
    calls += result.calls.total;
    if (!result.ok) broken += 1;
    const answer = result.ok ? (JSON.parse(String(result.value)) as Answer<JobView>) : null;
    return answer?.ok ? answer.value : null;
  };
  for (let presses = 1; presses <= MOST_PRESSES; presses += 1) {
    let view = ask('startJob', { ...request, operation: presses.toString(16).padStart(32, sign) });
    while (view?.state === 'RUNNING') view = ask('continueJob', { key: view.key });
    if (view?.state === 'DONE') return { view, calls, broken, presses };
    if (view && view.problems.length > 0)
      throw new Error(`${request.job} refuses: ${JSON.stringify(view.problems)}`);
  }
  throw new Error(`${request.job} was not done after ${MOST_PRESSES} presses`);
}

/** An officer in charge, and letters to officers switched on. */
function withOfficer({ workspace, book }: SmallDistrict): void {
  const units = { file: book, title: 'Đơn vị', as: ROLE_ACCOUNT };
  const row = { header: 'Mã đơn vị', text: 'P05' };
  typeBeside(workspace, units, row, { header: 'Cán bộ phụ trách', text: 'Phan Thị Yến' });
  typeBeside(workspace, units, row, { header: 'Email cán bộ phụ trách', text: 'phu.trach@vidu.vn' });
  typeBeside(
    workspace,
    { file: book, title: 'Thiết lập', as: ROLE_ACCOUNT },
    { header: 'Mục', text: 'Gửi email cho cán bộ phụ trách' },
    { header: 'Giá trị', text: 'Có' },
  );
}

/** Members of three branches with an address. */
function withAddresses({ workspace, book }: SmallDistrict): void {
  for (const code of ['DV-01', 'DV-02', 'DV-05', 'DV-07', 'DV-08'])
    typeBeside(
      workspace,
      { file: book, title: 'Đoàn viên', as: ROLE_ACCOUNT },
      { header: 'Mã đoàn viên', text: code },
      { header: 'Email', text: `${code.toLowerCase()}@vidu.vn` },
    );
}

function raiseDifficulty({ workspace }: SmallDistrict): void {
  const project = Object.values(workspace.state.projects).find((one) => one.kind === 'addon')?.id ?? '';
  const record = { kind: 'difficulty', text: 'Chi đoàn thiếu chỗ sinh hoạt' };
  const body = { wave: WAVE.code, branch: 'CTY-CD', operation: 'd'.repeat(32), record };
  const result = workspace.run(project, 'record', {
    as: 'bi.thu.cty@vidu.vn',
    args: [JSON.stringify({ v: CONTRACT_VERSION, body })],
    from: 'page',
    document: bookNamed(workspace, CTY_BOOK).id,
  });
  if (!JSON.parse(String(result.value)).ok) throw new Error(String(result.value));
}

function answerDifficulty({ workspace, book }: SmallDistrict): void {
  typeBeside(
    workspace,
    { file: book, title: 'Khó khăn, vướng mắc', as: ROLE_ACCOUNT },
    { header: 'Nội dung', text: 'Chi đoàn thiếu chỗ sinh hoạt' },
    { header: 'Trả lời', text: 'Mượn hội trường phường, tối thứ Sáu' },
  );
}

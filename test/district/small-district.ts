import { join } from 'node:path';
import { CONTRACT_VERSION, type Answer, type AnswerOf, type RequestOf } from '../../src/contract/answer';
import type { DistrictEndpoints, JobName, JobView } from '../../src/contract/district';
import { pasteRows, typeBeside } from '../../src/demo/people/typing';
import {
  createWorkspace,
  type RunResult,
  type Workspace,
  type WorkspaceState,
  type WorkspaceSettings,
} from '../../src/local/workspace';
import { WAVES_2014 } from '../../src/programme/plan-defaults';
import type { Wave } from '../../src/programme/wave';

/** Everybody of these tests; invented. */
export const ROLE_ACCOUNT = 'quan.doan@vidu.vn';
export const RESERVE = 'du.phong@vidu.vn';
export const STAFF = 'can.bo@vidu.vn';
export const STRANGER = 'nguoi.la@vidu.vn';
export const SECRETARY = 'bi.thu.kp1@vidu.vn';
export const BASE = 'bch.p05@vidu.vn';

/** The morning before Đợt I opens, its first day, a day of self-assessment, a day of grading. */
export const BEFORE = '2014-03-17T08:00:00+07:00';
export const OPENING = '2014-03-18T07:00:00+07:00';
export const SELF_DAY = '2014-04-06T09:00:00+07:00';
export const GRADING_DAY = '2014-04-09T20:00:00+07:00';

export const WAVE = WAVES_2014.find(({ code }) => code === '2014-C1') as Wave;

const DIST = join(__dirname, '..', '..', 'dist', 'district');

/** *Sổ Quận đoàn* in an offline workspace with the shipped district script bound to it. */
export interface SmallDistrict {
  readonly workspace: Workspace;
  readonly book: string;
  readonly project: string;
  /** Calls a public function as a page, a menu or the editor does. */
  readonly run: (fn: string, as: string, body?: unknown) => RunResult;
  /** Asks an endpoint; throws what the script threw. */
  readonly ask: <K extends keyof DistrictEndpoints>(
    fn: K,
    body: RequestOf<DistrictEndpoints[K]>,
    as?: string,
  ) => Answer<AnswerOf<DistrictEndpoints[K]>>;
  /** The role account presses a job's button and follows it until it ends, however it does. */
  readonly press: (job: JobName, wave?: string, reason?: string) => JobView;
}

/** An empty workbook with the script, and everybody's accounts: what a district has on its first morning. */
export function emptyDistrict(now = BEFORE, settings: Partial<WorkspaceSettings> = {}): SmallDistrict {
  const workspace = createWorkspace({ now, seed: 7, account: 'workspace', settings });
  for (const email of [ROLE_ACCOUNT, RESERVE, STAFF, STRANGER, ...committees()])
    workspace.addPerson({ email });
  const book = workspace.createSpreadsheet({ name: 'Sổ Quận đoàn 8', owner: ROLE_ACCOUNT }).id;
  const project = workspace.loadProject({
    dir: DIST,
    kind: 'bound',
    owner: ROLE_ACCOUNT,
    container: book,
    name: 'Rèn luyện và hành động',
  }).id;
  return handle(workspace, book, project);
}

/** The district of a workspace again, as a snapshot restored it. */
export function handle(workspace: Workspace, book: string, project: string): SmallDistrict {
  let pressed = 0;
  const run: SmallDistrict['run'] = (fn, as, body) =>
    workspace.run(project, fn, {
      as,
      from: body === undefined ? 'menu' : 'page',
      args: body === undefined ? [] : [JSON.stringify({ v: CONTRACT_VERSION, body })],
    });
  const ask: SmallDistrict['ask'] = (fn, body, as = ROLE_ACCOUNT) => {
    const result = run(fn, as, body);
    if (!result.ok)
      throw new Error(`${result.error?.message ?? ''}\n${result.logs.map(({ line }) => line).join('\n')}`);
    return JSON.parse(String(result.value)) as never;
  };
  const press: SmallDistrict['press'] = (job, wave = '', reason = '') => {
    pressed += 1;
    const operation = pressed.toString(16).padStart(32, '0');
    const asked = { job, wave, operation, ...(reason === '' ? {} : { reason }) };
    let view = valueOf(ask('startJob', asked));
    while (view.state === 'RUNNING') view = valueOf(ask('continueJob', { key: view.key }));
    return view;
  };
  return { workspace, book, project, run, ask, press };
}

/** The value of an answer; throws when it is a refusal. */
export function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

/** Rows under the headers of *Đơn vị*, *Chi đoàn*, *Đoàn viên*, as people paste them. */
export interface Lists {
  readonly units: readonly Readonly<Record<string, string>>[];
  readonly branches: readonly Readonly<Record<string, string>>[];
  readonly members: readonly Readonly<Record<string, string>>[];
}

/** Three units: a ward with two branches, a base branch, a school on the other calendar; eleven members. */
export function goodLists(): Lists {
  const unit = (
    code: string,
    name: string,
    more: Readonly<Record<string, string>>,
  ): Record<string, string> => ({
    'Mã đơn vị': code,
    'Tên đơn vị': name,
    Khối: 'Địa bàn dân cư',
    'Loại hình': 'Đoàn cơ sở',
    'Cụm thi đua': '',
    'Lịch thực hiện': 'Lịch chung',
    'Email Ban Chấp hành': '',
    'Cán bộ phụ trách': '',
    'Chức danh phụ trách': '',
    'Email cán bộ phụ trách': '',
    ...more,
  });
  const branch = (code: string, name: string, base: string, email: string): Record<string, string> => ({
    'Mã chi đoàn': code,
    'Tên chi đoàn': name,
    'Đơn vị': base,
    'Email Ban Chấp hành': email,
  });
  return {
    units: [
      unit('P05', 'Đoàn Phường 5', { 'Email Ban Chấp hành': BASE }),
      unit('CTY', 'Chi đoàn Công ty May Rạch Ông', {
        Khối: 'Công nhân lao động',
        'Loại hình': 'Chi đoàn cơ sở',
        'Email Ban Chấp hành': 'bi.thu.cty@vidu.vn',
      }),
      unit('THPT', 'Đoàn Trường THPT Kênh Đôi', {
        Khối: 'Trường học',
        'Lịch thực hiện': 'Lịch trường học',
        'Email Ban Chấp hành': 'bch.thpt@vidu.vn',
      }),
    ],
    branches: [
      branch('P05-KP1', 'Chi đoàn Khu phố 1', 'P05', SECRETARY),
      branch('P05-KP2', 'Chi đoàn Khu phố 2', 'P05', 'bi.thu.kp2@vidu.vn'),
      branch('THPT-11A', 'Chi đoàn 11A', 'THPT', 'bi.thu.11a@vidu.vn'),
    ],
    members: PEOPLE.map(({ code, name, birthDate, branch: own }) => ({
      'Mã đoàn viên': code,
      'Họ và tên': name,
      'Ngày sinh': birthDate,
      'Chi đoàn': own,
      'Đối tượng': own === 'THPT-11A' ? 'Học sinh' : 'Thanh niên địa bàn dân cư',
      'Thuộc diện xếp loại': 'Có',
    })),
  };
}

/** The members of the small district. */
export const PEOPLE = [
  { code: 'DV-01', name: 'Nguyễn Thị Ánh', birthDate: '05/09/1994', branch: 'P05-KP1' },
  { code: 'DV-02', name: 'Trần Văn Bảo', birthDate: '12/01/1992', branch: 'P05-KP1' },
  { code: 'DV-03', name: 'Lê Thị Cúc', birthDate: '20/11/1995', branch: 'P05-KP1' },
  { code: 'DV-04', name: 'Phạm Minh Đức', birthDate: '02/02/1993', branch: 'P05-KP2' },
  { code: 'DV-05', name: 'Võ Thị Hạnh', birthDate: '17/07/1996', branch: 'P05-KP2' },
  { code: 'DV-06', name: 'Đặng Quốc Hùng', birthDate: '30/04/1991', branch: 'P05-KP2' },
  { code: 'DV-07', name: 'Bùi Thị Lan', birthDate: '08/03/1990', branch: 'CTY' },
  { code: 'DV-08', name: 'Hồ Văn Mẫn', birthDate: '19/05/1989', branch: 'CTY' },
  { code: 'DV-09', name: 'Ngô Thị Nga', birthDate: '02/09/1988', branch: 'CTY' },
  { code: 'DV-10', name: 'Dương Gia Phúc', birthDate: '11/10/1997', branch: 'THPT-11A' },
  { code: 'DV-11', name: 'Lý Ngọc Quyên', birthDate: '23/12/1997', branch: 'THPT-11A' },
] as const;

function committees(): readonly string[] {
  const lists = goodLists();
  return [...lists.units, ...lists.branches].map((row) => row['Email Ban Chấp hành'] ?? '');
}

/** Types the settings and pastes the lists, as staff do after the first press has laid the tabs. */
export function fillIn({ workspace, book }: SmallDistrict, lists: Lists = goodLists()): void {
  const as = ROLE_ACCOUNT;
  for (const [label, text] of Object.entries({
    'Tài khoản dự phòng': RESERVE,
    'Email cán bộ Quận đoàn': STAFF,
  }))
    typeBeside(
      workspace,
      { file: book, title: 'Thiết lập', as },
      { header: 'Mục', text: label },
      { header: 'Giá trị', text },
    );
  pasteRows(workspace, { file: book, title: 'Đơn vị', as }, lists.units);
  pasteRows(workspace, { file: book, title: 'Chi đoàn', as }, lists.branches);
  pasteRows(workspace, { file: book, title: 'Đoàn viên', as }, lists.members);
}

/** A district whose setup is done. */
export function setUpDistrict(settings: Partial<WorkspaceSettings> = {}): SmallDistrict {
  const district = emptyDistrict(BEFORE, settings);
  district.press('setup');
  fillIn(district);
  must(district.press('setup'));
  return district;
}

/** A district with its base workbooks, Đợt I opened on its first morning: played once, then each time a copy of its own. */
export function openedDistrict(): SmallDistrict {
  opened ??= keep(playOpening());
  const workspace = createWorkspace({ now: OPENING, seed: 7, account: 'workspace' });
  workspace.restore(opened.state);
  return handle(workspace, opened.book, opened.project);
}

let opened: { readonly state: WorkspaceState; readonly book: string; readonly project: string } | null = null;

function keep({ workspace, book, project }: SmallDistrict): NonNullable<typeof opened> {
  return { state: workspace.snapshot(), book, project };
}

function playOpening(): SmallDistrict {
  const district = setUpDistrict();
  must(district.press('createBooks'));
  district.workspace.setClock(OPENING);
  must(district.press('openWave', WAVE.code));
  return district;
}

/** The view of a job that is done; throws when it is not. */
export function must(view: JobView): JobView {
  if (view.state !== 'DONE')
    throw new Error(`${view.key} ${view.state}: ${view.trouble} ${JSON.stringify(view.problems)}`);
  return view;
}

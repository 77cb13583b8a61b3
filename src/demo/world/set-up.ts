import { formatDay } from '../../programme/dates';
import type { Block } from '../../programme/organisation';
import { createWorkspace, type WorkspaceSettings } from '../../local/workspace';
import type { InventedDistrict } from '../invent/district';
import { createRandom } from '../invent/random';
import { phoneBranch } from '../people/by-hand-committee';
import { pressButton, tryButton } from '../people/staff';
import { memberRow, pasteRows, typeBeside } from '../people/typing';
import { FIRST_MORNING, SCHOOL_THEME, waveOf, waveTitle } from './calendar';
import { createMeter } from './meter';
import { scriptFolder, type World } from './world';

const BLOCK_WORDS: Readonly<Record<Block, string>> = {
  RESIDENTIAL: 'Địa bàn dân cư',
  SCHOOL: 'Trường học',
  WORKER: 'Công nhân lao động',
  OFFICE: 'Công chức, viên chức',
  ARMED: 'Lực lượng vũ trang',
};

/**
 * A workspace with everybody's accounts, an empty *Sổ Quận đoàn* and the two scripts: what a district has on its first morning.
 * `settings`: points on which what is known of Google disagrees.
 */
export function openWorld(district: InventedDistrict, settings: Partial<WorkspaceSettings> = {}): World {
  const workspace = createWorkspace({
    now: FIRST_MORNING,
    seed: district.seed,
    account: 'workspace',
    settings,
  });
  const people = [
    district.roleAccount,
    district.reserveAccount,
    ...district.staff,
    ...district.units.flatMap((unit) => [...unit.committee, unit.officer]),
    ...district.branches.flatMap((branch) => branch.committee),
  ];
  for (const { email, name } of people) workspace.addPerson({ email, name });
  const owner = district.roleAccount.email;
  const book = workspace.createSpreadsheet({ name: 'Sổ Quận đoàn 8', owner }).id;
  const script = workspace.loadProject({
    dir: scriptFolder('district'),
    kind: 'bound',
    owner,
    container: book,
    name: 'Rèn luyện và hành động',
  });
  const addOn = workspace.loadProject({
    dir: scriptFolder('committee'),
    kind: 'addon',
    owner,
    name: 'Rèn luyện và hành động',
  });
  return {
    workspace,
    district,
    meter: createMeter(),
    book,
    districtScript: script.id,
    committeeScript: addOn.id,
  };
}

/** The role account sets the district up: first press lays the tabs, then staff fill them in, the second press finds nothing wrong. */
export function setUpDistrict(world: World): void {
  const { workspace, book, district } = world;
  const random = createRandom(district.seed).fork('set up');
  const as = district.roleAccount.email;
  workspace.openDocument(book, { as });
  tryButton(world, 'setup', '', random);
  fillIn(world);
  pressButton(world, 'setup', '', random);
  pressButton(world, 'createBooks', '', random);
}

/** What staff type and paste between the two presses: settings, the school wave's theme, units, branches, members. */
export function fillIn({ workspace, book, district }: World): void {
  const as = district.roleAccount.email;
  const settings: Readonly<Record<string, string>> = {
    'Tài khoản chạy chương trình': district.roleAccount.email,
    'Tài khoản dự phòng': district.reserveAccount.email,
    'Email cán bộ Quận đoàn': district.staff.map(({ email }) => email).join('; '),
    'Người giải đáp': `${district.staff[0]?.name ?? ''}, Ban Tổ chức Quận đoàn`,
    'Phụ trách dữ liệu cá nhân': `Ban Tổ chức Quận đoàn 8, ${district.staff[0]?.email ?? ''}`,
    'Báo cáo: họ và tên người ký': district.staff[1]?.name ?? '',
  };
  for (const [label, text] of Object.entries(settings))
    typeBeside(
      workspace,
      { file: book, title: 'Thiết lập', as },
      { header: 'Mục', text: label },
      { header: 'Giá trị', text },
    );
  const school = waveOf('2014-S1');
  typeBeside(
    workspace,
    { file: book, title: 'Đợt', as },
    { header: 'Mã đợt', text: school.code },
    { header: 'Chủ đề', text: SCHOOL_THEME },
  );
  const memberDay = `Ngày đoàn viên ${waveTitle(waveOf('2014-C1'))}`;
  pasteRows(
    workspace,
    { file: book, title: 'Đơn vị', as },
    district.units.map((unit) => ({
      'Mã đơn vị': unit.code,
      'Tên đơn vị': unit.name,
      Khối: BLOCK_WORDS[unit.block],
      'Loại hình': unit.kind === 'BASE_UNION' ? 'Đoàn cơ sở' : 'Chi đoàn cơ sở',
      'Cụm thi đua': unit.cluster,
      'Lịch thực hiện': unit.calendar === 'GENERAL' ? 'Lịch chung' : 'Lịch trường học',
      'Email Ban Chấp hành': unit.committee.map(({ email }) => email).join('; '),
      'Cán bộ phụ trách': unit.officer.name,
      'Chức danh phụ trách': unit.officer.rank,
      'Email cán bộ phụ trách': unit.officer.email,
      [memberDay]: unit.memberDay === '' ? '' : formatDay(unit.memberDay),
    })),
  );
  const baseBranches = new Set(
    district.units.filter(({ kind }) => kind === 'BASE_BRANCH').map(({ code }) => code),
  );
  pasteRows(
    workspace,
    { file: book, title: 'Chi đoàn', as },
    district.branches
      .filter(({ base }) => !baseBranches.has(base))
      .map((branch) => ({
        'Mã chi đoàn': branch.code,
        'Tên chi đoàn': branch.name,
        'Đơn vị': branch.base,
        'Email Ban Chấp hành': branch.committee.map(({ email }) => email).join('; '),
        'Nhập tay (khi dùng điện thoại)': branch.code === phoneBranch(district)?.code ? 'Có' : '',
      })),
  );
  pasteRows(workspace, { file: book, title: 'Đoàn viên', as }, district.members.map(memberRow));
}

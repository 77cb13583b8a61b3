import type { HomeFocus, HomeInfo, HomePerson, HomeTourStop } from '../../local/server/api-types';
import type { InventedMember } from '../invent/members';
import { endOfDay } from '../../programme/dates';
import { stepOf, type Wave } from '../../programme/wave';
import { waveOf, waveTitle } from '../world/calendar';
import { booksByUnit, findFormOfWave, posterLinks } from '../world/files';
import type { World } from '../world/world';
import { branchesProgress, waveProgress, type BranchProgress } from './progress';
import { shownMembers } from './shown-members';

const WAVE = '2014-C1';
/** The branch that visitors are led to: nobody of it is assessed yet. */
const TOUR_BRANCH = 'P05-KP3';
const TOUR_UNIT = 'P05';

interface Facts {
  readonly world: World;
  readonly wave: Wave;
  readonly books: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
  /** By unit code, then branch name. */
  readonly progress: ReadonlyMap<string, ReadonlyMap<string, BranchProgress>>;
}

/** What the home page shows of the demo, read anew from the workspace every time. */
export function homeInfo(world: World): HomeInfo {
  const wave = waveOf(WAVE);
  const books = booksByUnit(world);
  const facts: Facts = {
    world,
    wave,
    books,
    links: posterLinks(world, wave),
    progress: new Map([...books].map(([unit, book]) => [unit, branchesProgress(world, book, wave)] as const)),
  };
  const general = world.district.units.filter(({ calendar }) => calendar === wave.calendar);
  return {
    title: 'Rèn luyện và hành động',
    subtitle: 'Không gian làm việc ngoại tuyến · dữ liệu mẫu, tên người đều đặt ra',
    people: people(facts),
    tour: tour(facts),
    focus: focuses(facts),
    progress: waveProgress(
      world,
      wave,
      general.map(({ code, name }) => ({ name, branches: facts.progress.get(code) ?? new Map() })),
    ),
    ...nextMoment(facts),
    fileNotes: fileNotes(facts),
    links: memberLinks(facts),
  };
}

function people(facts: Facts): readonly HomePerson[] {
  const { world, wave, progress } = facts;
  const { district } = world;
  const nameOf = new Map(district.branches.map((branch) => [branch.code, branch.name]));
  const isIn = (unit: string): boolean =>
    district.units.find(({ code }) => code === unit)?.calendar === wave.calendar;
  const baseBranches = new Set(
    district.units.filter(({ kind }) => kind === 'BASE_BRANCH').map(({ code }) => code),
  );
  return [
    ...shownMembers(district).map(({ email, name, member }) => ({
      email,
      name,
      group: 'Đoàn viên',
      description: nameOf.get(member.branch) ?? '',
      waiting: waitsForForm(facts, member) ? 1 : 0,
    })),
    ...district.branches.flatMap((branch): HomePerson[] => {
      const [secretary] = branch.committee;
      if (!secretary) return [];
      const own = progress.get(branch.base)?.get(branch.name);
      const isOwn = baseBranches.has(branch.base);
      return [
        {
          email: secretary.email,
          name: secretary.name,
          group: 'Ban Chấp hành chi đoàn',
          description: `Bí thư ${branch.name}${isOwn ? '' : `, ${unitName(world, branch.base)}`}`,
          waiting: isIn(branch.base) && own && !own.sent ? own.waiting : 0,
        },
      ];
    }),
    ...district.units
      .filter(({ kind }) => kind === 'BASE_UNION')
      .flatMap((unit): HomePerson[] => {
        const [secretary] = unit.committee;
        if (!secretary) return [];
        const sent = [...(progress.get(unit.code)?.values() ?? [])].filter((branch) => branch.sent).length;
        return [
          {
            email: secretary.email,
            name: secretary.name,
            group: 'Ban Chấp hành Đoàn cơ sở',
            description: `Bí thư ${unit.name}${sent > 0 ? ` · ${sent} chi đoàn đã gửi` : ''}`,
          },
        ];
      }),
    ...district.staff.map(({ email, name }) => ({
      email,
      name,
      group: 'Quận đoàn',
      description: 'Cán bộ Ban Tổ chức Quận đoàn',
    })),
    {
      email: district.roleAccount.email,
      name: district.roleAccount.name,
      group: 'Quận đoàn',
      description: 'Tài khoản chạy chương trình: mở đợt, nhận phiếu, tổng hợp',
    },
    {
      email: district.reserveAccount.email,
      name: district.reserveAccount.name,
      group: 'Quận đoàn',
      description: 'Tiếp quản khi tài khoản chung không dùng được',
    },
  ];
}

/** Whether the member may assess himself now and has not yet. */
function waitsForForm({ world, wave, progress }: Facts, member: InventedMember): boolean {
  const branch = world.district.branches.find(({ code }) => code === member.branch);
  const own = branch && progress.get(branch.base)?.get(branch.name);
  return (
    own !== undefined &&
    stepOf(wave, world.workspace.now()) === 'SELF_ASSESSMENT' &&
    !own.assessed.has(member.code)
  );
}

function tour(facts: Facts): readonly HomeTourStop[] {
  const { world, links, books, wave } = facts;
  const { district } = world;
  const shown = shownMembers(district).filter((one) => one.member.branch === TOUR_BRANCH);
  const member = shown.find((one) => waitsForForm(facts, one.member)) ?? shown[0];
  const branch = district.branches.find(({ code }) => code === TOUR_BRANCH);
  const unit = district.units.find(({ code }) => code === TOUR_UNIT);
  const secretary = branch?.committee[0];
  const base = unit?.committee[0];
  const book = books.get(TOUR_UNIT) ?? '';
  const own = facts.progress.get(TOUR_UNIT)?.get(branch?.name ?? '');
  const isGraded = own !== undefined && own.waiting === 0 && own.graded > 0;
  const isLocked = stepOf(wave, world.workspace.now()) === 'LOCKED';
  return [
    {
      title: `${givenName(member?.name)} tự đánh giá`,
      text: 'Điền phiếu trên điện thoại bằng đường dẫn của chi đoàn, không cần tài khoản.',
      link: localLink(links.get(TOUR_BRANCH) ?? ''),
      as: member?.email ?? '',
      state: 'here',
    },
    {
      title: `${givenName(secretary?.name)} đánh giá và gửi`,
      text: `Mở sổ, vào menu Tiện ích mở rộng, chọn Mở bảng đánh giá của ${branch?.name ?? ''}.`,
      link: bookPath(book),
      as: secretary?.email ?? '',
      state: own?.sent ? 'past' : 'here',
    },
    {
      title: `${givenName(base?.name)} công nhận`,
      text: 'Cũng trong sổ ấy: xem các chi đoàn đã gửi, công nhận, điều chỉnh hoặc trả lại.',
      link: bookPath(book),
      as: base?.email ?? '',
      state: isGraded ? 'here' : 'ahead',
    },
    {
      title: 'Quận đoàn tổng hợp',
      text: 'Mở bảng điều khiển ở menu Rèn luyện và hành động; xem các trang tổng hợp và biểu đồ.',
      link: bookPath(world.book),
      as: district.roleAccount.email,
      state: isLocked ? 'past' : 'ahead',
    },
  ];
}

function focuses(facts: Facts): readonly HomeFocus[] {
  const { world, wave, books, links } = facts;
  const { district } = world;
  const branches = district.branches.flatMap((branch): HomeFocus[] => {
    const own = facts.progress.get(branch.base)?.get(branch.name);
    const [secretary] = branch.committee;
    if (!own || !secretary || own.sent || own.waiting === 0) return [];
    return [
      {
        email: secretary.email,
        title: `${own.waiting} đoàn viên đã tự đánh giá, chờ đánh giá`,
        text: `${branch.name} · hạn gửi: hết ngày ${dayMonth(wave.gradingDue)}`,
        link: bookPath(books.get(branch.base) ?? ''),
        linkLabel: 'Mở Sổ cơ sở',
      },
    ];
  });
  const members = shownMembers(district).flatMap(({ email, member }): HomeFocus[] => {
    const link = links.get(member.branch);
    if (link === undefined || !waitsForForm(facts, member)) return [];
    return [
      {
        email,
        title: `Phiếu ${waveTitle(wave)} đang mở tự đánh giá`,
        text: `Mất khoảng ba phút; nhận đến hết ngày ${dayMonth(wave.selfCloses)}.`,
        link: localLink(link),
        linkLabel: 'Mở phiếu',
      },
    ];
  });
  return [
    ...branches,
    ...members,
    {
      email: district.roleAccount.email,
      title: 'Theo dõi đợt trong Sổ Quận đoàn',
      text: 'Bảng điều khiển có mười bước; mỗi bước nói trước sẽ làm gì, với bao nhiêu đơn vị.',
      link: bookPath(world.book),
      linkLabel: 'Mở Sổ Quận đoàn',
    },
  ];
}

/** The next deadline of the wave, as long as there is one. */
function nextMoment({ world, wave }: Facts): Pick<HomeInfo, 'nextMoment'> {
  const now = world.workspace.now();
  const moments = [
    ['hết hạn tự đánh giá', wave.selfCloses],
    ['hết hạn chi đoàn đánh giá', wave.gradingDue],
    ['hết hạn công nhận', wave.recognitionDue],
    ['hết hạn báo cáo', wave.reportDue],
  ] as const;
  const next = moments.find(([, day]) => endOfDay(day) > now);
  return next ? { nextMoment: { label: next[0], at: endOfDay(next[1]) } } : {};
}

function fileNotes({ world, books, wave }: Facts): Readonly<Record<string, string>> {
  const form = findFormOfWave(world, wave.code);
  return {
    [world.book]: 'Thiết lập, danh sách, tổng hợp của cả quận',
    ...(form === null ? {} : { [form]: 'Biểu mẫu của đợt; đoàn viên mở bằng đường dẫn của chi đoàn' }),
    ...Object.fromEntries(
      [...books].map(([unit, book]) => [book, `Sổ của ${unitName(world, unit)}: phiếu, đánh giá, công nhận`]),
    ),
  };
}

function memberLinks({ world, links, wave }: Facts): HomeInfo['links'] {
  const nameOf = new Map(world.district.branches.map((branch) => [branch.code, branch.name]));
  return shownMembers(world.district).flatMap(({ email, member }) => {
    const link = links.get(member.branch);
    if (link === undefined) return [];
    return [
      {
        email,
        title: `Phiếu ${waveTitle(wave)} – Rèn luyện và hành động`,
        note: `Đường dẫn của ${nameOf.get(member.branch) ?? ''}; mã của bạn: ${member.code}, sinh ngày ${member.birthDate.split('-').reverse().join('/')}`,
        href: localLink(link),
      },
    ];
  });
}

/** Google's address as the workspace serves it. */
function localLink(address: string): string {
  return address.replace(/^https:\/\/docs\.google\.com/, '');
}

function bookPath(file: string): string {
  return `/spreadsheets/d/${file}/edit`;
}

function unitName({ district }: World, code: string): string {
  return district.units.find((unit) => unit.code === code)?.name ?? '';
}

function givenName(name = ''): string {
  return name.split(' ').slice(-1).join('');
}

function dayMonth(day: string): string {
  return `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;
}

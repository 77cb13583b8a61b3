import { CRITERION_CODES, type CriterionCode } from '../../src/programme/criteria';
import { endOfDay, startOfDay } from '../../src/programme/dates';
import { type InventedDistrict, inventDistrict } from '../../src/demo/invent/district';
import type { InventedMember } from '../../src/demo/invent/members';
import { createRandom } from '../../src/demo/invent/random';
import { assessmentAnswers, readForm, registrationAnswers } from '../../src/demo/people/form-paper';
import { sendSheet, type WaveForm } from '../../src/demo/people/members';
import type { PlannedSheet } from '../../src/demo/people/planned-sheets';
import { pressButton } from '../../src/demo/people/staff';
import { newWaveActs, type WaveActs } from '../../src/demo/recount/acts';
import { HOUR, MINUTE, waveOf } from '../../src/demo/world/calendar';
import { formOfWave, posterLinks } from '../../src/demo/world/files';
import { openWorld, setUpDistrict } from '../../src/demo/world/set-up';
import type { World } from '../../src/demo/world/world';

/** The first wave of the general calendar: the one these tests are in. */
export const WAVE = waveOf('2014-C1');

/** The ward union of these tests and its branches: a long one and a short one. */
export const WARD = 'P05';
export const LONG_BRANCH = 'P05-KP1';
export const SHORT_BRANCH = 'P05-KP2';

/** Members by branch. */
export type BranchSizes = Readonly<Record<string, number>>;
const SIZES: BranchSizes = { [LONG_BRANCH]: 30, [SHORT_BRANCH]: 6 };

/** A ward union with branches of those sizes, and nobody else. */
export function wardDistrict(seed: number, sizes: BranchSizes): InventedDistrict {
  const whole = inventDistrict('ward', seed);
  const branches = whole.branches.filter(({ code }) => code in sizes);
  // Committees are members too: whoever has an account stays. The others come from anywhere.
  const spare = whole.members.filter(({ account, classed }) => account === '' && classed);
  const members = branches.flatMap(({ code }) => {
    const committee = whole.members.filter((member) => member.branch === code && member.account !== '');
    const others = spare.splice(0, sizes[code]! - committee.length);
    return [...committee, ...others.map((member) => ({ ...member, branch: code }))];
  });
  return { ...whole, units: whole.units.filter(({ code }) => code === WARD), branches, members };
}

/** A ward in play, and what its members and the district do. */
interface WardPlay {
  readonly world: World;
  readonly acts: WaveActs;
  readonly send: (sheet: PlannedSheet) => void;
  /** Sheets are taken in and brought to the ward's workbook. */
  readonly receive: () => void;
}

/** The ward in the first days of registration: everybody has registered but `silent` at the end of the roster, and the sheets are in its workbook. */
export function wardRegistering(seed: number, sizes: BranchSizes = SIZES, { silent = 0 } = {}): WardPlay {
  const world = openWorld(wardDistrict(seed, sizes));
  const { workspace, district } = world;
  const random = createRandom(seed).fork('ward');
  const acts = newWaveActs(WAVE.code);
  const receive = (): void => {
    pressButton(world, 'collect', WAVE.code, random);
    pressButton(world, 'push', WAVE.code, random);
  };
  setUpDistrict(world);
  workspace.setClock(startOfDay(WAVE.registrationOpens) + 6 * HOUR);
  pressButton(world, 'openWave', WAVE.code, random);
  const form = waveForm(world);
  const send = (sheet: PlannedSheet): void =>
    void sendSheet(world, form, acts, { ...sheet, at: workspace.now() }, new Map());
  const { members } = district;
  for (const member of members.slice(0, members.length - silent)) send(registration(member));
  receive();
  return { world, acts, send, receive };
}

/**
 * The ward on the morning after the last day of self-assessment: everybody has registered and assessed all ten criteria, all sheets are in its
 * workbook, nobody is graded. `silent` = so many at the end of the roster have registered and not assessed themselves.
 */
export function wardToGrade(
  seed: number,
  sizes: BranchSizes = SIZES,
  { silent = 0 } = {},
): { readonly world: World; readonly acts: WaveActs } {
  const { world, acts, send, receive } = wardRegistering(seed, sizes);
  const { members } = world.district;
  passTo(world, endOfDay(WAVE.registrationCloses) + 3 * MINUTE);
  passTo(world, startOfDay(WAVE.selfOpens));
  members
    .slice(0, members.length - silent)
    .forEach((member, place) => send(assessment(member, levelsAt(place))));
  passTo(world, endOfDay(WAVE.selfCloses) + 3 * MINUTE);
  receive();
  return { world, acts };
}

/** Sets the clock to that moment and lets what is due within a quarter of an hour run. */
export function passTo({ workspace, meter }: World, at: number): void {
  workspace.setClock(at);
  meter.noteFired(workspace.advance(15 * MINUTE));
}

/** The form of the wave and the addresses on its posters. */
export function waveForm(world: World): WaveForm {
  const links = posterLinks(world, WAVE);
  return {
    paper: readForm(world.workspace, formOfWave(world, WAVE.code)),
    linkOf: (branch) => links.get(branch) ?? '',
  };
}

/** Levels a member gives itself, by its place in the roster: one criterion of each half a little weaker, so *Xuất sắc* by the rule too. */
export function levelsAt(place: number): string {
  return CRITERION_CODES.map((_, index) => (index % 5 === place % 5 ? '3' : '4')).join('');
}

const common = (
  member: InventedMember,
): Pick<PlannedSheet, 'at' | 'member' | 'slip' | 'byLink' | 'edits'> => ({
  at: 0,
  member,
  slip: '',
  byLink: true,
  edits: null,
});

function identity({ fullName, birthDate, code }: InventedMember) {
  return { name: fullName, birthDate: birthDate.split('-').reverse().join('/'), code };
}

/** A registration of all ten criteria as suggested. */
export function registration(member: InventedMember): PlannedSheet {
  const choices = Object.fromEntries(CRITERION_CODES.map((code) => [code, 'SUGGESTED'])) as Record<
    CriterionCode,
    'SUGGESTED'
  >;
  return {
    ...common(member),
    kind: 'REGISTRATION',
    registered: CRITERION_CODES,
    levels: '',
    answers: (paper) => registrationAnswers(paper, identity(member), { group: member.group, choices }),
  };
}

/** A self-assessment with those levels and evidence for each. */
export function assessment(member: InventedMember, levels: string): PlannedSheet {
  return {
    ...common(member),
    kind: 'SELF_ASSESSMENT',
    registered: [],
    levels,
    answers: (paper) =>
      assessmentAnswers(paper, identity(member), {
        levels: levels.split('').map((sign) => 4 - Number(sign)),
        evidence: Object.fromEntries(CRITERION_CODES.map((code) => [code, 'Có trong sổ sinh hoạt chi đoàn'])),
        ownClass: 0,
        branchRating: 0,
        unitRating: 1,
        difficulties: '',
      }),
  };
}

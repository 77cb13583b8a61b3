import { answerFromText, CONTRACT_VERSION } from '../../contract/answer';
import type { BranchView, Saved } from '../../contract/committee';
import type { Interleaving, RunResult } from '../../local/workspace';
import { formatDay } from '../../programme/dates';
import type { GradeRequest } from '../../programme/plan-branch';
import { inventDistrict, type InventedBranch, type InventedDistrict } from '../invent/district';
import type { InventedMember } from '../invent/members';
import { createRandom, type Random } from '../invent/random';
import { assessmentAnswers, readForm, registrationAnswers } from '../people/form-paper';
import { inventAssessment, inventRegistration, registeredIn } from '../people/habits';
import { judgeMember } from '../people/judging';
import { pressButton } from '../people/staff';
import { hourOf, waveOf } from '../world/calendar';
import { booksByUnit, formOfWave } from '../world/files';
import { openWorld, setUpDistrict } from '../world/set-up';
import type { World } from '../world/world';
import { saversOf, type SaveCost } from './lock-queue';
import { serviceCalls, type Measure } from './measure';

const WAVES = ['2014-C1', '2014-C2', '2014-C3', '2014-C4'] as const;
const UNIT = 'P01';
const MEMBERS = 3_000;
const LONG_BRANCH = 500;
const SAVERS = 30;
/** A page gathers for ten seconds: what a committee grades in that time, and the most of one trip that is measured. */
const GRADES_A_TRIP = 12;
const LONG_TRIP = 50;
/** What a heartbeat learns is kept for two minutes. */
const FORGOTTEN_MS = 180_000;

/** The base workbook under measure, at the grading step of the fourth wave. */
interface Ward {
  readonly world: World;
  readonly book: string;
  readonly branches: readonly InventedBranch[];
  readonly random: Random;
}

/**
 * What a committee waits for (the measures of the issue on committees), in a unit of 3 000 members with a branch of 500, in the fourth wave: three
 * waves' grades stand in its ledger. The greeting, opening, saving fifty members, thirty secretaries who save at once.
 */
export function committeeMeasures(seed: number): readonly Measure[] {
  const ward = playWaves(seed);
  const [long] = ward.branches;
  if (!long) throw new Error('The unit has no branch');
  const greet = run(ward, long, 'greet', {});
  const opened = run(ward, long, 'openBranch', keyOf(long));
  const view = viewOf(opened);
  if (view.members.length !== LONG_BRANCH) throw new Error(`${view.members.length} members were opened`);
  return [
    measure('greet.calls', 'the greeting', greet.calls.total, 'calls'),
    measure('open500.calls', 'opening a branch of 500 of 3 000, fourth wave', opened.calls.total, 'calls'),
    measure('open500.simulatedMs', 'the same', opened.simulatedMs, 'ms'),
    measure('open500.payloadBytes', 'its first answer', Buffer.byteLength(String(opened.value)), 'bytes'),
    ...saveMeasures(ward, long, view),
    ...saversMeasures(ward, seed),
  ];
}

/**
 * As the page does it: right behind the opening its first heartbeat lets the script learn the books, and then comes the first save. `cold` = a save for
 * which what was learnt is forgotten (Google's cache may forget at any time).
 */
function saveMeasures(ward: Ward, branch: InventedBranch, view: BranchView): readonly Measure[] {
  const grades = gradesOf(ward, view);
  const trip = (from: number): RunResult =>
    save(ward, branch, grades.slice(from, from + LONG_TRIP), view.lastSeen);
  run(ward, branch, 'heartbeat', { ...keyOf(branch), member: '', lastSeen: view.lastSeen });
  const first = trip(0);
  ward.world.workspace.setClock(ward.world.workspace.now() + FORGOTTEN_MS);
  const cold = trip(LONG_TRIP);
  for (const result of [first, cold])
    if (savedOf(result).saved.length !== LONG_TRIP) throw new Error('A trip was not saved whole');
  return [
    measure(
      'save50.calls',
      'the first save after opening, 50 members in one trip',
      serviceCalls(first),
      'calls',
    ),
    measure('save50.simulatedMs', 'the same', first.simulatedMs, 'ms'),
    measure('save50.coldCalls', 'a save when the cache has forgotten the books', serviceCalls(cold), 'calls'),
    measure('save50.coldSimulatedMs', 'the same', cold.simulatedMs, 'ms'),
  ];
}

/**
 * Each saves a trip of twelve alone: who waits how long for the lock, when all do so at one moment, is reckoned from what each call takes. Then each
 * saves another, two and two at once call by call; what was acknowledged is looked for in the ledgers.
 */
function saversMeasures(ward: Ward, seed: number): readonly Measure[] {
  const branches = ward.branches.slice(1, 1 + SAVERS);
  const acknowledged = new Map<string, string>();
  const note = (branch: InventedBranch, result: RunResult): void => {
    for (const { operation } of savedOf(result).saved) acknowledged.set(operation, branch.code);
  };
  const later: (readonly [InventedBranch, Interleaving])[] = [];
  const costs = branches.map((branch): SaveCost => {
    const view = viewOf(run(ward, branch, 'openBranch', keyOf(branch)));
    run(ward, branch, 'heartbeat', { ...keyOf(branch), member: '', lastSeen: view.lastSeen });
    const all = gradesOf(ward, view);
    const grades = all.slice(0, GRADES_A_TRIP);
    const result = save(ward, branch, grades, view.lastSeen);
    note(branch, result);
    const next = all.slice(GRADES_A_TRIP, 2 * GRADES_A_TRIP);
    later.push([branch, saveCall(ward, branch, next, savedOf(result).lastSeen)]);
    return { rows: grades.length, simulatedMs: result.simulatedMs };
  });
  for (let pair = 0; pair + 1 < later.length; pair += 2) {
    const [[one, a], [other, b]] = [later[pair]!, later[pair + 1]!];
    const { results, order } = ward.world.workspace.interleave(a, b, seed + pair);
    if (!/ab+a|ba+b/.test(order)) throw new Error(`Two saves did not meet: ${order}`);
    note(one, results[0]);
    note(other, results[1]);
  }
  ward.world.workspace.close();
  if (acknowledged.size < 2 * SAVERS * GRADES_A_TRIP * 0.9) throw new Error('Too little was saved');
  const found = new Set(
    branches.flatMap((branch) =>
      viewOf(run(ward, branch, 'openBranch', keyOf(branch))).members.flatMap(({ grade }) =>
        grade ? [grade.operation] : [],
      ),
    ),
  );
  const lost = [...acknowledged.keys()].filter((operation) => !found.has(operation)).length;
  return [
    measure(
      'savers30.p95Ms',
      `thirty secretaries of one workbook saving at once, felt, 95th percentile (seed ${seed})`,
      saversOf(costs, seed),
      'ms',
    ),
    measure(
      'savers30.lost',
      `of ${acknowledged.size} acknowledged grades, saved two trips at once, those in no ledger`,
      lost,
      'grades',
    ),
  ];
}

/** Sets the unit up and plays three waves of the long branch, and in the fourth what its members send. */
function playWaves(seed: number): Ward {
  const random = createRandom(seed).fork('committee measures');
  const world = openWorld(unitOf(seed));
  setUpDistrict(world);
  const book = booksByUnit(world).get(UNIT);
  if (book === undefined) throw new Error(`${UNIT} has no workbook`);
  const ward = { world, book, branches: world.district.branches, random };
  for (const code of WAVES) {
    const wave = waveOf(code);
    world.workspace.setClock(Math.max(world.workspace.now(), hourOf(wave.registrationOpens, 6)));
    pressButton(world, 'openWave', code, random);
    sendSheets(ward, code, code === WAVES[3] ? ward.branches : ward.branches.slice(0, 1));
    world.workspace.setClock(hourOf(wave.selfCloses, 22));
    const [long] = ward.branches;
    if (long && code !== WAVES[3]) gradeAll(ward, long, code);
  }
  return ward;
}

function gradeAll(ward: Ward, branch: InventedBranch, wave: string): void {
  const key = { wave, branch: branch.code };
  const view = viewOf(run(ward, branch, 'openBranch', key));
  const grades = gradesOf(ward, view);
  for (let from = 0; from < grades.length; from += LONG_TRIP)
    save(ward, branch, grades.slice(from, from + LONG_TRIP), view.lastSeen, wave);
}

/** Every member of these branches registers, and later assesses himself. */
function sendSheets({ world, random }: Ward, code: string, branches: readonly InventedBranch[]): void {
  const { workspace, district } = world;
  const wave = waveOf(code);
  const own = new Set(branches.map((branch) => branch.code));
  const members = district.members.filter((member) => own.has(member.branch));
  const registrations = new Map(
    members.map((member) => [member.code, inventRegistration(member, random)] as const),
  );
  const submit = (
    answers: (member: InventedMember) => Parameters<typeof workspace.submitForm>[1]['answers'],
  ) => {
    const formId = formOfWave(world, code);
    for (const member of members) {
      workspace.setClock(workspace.now() + 250);
      const sent = workspace.submitForm(formId, { as: '', answers: answers(member) });
      if (!sent.ok) throw new Error(sent.message);
    }
    pressButton(world, 'collect', code, random);
    pressButton(world, 'push', code, random);
  };
  const paper = readForm(workspace, formOfWave(world, code));
  submit((member) => registrationAnswers(paper, typedBy(member), registrations.get(member.code)!));
  workspace.setClock(hourOf(wave.selfOpens, 8));
  pressButton(world, 'collect', code, random);
  submit((member) => {
    const registered = registeredIn(registrations.get(member.code)!);
    return assessmentAnswers(paper, typedBy(member), inventAssessment(registered, random));
  });
}

function typedBy(member: InventedMember): { name: string; birthDate: string; code: string } {
  return { name: member.fullName, birthDate: formatDay(member.birthDate), code: member.code };
}

/** One unit of 3 000 members in 31 branches, the first of 500. */
function unitOf(seed: number): InventedDistrict {
  const whole = inventDistrict('district', seed);
  const unit = whole.units.find(({ kind, calendar }) => kind === 'BASE_UNION' && calendar === 'GENERAL');
  if (!unit) throw new Error('The district has no base union');
  const branches = Array.from({ length: SAVERS + 1 }, (_, index): InventedBranch => ({
    code: `${UNIT}-CD${String(index + 1).padStart(2, '0')}`,
    name: `Chi đoàn Khu phố ${index + 1}`,
    base: UNIT,
    committee: [{ email: `bi.thu.${index + 1}@quan8.example`, name: `Bí thư ${index + 1}` }],
  }));
  const others = Math.ceil((MEMBERS - LONG_BRANCH) / SAVERS);
  const members = whole.members.slice(0, MEMBERS).map((member, index) => {
    const place = index < LONG_BRANCH ? 0 : 1 + Math.floor((index - LONG_BRANCH) / others);
    return { ...member, branch: branches[place]?.code ?? '' };
  });
  return { ...whole, units: [{ ...unit, code: UNIT }], branches, members };
}

function keyOf(branch: InventedBranch): { readonly wave: string; readonly branch: string } {
  return { wave: WAVES[3], branch: branch.code };
}

function gradesOf({ random }: Ward, view: BranchView): readonly GradeRequest[] {
  return view.members
    .filter((member) => member.grade === null)
    .flatMap((member) => judgeMember(member, view.preset, view.lastSeen, random) ?? []);
}

function save(
  ward: Ward,
  branch: InventedBranch,
  grades: readonly GradeRequest[],
  lastSeen: number,
  wave: string = WAVES[3],
): RunResult {
  const { project, fn, options } = saveCall(ward, branch, grades, lastSeen, wave);
  const result = ward.world.workspace.run(project, fn, options);
  if (!result.ok) throw new Error(`${fn}: ${result.error?.message ?? ''}`);
  return result;
}

function saveCall(
  ward: Ward,
  branch: InventedBranch,
  grades: readonly GradeRequest[],
  lastSeen: number,
  wave: string = WAVES[3],
): Interleaving {
  const operation = ward.random.operation();
  return callOf(ward, branch, 'saveGrades', { wave, branch: branch.code, operation, grades, lastSeen });
}

function callOf({ world, book }: Ward, branch: InventedBranch, fn: string, body: unknown): Interleaving {
  return {
    project: world.committeeScript,
    fn,
    options: {
      as: branch.committee[0]?.email ?? '',
      args: [JSON.stringify({ v: CONTRACT_VERSION, body })],
      from: 'page',
      document: book,
    },
  };
}

function run(ward: Ward, branch: InventedBranch, fn: string, body: unknown): RunResult {
  const { project, options } = callOf(ward, branch, fn, body);
  const result = ward.world.workspace.run(project, fn, options);
  if (!result.ok) throw new Error(`${fn}: ${result.error?.message ?? ''}`);
  return result;
}

function viewOf(result: RunResult): BranchView {
  return valueOf(result) as BranchView;
}

function savedOf(result: RunResult): Saved {
  return valueOf(result) as Saved;
}

function valueOf(result: RunResult): unknown {
  const answer = answerFromText<unknown>(String(result.value));
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

function measure(id: string, what: string, value: number, unit: string): Measure {
  return { id, what, value: Math.round(value), unit };
}

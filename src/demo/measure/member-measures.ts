import { CONTRACT_VERSION, type Answer } from '../../contract/answer';
import type { JobName, JobView } from '../../contract/district';
import type { RunResult } from '../../local/workspace';
import { latencyOf } from '../../local/kernel/latency';
import { formatDay } from '../../programme/dates';
import { inventDistrict } from '../invent/district';
import type { InventedMember } from '../invent/members';
import { createRandom, type Random } from '../invent/random';
import { readForm, registrationAnswers, type FormPaper } from '../people/form-paper';
import { inventRegistration } from '../people/habits';
import { hourOf, waveOf, waveTitle } from '../world/calendar';
import { formOfWave, intakeFile } from '../world/files';
import { needTab } from '../world/sheet-reading';
import { openWorld, setUpDistrict } from '../world/set-up';
import type { World } from '../world/world';
import { serviceCalls, type Measure } from './measure';
import { naiveCost } from './naive-peer';

const WAVE = waveOf('2014-C1');
const MINUTE_MS = 60_000;

/** Sheets of the run that is ended half-way: more than one write takes. */
const KILLED = 3_000;

/** One execution after the other. */
interface Cost {
  readonly calls: number;
  readonly simulatedMs: number;
  /** Calls of the dearest execution. */
  readonly most: number;
  readonly each: readonly RunResult[];
}

/**
 * What a wave's form and its answers cost a district of 12 000 members (the measures of the issue on members): building the form, all links, taking
 * in 20 000 waiting sheets beside a naive way, pushing, a run that finds nothing.
 */
export function memberMeasures(seed: number): readonly Measure[] {
  const world = openWorld(inventDistrict('district', seed));
  setUpDistrict(world);
  world.workspace.setClock(hourOf(WAVE.registrationOpens, 6));
  const form = formMeasures(world);
  const paper = readForm(world.workspace, formOfWave(world, WAVE.code));
  const random = createRandom(seed).fork('sheets');
  const growth = growthMeasures(world, paper, random);
  const ingest = ingestMeasures(world, paper, random);
  return [...form, ...linkMeasures(world), ...growth, ...ingest, ...killedMeasures(world, paper, random)];
}

/** The form until it is published: the slices of opening the wave before the first workbook is touched. */
function formMeasures(world: World): readonly Measure[] {
  const { cost, last } = press(world, 'openWave', (view) => view.done < 2);
  const data = world.workspace.state.files[formIdOf(world)]?.data as
    { readonly items: readonly unknown[] } | undefined;
  if (last.state === 'RUNNING') press(world, 'openWave', () => true);
  return [
    measure('form.calls', 'building, publishing and checking a wave’s form', cost.calls, 'calls'),
    measure('form.simulatedMs', 'the same', Math.round(cost.simulatedMs), 'ms'),
    measure('form.items', 'items of the form', data?.items.length ?? 0, 'items'),
  ];
}

function formIdOf(world: World): string {
  const found = Object.values(world.workspace.state.files).find((file) => file.kind === 'form');
  if (!found) throw new Error('There is no form');
  return found.id;
}

function linkMeasures(world: World): readonly Measure[] {
  const result = ask(world, 'openLinks', { wave: WAVE.code, unit: '*' });
  const { branches } = valueOf<{ branches: readonly { members: readonly unknown[] }[] }>(result);
  const links = branches.reduce((sum, branch) => sum + branch.members.length, 0);
  if (links < 5_000) throw new Error(`Only ${links} links were made`);
  return [
    measure(
      'links12k.calls',
      `poster and personal links of ${links} members at once`,
      result.calls.total,
      'calls',
      links,
    ),
  ];
}

/** Calls of a collecting run with 1 000, 4 000 and 16 000 sheets waiting. */
function growthMeasures(world: World, paper: FormPaper, random: Random): readonly Measure[] {
  const calls = [1_000, 4_000, 16_000].map((count) => {
    send(world, paper, count, random);
    const { cost } = press(world, 'collect', () => true);
    press(world, 'push', () => true);
    return cost.calls;
  });
  const [few = 0, some = 0, many = 0] = calls;
  return [
    measure('ingest1k.calls', 'taking in 1 000 sheets', few, 'calls'),
    measure('ingest4k.calls', 'taking in 4 000 sheets', some, 'calls'),
    measure('ingest16k.calls', 'taking in 16 000 sheets', many, 'calls'),
    measure('ingest.callsGrowth', 'calls at 16 000 sheets to calls at 1 000', round(many / few), 'times', 16),
  ];
}

function ingestMeasures(world: World, paper: FormPaper, random: Random): readonly Measure[] {
  // What came before is further back than a run looks.
  send(world, paper, 1, random);
  press(world, 'collect', () => true);
  send(world, paper, 20_000, random);
  const { cost } = press(world, 'collect', () => true);
  const reading = latencyOf('Form.getResponses', { responses: 20_000 }) - latencyOf('Form.getResponses');
  const peer = naiveCost(world, formIdOf(world), 20_000);
  const push = press(world, 'push', () => true).cost;
  const touched = world.district.units.filter((unit) => unit.calendar === WAVE.calendar).length;
  const books = push.each.reduce(
    (sum, run) => sum + callsOn(run, 'batchUpdate') + callsOn(run, 'batchGetByDataFilter'),
    0,
  );
  world.workspace.setClock(world.workspace.now() + 30 * MINUTE_MS);
  // The first of these looks at everything, the second at what is new.
  tick(world);
  const idle = tick(world);
  return [
    measure(
      'ingest20k.calls',
      'taking 20 000 waiting sheets into Sổ tiếp nhận phiếu',
      cost.calls,
      'calls',
      peer.calls,
    ),
    measure(
      'ingest20k.ownMs',
      'the same without the assumed 5 ms a response',
      Math.round(cost.simulatedMs - reading),
      'ms',
    ),
    measure(
      'ingest20k.simulatedMs',
      'the same, all in',
      Math.round(cost.simulatedMs),
      'ms',
      Math.round(peer.simulatedMs),
    ),
    measure(
      'push46.callsPerBook',
      `pushing to ${touched} base workbooks, Sheets calls a book`,
      round(books / touched),
      'calls',
    ),
    measure('idle.calls', 'a run of the clock that finds nothing new', idle.calls.total, 'calls'),
    measure('idle.simulatedMs', 'the same', Math.round(idle.simulatedMs), 'ms'),
    ...backlogMeasures(),
  ];
}

/** Google ends a run in its second write; the next one goes on. */
function killedMeasures(world: World, paper: FormPaper, random: Random): readonly Measure[] {
  const { workspace } = world;
  const before = keysIn(world);
  send(world, paper, KILLED, random);
  workspace.faults([{ at: 'Sheets.Spreadsheets.batchUpdate', nth: 2, do: 'kill' }]);
  presses += 1;
  const operation = presses.toString(16).padStart(32, '0');
  const { key } = valueOf<JobView>(ask(world, 'startJob', { job: 'collect', wave: WAVE.code, operation }));
  const broken = ask(world, 'continueJob', { key });
  workspace.faults([]);
  if (!broken.killed) throw new Error('The run was not ended');
  const between = keysIn(world).length - before.length;
  if (between <= 0 || between >= KILLED) throw new Error(`${between} sheets were in when the run was ended`);
  press(world, 'collect', () => true);
  const after = keysIn(world);
  const what = `${KILLED} sheets, a run ended in its second write, another one`;
  return [
    measure(
      'ingestKilled.lost',
      `${what}: without a row`,
      before.length + KILLED - new Set(after).size,
      'sheets',
    ),
    measure('ingestKilled.doubled', 'the same: rows of one key', after.length - new Set(after).size, 'rows'),
  ];
}

/** Response id and time of every row of the registrations. */
function keysIn(world: World): readonly string[] {
  const table = needTab(world.workspace, intakeFile(world, WAVE.programme), `Đăng ký – ${waveTitle(WAVE)}`);
  return table.rows.map((row) => `${table.cell(row, 'Mã phiếu')} ${table.cell(row, 'Gửi lúc')}`);
}

/** The largest backlog that one execution of six minutes reads, by how long Google takes for a response. */
function backlogMeasures(): readonly Measure[] {
  const perResponseMs = latencyOf('Form.getResponses', { responses: 1 }) - latencyOf('Form.getResponses');
  const left = 6 * MINUTE_MS - MINUTE_MS - latencyOf('Form.getResponses');
  return [5, 10, 20].map((ms) =>
    measure(
      `backlog.${ms}ms.responses`,
      `responses one execution reads at ${ms} ms each, a minute left for writing`,
      Math.floor(left / ((perResponseMs * ms) / 5)),
      'responses',
    ),
  );
}

function callsOn(run: RunResult, method: string): number {
  return Object.entries(run.calls.byService)
    .filter(([name]) => name.endsWith(method))
    .reduce((sum, [, count]) => sum + count, 0);
}

/** Members of the general calendar send registrations, a quarter of a second apart, some time after whatever was collected before. */
function send(world: World, paper: FormPaper, count: number, random: Random): void {
  const { workspace, district } = world;
  const general = new Set(
    district.units.filter((unit) => unit.calendar === WAVE.calendar).map((unit) => unit.code),
  );
  const branches = new Set(
    district.branches.filter((branch) => general.has(branch.base)).map((branch) => branch.code),
  );
  const members = district.members.filter((member) => branches.has(member.branch));
  workspace.setClock(workspace.now() + 15 * MINUTE_MS);
  for (let sent = 0; sent < count; sent += 1) {
    const member = members[sent % members.length];
    if (!member) throw new Error('Nobody sends');
    workspace.setClock(workspace.now() + 250);
    const answer = workspace.submitForm(paper.formId, { as: '', answers: answersOf(paper, member, random) });
    if (!answer.ok) throw new Error(answer.message);
  }
}

function answersOf(
  paper: FormPaper,
  member: InventedMember,
  random: Random,
): ReturnType<typeof registrationAnswers> {
  return registrationAnswers(
    paper,
    { name: member.fullName, birthDate: formatDay(member.birthDate), code: member.code },
    inventRegistration(member, random),
  );
}

/** Presses a job's button as the role account and follows it while `goOn`; the press itself only writes down what is to be done. */
function press(
  world: World,
  job: JobName,
  goOn: (view: JobView) => boolean,
): { readonly cost: Cost; readonly last: JobView } {
  const slices: RunResult[] = [];
  const asked = (fn: string, body: unknown): JobView => {
    const result = ask(world, fn, body);
    if (fn !== 'startJob') slices.push(result);
    return valueOf<JobView>(result);
  };
  presses += 1;
  const operation = presses.toString(16).padStart(32, '0');
  let view = asked('startJob', { job, wave: WAVE.code, operation });
  while (view.state === 'RUNNING' && goOn(view)) view = asked('continueJob', { key: view.key });
  if (view.state !== 'DONE' && view.state !== 'RUNNING') throw new Error(`${job}: ${view.trouble}`);
  const calls = slices.map(serviceCalls);
  return {
    cost: {
      calls: calls.reduce((sum, one) => sum + one, 0),
      simulatedMs: slices.reduce((sum, one) => sum + one.simulatedMs - one.sleptMs, 0),
      most: Math.max(...calls),
      each: slices,
    },
    last: view,
  };
}

let presses = 0;

function tick({ workspace, districtScript, district }: World): RunResult {
  workspace.setClock(workspace.now() + 10 * MINUTE_MS);
  const result = workspace.run(districtScript, 'everyTenMinutes', { as: district.roleAccount.email });
  if (!result.ok) throw new Error(result.error?.message);
  return result;
}

function ask({ workspace, districtScript, district }: World, fn: string, body: unknown): RunResult {
  const args = [JSON.stringify({ v: CONTRACT_VERSION, body })];
  return workspace.run(districtScript, fn, { as: district.roleAccount.email, args, from: 'page' });
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the shape of an answer is the endpoint's
function valueOf<T>(result: RunResult): T {
  if (!result.ok)
    throw new Error(`${result.error?.message ?? ''} ${result.logs.map(({ line }) => line).join('\n')}`);
  const answer = JSON.parse(String(result.value)) as Answer<T>;
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

function measure(id: string, what: string, value: number, unit: string, peer?: number): Measure {
  return { id, what, value, unit, ...(peer === undefined ? {} : { peer, ratio: round(value / peer) }) };
}

function round(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}

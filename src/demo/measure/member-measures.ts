import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTRACT_VERSION, type Answer } from '../../contract/answer';
import type { JobName, JobView } from '../../contract/district';
import type { RunResult } from '../../local/workspace';
import { latencyOf } from '../../local/kernel/latency';
import { CRITERION_CODES } from '../../programme/criteria';
import { formatDay } from '../../programme/dates';
import { inventDistrict } from '../invent/district';
import type { InventedMember } from '../invent/members';
import { readForm, registrationAnswers, type FormPaper } from '../people/form-paper';
import { hourOf, waveOf } from '../world/calendar';
import { formOfWave } from '../world/files';
import { openWorld, setUpDistrict } from '../world/set-up';
import type { World } from '../world/world';
import type { Measure } from './measure';

const WAVE = waveOf('2014-C1');
const MINUTE_MS = 60_000;

/** Responses the naive peer stores; its cost grows with each one, so the rest is reckoned from them. */
const PEER_SAMPLE = 100;

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
  const growth = growthMeasures(world, paper);
  const ingest = ingestMeasures(world, paper);
  return [...form, ...linkMeasures(world), ...growth, ...ingest];
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
function growthMeasures(world: World, paper: FormPaper): readonly Measure[] {
  const calls = [1_000, 4_000, 16_000].map((count) => {
    send(world, paper, count);
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

function ingestMeasures(world: World, paper: FormPaper): readonly Measure[] {
  send(world, paper, 20_000);
  const { cost } = press(world, 'collect', () => true);
  const reading = latencyOf('Form.getResponses', { responses: 20_000 }) - latencyOf('Form.getResponses');
  const peer = peerCost(world);
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

/** Members of the general calendar send registrations, a quarter of a second apart. */
function send(world: World, paper: FormPaper, count: number): void {
  const { workspace, district } = world;
  const general = new Set(
    district.units.filter((unit) => unit.calendar === WAVE.calendar).map((unit) => unit.code),
  );
  const branches = new Set(
    district.branches.filter((branch) => general.has(branch.base)).map((branch) => branch.code),
  );
  const members = district.members.filter((member) => branches.has(member.branch));
  for (let sent = 0; sent < count; sent += 1) {
    const member = members[sent % members.length];
    if (!member) throw new Error('Nobody sends');
    workspace.setClock(workspace.now() + 250);
    const answer = workspace.submitForm(paper.formId, { as: '', answers: answersOf(paper, member) });
    if (!answer.ok) throw new Error(answer.message);
  }
}

function answersOf(paper: FormPaper, member: InventedMember): ReturnType<typeof registrationAnswers> {
  const choices = Object.fromEntries(CRITERION_CODES.map((code) => [code, 'SUGGESTED'])) as never;
  return registrationAnswers(
    paper,
    { name: member.fullName, birthDate: formatDay(member.birthDate), code: member.code },
    { group: member.group, choices },
  );
}

/** The naive way: a lock and an appended row for every response. */
function peerCost(world: World): { readonly calls: number; readonly simulatedMs: number } {
  const { workspace, district } = world;
  const owner = district.roleAccount.email;
  const dir = mkdtempSync(join(tmpdir(), 'peer-'));
  try {
    writeFileSync(join(dir, 'appsscript.json'), '{"timeZone":"Asia/Ho_Chi_Minh","runtimeVersion":"V8"}');
    writeFileSync(join(dir, 'Code.js'), naiveCode(formIdOf(world)));
    const book = workspace.createSpreadsheet({ name: 'Cách thường làm', owner }).id;
    const project = workspace.loadProject({ dir, kind: 'bound', owner, container: book }).id;
    const result = workspace.run(project, 'naive', { as: owner });
    if (!result.ok) throw new Error(result.error?.message);
    const factor = 20_000 / PEER_SAMPLE;
    return { calls: result.calls.total * factor, simulatedMs: result.simulatedMs * factor };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function naiveCode(formId: string): string {
  return `
function naive() {
  var form = FormApp.openById('${formId}');
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  var after = new Date(Date.now() - 3600000);
  form.getResponses(after).slice(0, ${PEER_SAMPLE}).forEach(function (response) {
    var lock = LockService.getScriptLock();
    lock.waitLock(30000);
    sheet.appendRow(response.getItemResponses().map(function (answer) { return String(answer.getResponse()); }));
    SpreadsheetApp.flush();
    lock.releaseLock();
  });
}`;
}

/** Presses a job's button as the role account and follows it while `goOn`. */
function press(
  world: World,
  job: JobName,
  goOn: (view: JobView) => boolean,
): { readonly cost: Cost; readonly last: JobView } {
  const each: RunResult[] = [];
  const asked = (fn: string, body: unknown): JobView => {
    const result = ask(world, fn, body);
    each.push(result);
    return valueOf<JobView>(result);
  };
  presses += 1;
  const operation = presses.toString(16).padStart(32, '0');
  let view = asked('startJob', { job, wave: WAVE.code, operation });
  while (view.state === 'RUNNING' && goOn(view)) view = asked('continueJob', { key: view.key });
  if (view.state !== 'DONE' && view.state !== 'RUNNING') throw new Error(`${job}: ${view.trouble}`);
  const calls = each.map((one) => one.calls.total);
  return {
    cost: {
      calls: calls.reduce((sum, one) => sum + one, 0),
      simulatedMs: each.reduce((sum, one) => sum + one.simulatedMs, 0),
      most: Math.max(...calls),
      each,
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

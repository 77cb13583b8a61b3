import type { BranchView, Judgement, UnitRecord } from '../../contract/committee';
import type { InventedBranch, InventedUnit } from '../invent/district';
import type { Random } from '../invent/random';
import { DEMO_WORDS } from '../invent/words';
import { branchActs, type WaveActs } from '../recount/acts';
import { ACT_MS } from '../world/calendar';
import type { MeasuredJob } from '../world/meter';
import { askCommittee, must, type World } from '../world/world';
import type { Wave } from '../../programme/wave';
import { nearClass, proposedBranchClass } from './judging';

/** Where a base committee works. */
export interface UnitDesk {
  readonly world: World;
  readonly acts: WaveActs;
  readonly wave: Wave;
  readonly unit: InventedUnit;
  readonly branches: readonly InventedBranch[];
  readonly book: string;
}

const SHARE_ADJUSTED = 0.03;

/** Tells the district that the plan reached the branches (P7, P18). */
export function recordDeployment(desk: UnitDesk, random: Random): void {
  const day = desk.wave.registrationOpens;
  recordForUnit(
    desk,
    {
      kind: 'deployed',
      data: {
        day,
        how: 'Hội nghị triển khai đến Ban Chấp hành các chi đoàn',
        document: `Số ${10 + random.below(80)}-KH/ĐTN`,
        branches: desk.branches.map(({ code }) => code),
      },
    },
    random,
  );
  desk.acts.deployed.set(desk.unit.code, day);
}

/** Opens the unit's page: greeting, branches with their state. */
export function openUnit(desk: UnitDesk): void {
  const { world, wave, unit, book } = desk;
  const of = { as: secretaryOf(desk), job: 'open', document: book } as const;
  must(askCommittee(world, 'greet', {}, of), `greet of ${unit.code}`);
  must(askCommittee(world, 'openUnit', { wave: wave.code }, of), `openUnit ${unit.code}`);
}

/** Looks at a branch that has sent; returns one member or the whole branch with a reason. Answers whom. */
export function returnBranch(desk: UnitDesk, branch: InventedBranch, random: Random): readonly string[] {
  const view = openBranch(desk, branch);
  const graded = view.members.filter((member) => member.grade !== null);
  const members = random.chance(0.5) && graded.length > 0 ? [random.pick(graded).code] : [];
  judge(
    desk,
    branch,
    { kind: 'return', members, reason: random.pick(DEMO_WORDS.returnReasons) },
    'return',
    random,
  );
  branchActs(desk.acts, branch.code).sentAt = null;
  return members;
}

/** Considers a branch that has sent: adjusts a few with a reason, recognises the others at once, gives the branch its class. */
export function recogniseBranch(desk: UnitDesk, branch: InventedBranch, random: Random): void {
  const { acts } = desk;
  judge(desk, branch, { kind: 'reviewing' }, 'recognise', random);
  const view = openBranch(desk, branch);
  const own = branchActs(acts, branch.code);
  const graded = view.members.filter((member) => member.grade !== null);
  for (const member of graded) {
    const given = member.grade?.class ?? '';
    const rank = view.preset.classes.findIndex(({ code }) => code === given);
    if (rank < 1 || !random.chance(SHARE_ADJUSTED)) continue;
    const better = view.preset.classes[rank - 1]!.code;
    const reason = random.pick(DEMO_WORDS.adjustReasons);
    judge(desk, branch, { kind: 'adjust', member: member.code, class: better, reason }, 'recognise', random);
    own.recognised.set(member.code, better);
  }
  judge(
    desk,
    branch,
    {
      kind: 'recogniseAll',
      exceptions: [],
      decisionNumber: `${10 + random.below(80)}-QĐ/ĐTN`,
      decisionDay: desk.wave.recognitionDue,
    },
    'recognise',
    random,
  );
  for (const member of graded)
    if (!own.recognised.has(member.code)) own.recognised.set(member.code, member.grade?.class ?? '');
  const branchClass = nearClass(proposedBranchClass(view), view.preset, random);
  judge(desk, branch, { kind: 'branchClass', class: branchClass, reason: '' }, 'recognise', random);
  own.class = branchClass;
}

/** Lessons, and the unit's own *Gửi về Quận đoàn*. */
export function finishUnit(desk: UnitDesk, random: Random): void {
  recordForUnit(desk, { kind: 'lessons', text: random.pick(DEMO_WORDS.lessons) }, random);
  recordForUnit(desk, { kind: 'send' }, random);
}

function openBranch({ world, wave, book, ...desk }: UnitDesk, branch: InventedBranch): BranchView {
  return must(
    askCommittee(
      world,
      'openBranch',
      { wave: wave.code, branch: branch.code, role: 'BASE' } as { wave: string; branch: string },
      { as: secretaryOf(desk), job: 'open', document: book },
    ),
    `openBranch ${branch.code} of the base committee`,
  );
}

function judge(
  desk: UnitDesk,
  branch: InventedBranch,
  judgement: Judgement,
  job: MeasuredJob,
  random: Random,
): void {
  const { world, acts, wave, unit, book } = desk;
  world.workspace.setClock(world.workspace.now() + ACT_MS);
  const operation = random.operation();
  must(
    askCommittee(
      world,
      'judge',
      { wave: wave.code, branch: branch.code, operation, judgement },
      { as: secretaryOf(desk), job, document: book },
    ),
    `judge ${judgement.kind} of ${branch.code}`,
  );
  acts.operations.push({ unit: unit.code, operation: `${operation}/01` });
}

function recordForUnit(desk: UnitDesk, record: UnitRecord, random: Random): void {
  const { world, acts, wave, unit, book } = desk;
  const operation = random.operation();
  must(
    askCommittee(
      world,
      'recordForUnit',
      { wave: wave.code, operation, record },
      { as: secretaryOf(desk), job: record.kind === 'send' ? 'send' : 'record', document: book },
    ),
    `recordForUnit ${record.kind} of ${unit.code}`,
  );
  acts.operations.push({ unit: unit.code, operation: `${operation}/01` });
}

function secretaryOf({ unit }: Pick<UnitDesk, 'unit'>): string {
  const [secretary] = unit.committee;
  if (!secretary) throw new Error(`${unit.name} has no committee`);
  return secretary.email;
}

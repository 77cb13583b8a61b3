import type { BranchView, Saved } from '../../contract/committee';
import type { ActivityKind } from '../../programme/events';
import type { GradeRequest } from '../../programme/plan-branch';
import { CRITERION_CODES } from '../../programme/criteria';
import { dayOf } from '../../programme/dates';
import type { Wave } from '../../programme/wave';
import type { InventedBranch } from '../invent/district';
import type { Random } from '../invent/random';
import { DEMO_WORDS } from '../invent/words';
import { branchActs, type WaveActs } from '../recount/acts';
import { askCommittee, must, type World } from '../world/world';
import { ACT_MS } from '../world/calendar';
import { judgeAgain, judgeMember, nearClass, proposedBranchClass } from './judging';

/** Where a branch's committee works. */
export interface BranchDesk {
  readonly world: World;
  readonly acts: WaveActs;
  readonly wave: Wave;
  readonly branch: InventedBranch;
  /** File id of *Sổ cơ sở*. */
  readonly book: string;
}

/** Grades in one trip: the page gathers for ten seconds at least. */
const GRADES_A_TRIP = 12;
const MOST_PAPERS = 2;

/** Opens the sidebar: greeting, the branch, the texts. */
export function openSidebar(desk: BranchDesk, as = secretaryOf(desk)): BranchView {
  const { world, wave, branch, book } = desk;
  const of = { as, job: 'open', document: book } as const;
  must(askCommittee(world, 'greet', {}, of), `greet ${as}`);
  const key = { wave: wave.code, branch: branch.code };
  const view = must(askCommittee(world, 'openBranch', key, of), `openBranch ${branch.code}`);
  must(askCommittee(world, 'loadTexts', key, of), `loadTexts ${branch.code}`);
  return view;
}

/** Assesses members one after another, in trips; `whom` = 'READY' who has assessed himself, 'ALL' everybody not assessed yet. */
export function gradeBranch(desk: BranchDesk, whom: 'READY' | 'ALL', random: Random): void {
  const view = openSidebar(desk);
  const chosen = view.members.filter(
    (member) =>
      member.grade === null &&
      (whom === 'ALL' || (member.selfLevels !== '' && member.registered.includes('1'))),
  );
  const grades = chosen.flatMap((member) => judgeMember(member, view.preset, view.lastSeen, random) ?? []);
  saveAll(desk, view, grades, random);
}

/** Enters the registrations that some members handed in on paper. */
export function enterPapers(desk: BranchDesk, random: Random): void {
  const silent = openSidebar(desk).members.filter(({ registered }) => !registered.includes('1'));
  for (const { code } of silent.slice(0, MOST_PAPERS)) {
    const registered = CRITERION_CODES.filter(() => random.chance(0.8));
    const commitments = Object.fromEntries(
      registered.map((criterion) => [criterion, { kind: 'SUGGESTED', text: '' } as const]),
    );
    const data = { paper: 'REGISTRATION', commitments, signedOn: desk.wave.registrationCloses } as const;
    record(desk, { kind: 'paperEntry', member: code, levels: '', data }, random);
    desk.acts.papers.push({ member: code, registered });
  }
}

/** Takes one grade back and judges the member anew. */
export function thinkAgain(desk: BranchDesk, random: Random): void {
  const { world, acts, wave, branch } = desk;
  const graded = openSidebar(desk).members.filter(({ grade }) => grade !== null);
  if (graded.length === 0) return;
  const { code, grade } = random.pick(graded);
  const operation = random.operation();
  must(
    askCommittee(
      world,
      'undoActs',
      { wave: wave.code, branch: branch.code, operation, operations: [grade?.operation ?? ''] },
      { as: secretaryOf(desk), job: 'save', document: desk.book },
    ),
    `undoActs ${branch.code}`,
  );
  acts.operations.push({ unit: branch.base, operation: `${operation}/01` });
  const view = openSidebar(desk);
  const member = view.members.find((one) => one.code === code);
  if (!member || member.grade !== null) throw new Error(`The grade of ${code} was not taken back`);
  const again = judgeMember(member, view.preset, view.lastSeen, random);
  if (!again) throw new Error(`${code} was graded once and is not now`);
  saveAll(desk, view, [again], random);
}

/** Assesses anew whoever was returned, and sends again. */
export function gradeReturned(desk: BranchDesk, members: readonly string[], random: Random): void {
  const view = openSidebar(desk);
  const chosen = view.members.filter(
    (member) =>
      members.includes(member.code) || (members.length === 0 && member.grade !== null && random.chance(0.2)),
  );
  const grades = chosen.flatMap((member) => judgeAgain(member, view.preset, view.lastSeen, random) ?? []);
  saveAll(desk, view, grades, random);
}

/** Records what the branch did, assesses the branch itself, sends. */
export function finishBranch(desk: BranchDesk, random: Random): void {
  const { world } = desk;
  const [first, ...more] = random.shuffled(DEMO_WORDS.activities).slice(0, 1 + random.below(3));
  if (!first) throw new Error('The demo has no activities');
  const view = recordActivity(desk, first, random);
  for (const activity of more) recordActivity(desk, activity, random);
  if (random.chance(0.25))
    record(desk, { kind: 'difficulty', text: random.pick(DEMO_WORDS.difficulties) }, random);
  recordOwnAssessment(desk, nearClass(proposedBranchClass(view), view.preset, random), random);
  world.workspace.setClock(world.workspace.now() + ACT_MS);
  send(desk, random);
}

/** *Gửi*: answers when it was sent. */
export function send(desk: BranchDesk, random: Random): void {
  const { world, acts, wave, branch } = desk;
  const operation = random.operation();
  const view = must(
    askCommittee(
      world,
      'sendBranch',
      { wave: wave.code, branch: branch.code, operation },
      { as: secretaryOf(desk), job: 'send', document: desk.book },
    ),
    `sendBranch ${branch.code}`,
  );
  acts.operations.push({ unit: branch.base, operation: `${operation}/01` });
  const own = branchActs(acts, branch.code);
  own.sentLate ??= dayOf(world.workspace.now()) > wave.gradingDue;
  own.sentAt = view.sentAt;
}

/** *Rút lại*, and *Gửi* again. */
export function takeBackAndSend(desk: BranchDesk, random: Random): void {
  const { world, acts, wave, branch } = desk;
  const operation = random.operation();
  must(
    askCommittee(
      world,
      'takeBackBranch',
      { wave: wave.code, branch: branch.code, operation },
      { as: secretaryOf(desk), job: 'send', document: desk.book },
    ),
    `takeBackBranch ${branch.code}`,
  );
  acts.operations.push({ unit: branch.base, operation: `${operation}/01` });
  const own = branchActs(acts, branch.code);
  own.sentAt = null;
  own.sentLate = null;
  send(desk, random);
}

function saveAll(desk: BranchDesk, view: BranchView, grades: readonly GradeRequest[], random: Random): void {
  let lastSeen = view.lastSeen;
  for (let from = 0; from < grades.length; from += GRADES_A_TRIP) {
    const trip = grades.slice(from, from + GRADES_A_TRIP).map((grade) => ({ ...grade, lastSeen }));
    lastSeen = saveTrip(desk, trip, lastSeen, random).lastSeen;
  }
}

function saveTrip(
  desk: BranchDesk,
  grades: readonly GradeRequest[],
  lastSeen: number,
  random: Random,
): Saved {
  const { world, acts, wave, branch } = desk;
  const { workspace } = world;
  workspace.setClock(workspace.now() + ACT_MS);
  const saved = must(
    askCommittee(
      world,
      'saveGrades',
      { wave: wave.code, branch: branch.code, operation: random.operation(), grades, lastSeen },
      { as: secretaryOf(desk), job: 'save', document: desk.book },
    ),
    `saveGrades ${branch.code}`,
  );
  const [refused] = saved.refused;
  if (refused) throw new Error(`saveGrades ${branch.code}: ${refused.code} at ${refused.at}`);
  for (const { member, operation } of saved.saved) {
    const grade = grades.find((one) => one.member === member);
    if (!grade) throw new Error(`${member} was saved and never asked for`);
    acts.grades.push({
      wave: wave.code,
      branch: branch.code,
      member,
      levels: grade.levels,
      class: grade.class,
      operation,
    });
  }
  return saved;
}

const ACTIVITY_KINDS: Readonly<Record<string, ActivityKind>> = {
  'Ngày đoàn viên': 'MEMBER_DAY',
  'Tuyên truyền': 'PROPAGANDA',
  'Sinh hoạt chủ đề': 'THEMED_MEETING',
  'Học tập và làm theo lời Bác': 'FOLLOWING_UNCLE_HO',
  'Tình nguyện': 'VOLUNTEERING',
  'Học tập, kỹ năng': 'STUDY_SKILLS',
  'Văn hóa, thể thao': 'CULTURE_SPORT',
  'Chăm lo thiếu nhi': 'CHILDREN',
};

function recordActivity(
  desk: BranchDesk,
  { kind, name }: { readonly kind: string; readonly name: string },
  random: Random,
): BranchView {
  const activityKind = ACTIVITY_KINDS[kind] ?? 'OTHER';
  const data = {
    day: desk.wave.registrationOpens,
    name,
    activityKind,
    members: 5 + random.below(20),
    others: random.below(15),
    criteria: ['A3'],
  };
  const view = record(desk, { kind: 'activity', data }, random);
  if (activityKind === 'PROPAGANDA') branchActs(desk.acts, desk.branch.code).propaganda += 1;
  return view;
}

/** *Chi đoàn tự đánh giá*. */
function recordOwnAssessment(desk: BranchDesk, ownClass: string, random: Random): void {
  const self = DEMO_WORDS.branchSelf;
  const data = {
    day: dayOf(desk.world.workspace.now()),
    present: desk.branch.committee.map(({ name }) => name),
    doneWell: random.pick(self.doneWell),
    limits: random.pick(self.limits),
    causes: random.pick(self.causes),
    proposals: random.pick(self.proposals),
    lessons: random.pick(DEMO_WORDS.lessons),
    vote: '3/3',
  };
  record(desk, { kind: 'branchAssessment', class: ownClass, data }, random);
}

function record(
  desk: BranchDesk,
  what: Parameters<typeof askCommittee<'record'>>[2]['record'],
  random: Random,
): BranchView {
  const { world, acts, wave, branch } = desk;
  const operation = random.operation();
  const view = must(
    askCommittee(
      world,
      'record',
      { wave: wave.code, branch: branch.code, operation, record: what },
      { as: secretaryOf(desk), job: 'record', document: desk.book },
    ),
    `record ${what.kind} of ${branch.code}`,
  );
  acts.operations.push({ unit: branch.base, operation: `${operation}/01` });
  return view;
}

/** Who is at the keyboard for the branch. */
export function secretaryOf({ branch }: Pick<BranchDesk, 'branch'>): string {
  const [secretary] = branch.committee;
  if (!secretary) throw new Error(`${branch.name} has no committee`);
  return secretary.email;
}

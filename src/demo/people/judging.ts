import type { BranchView, MemberBrief } from '../../contract/committee';
import { proposeClass, type Preset } from '../../programme/classification';
import type { GradeRequest } from '../../programme/plan-branch';
import { proposeBranchClass } from '../../programme/unit-classes';
import type { Random } from '../invent/random';
import { DEMO_WORDS } from '../invent/words';

const SHARE_DIFFERING = 0.2;
const SHARE_DECIDED_OTHERWISE = 0.05;
const SHARE_BRANCHES_OTHERWISE = 0.2;
/** Of those who sent nothing, how many a committee judges all the same. */
const SHARE_OF_SILENT_JUDGED = 0.1;

const REASONS = [
  'Minh chứng chưa đủ, chi đoàn đã trao đổi với bạn.',
  'Kết quả thực tế tốt hơn bạn tự nhận.',
  'Chi đoàn đối chiếu danh sách điểm danh.',
  'Việc đã làm nhưng chưa xong trong đợt.',
] as const;

/** How a committee judges a member, as the page sends it; null = it says nothing of him. */
export function judgeMember(
  member: MemberBrief,
  preset: Preset,
  lastSeen: number,
  random: Random,
): GradeRequest | null {
  const isSilent = !member.registered.includes('1') && member.selfLevels === '';
  if (isSilent && !(member.classed && random.chance(SHARE_OF_SILENT_JUDGED))) return null;
  const self = member.registered
    .split('')
    .map((sign, place) =>
      sign === '0' ? '0' : /[1-4]/.test(member.selfLevels[place] ?? '') ? member.selfLevels[place]! : '_',
    );
  const gaps = self.includes('_');
  const levels = self.map((sign) => (sign === '_' ? String(2 + random.below(2)) : sign));
  const differs = !gaps && random.chance(SHARE_DIFFERING) ? changeOne(levels, random) : false;
  const packed = levels.join('');
  const proposed = proposeClass(packed, preset).class;
  const decided = isSilent
    ? preset.classes[preset.classes.length - 1]!.code
    : decideClass(proposed, preset, random);
  const given = member.classed ? decided : '';
  const needsReason = differs || gaps || (member.classed && given !== proposed);
  return {
    kind: needsReason || member.selfLevels === '' ? 'grade' : 'agree',
    member: member.code,
    levels: packed,
    class: given,
    reason: needsReason ? random.pick(REASONS) : '',
    data: {
      selfClass: member.selfClass,
      ...(member.selfLevels === '' ? {} : { selfLevels: member.selfLevels }),
      submission: member.submission,
      proposed,
      remark: remarkFor(member, given, random),
      shownMs: 5_000 + random.below(40_000),
    },
    lastSeen,
  };
}

/** Another judgement of the same member, one level changed with a reason. */
export function judgeAgain(
  member: MemberBrief,
  preset: Preset,
  lastSeen: number,
  random: Random,
): GradeRequest | null {
  if (!member.grade) return judgeMember(member, preset, lastSeen, random);
  const levels = member.grade.levels.split('');
  changeOne(levels, random);
  const packed = levels.join('');
  const proposed = proposeClass(packed, preset).class;
  return {
    kind: 'grade',
    member: member.code,
    levels: packed,
    class: member.classed ? proposed : '',
    reason: 'Bổ sung theo ý kiến của Đoàn cơ sở.',
    data: { selfClass: member.selfClass, submission: member.submission, proposed, shownMs: 20_000 },
    lastSeen,
  };
}

/** Moves one registered criterion by one level; false where there is none. */
function changeOne(levels: string[], random: Random): boolean {
  const places = levels.flatMap((sign, place) => (/[1-4]/.test(sign) ? [place] : []));
  if (places.length === 0) return false;
  const place = random.pick(places);
  const level = Number(levels[place]);
  levels[place] = String(level === 4 ? 3 : level === 1 ? 2 : level + (random.chance(0.5) ? 1 : -1));
  return true;
}

function decideClass(proposed: string, preset: Preset, random: Random): string {
  if (proposed === '' || !random.chance(SHARE_DECIDED_OTHERWISE)) return proposed;
  const rank = preset.classes.findIndex(({ code }) => code === proposed);
  return (preset.classes[rank === 0 ? 1 : rank - 1] ?? preset.classes[rank])!.code;
}

function remarkFor(member: MemberBrief, given: string, random: Random): string {
  if (!member.classed) return random.pick(DEMO_WORDS.remarksByClass.COMMENT_ONLY ?? ['']);
  const remarks = DEMO_WORDS.remarksByClass[given];
  return remarks && random.chance(0.4) ? random.pick(remarks) : '';
}

/** The class that a branch's figures come to; '' where nobody has a class. A recognised class goes before the branch's. */
export function proposedBranchClass({ members, preset }: BranchView): string {
  const classes: Record<string, number> = {};
  for (const { classed, recognised, grade } of members) {
    const given = recognised ?? grade?.class ?? '';
    if (classed && given !== '') classes[given] = (classes[given] ?? 0) + 1;
  }
  const figures = {
    members: members.length,
    registered: members.filter(({ registered }) => registered.includes('1')).length,
    eligible: members.filter(({ classed }) => classed).length,
    classes,
  };
  return proposeBranchClass(figures, preset).class;
}

/** What a committee makes of a proposal for a branch: mostly the same, sometimes one class better; the middle one of no proposal. */
export function nearClass(proposed: string, { classes }: Preset, random: Random): string {
  const rank = classes.findIndex(({ code }) => code === proposed);
  const place = rank < 0 ? 1 : Math.max(0, random.chance(SHARE_BRANCHES_OTHERWISE) ? rank - 1 : rank);
  return classes[place]!.code;
}

import type { MemberFacts } from '../programme/branch-facts';
import type { Preset } from '../programme/classification';
import { CRITERION_CODES, type CriterionCode, type TargetGroup } from '../programme/criteria';
import type { MemberFold, MemberMark, MemberState } from '../programme/fold-member';
import {
  levelOfSign,
  NOT_GRADED,
  NOT_REGISTERED,
  signAt,
  signOf,
  type PackedLevels,
} from '../programme/levels';
import type { BaseKind } from '../programme/organisation';
import { registeredCriteria, type Commitments } from '../programme/submission';
import { fittingText, flagCell, flagOfCell, momentCell, momentOfCell, textOfCell, wholeText } from './cells';
import { classOfWord, classWord } from './class-words';
import { commitmentCell } from './commitment-cells';
import { commitmentsOfCells, DID_NOT_REGISTER } from './submission-rows';
import type { TableRow, TabRecord } from './tab';
import { GROUP_WORDS, LEVEL_SHORT_WORDS, MARK_WORDS, MEMBER_STATE_WORDS, memberStateWord } from './words';

/** A member with what he sent in a wave: what the owner's tab gives the committees to read. */
export interface WaveMember {
  readonly facts: MemberFacts;
  readonly fullName: string;
  /** '1998'; '' when unknown. The day itself is not given to neighbours' committees. */
  readonly birthYear: string;
  readonly branch: string;
  readonly branchName: string;
  readonly group: TargetGroup | '';
  readonly commitments: Commitments;
  readonly evidence: Readonly<Partial<Record<CriterionCode, string>>>;
  /** What the member asks the branch or those above for. */
  readonly difficulties: string;
}

/** What the last fold said of the member, as values; null = not folded yet. */
export interface WaveShown {
  readonly state: MemberState;
  /** Recognised class, else the branch's; null = none, '' = "Chưa đủ cơ sở xếp loại". */
  readonly class: string | null;
  readonly gradedBy: string;
  readonly marks: readonly MemberMark[];
}

/** What a fold shows in the tab. */
export function shownOf(fold: MemberFold): WaveShown {
  return {
    state: fold.state,
    class: fold.recognised ?? fold.decided,
    gradedBy: fold.gradedBy,
    marks: fold.marks,
  };
}

/** A member as a row of the wave's tab. Level signs that the member left open are empty cells. */
export function waveRowFrom(
  member: WaveMember,
  shown: WaveShown | null,
  preset: Preset,
  unitKind: BaseKind,
): TabRecord {
  const { facts } = member;
  return {
    code: facts.code,
    fullName: member.fullName,
    birthYear: member.birthYear,
    branch: member.branchName,
    branchCode: member.branch,
    group: member.group === '' ? '' : GROUP_WORDS.wordOf(member.group),
    classed: flagCell(facts.classed),
    registeredAt: momentCell(facts.registeredAt),
    selfAt: momentCell(facts.selfAt),
    selfClass: facts.selfClass === '' ? '' : classWord(facts.selfClass, preset),
    state: shown ? memberStateWord(shown.state, unitKind) : '',
    class: shown === null || shown.class === null ? '' : classWord(shown.class, preset),
    gradedBy: shown?.gradedBy ?? '',
    marks: shown?.marks.map(MARK_WORDS.wordOf).join(' · ') ?? '',
    ...byCriterion('commitment', (code) => commitmentCell(member.commitments[code])),
    ...byCriterion('self', (code) =>
      facts.selfLevels === '' ? '' : shortLevel(signAt(facts.selfLevels, code)),
    ),
    ...byCriterion('evidence', (code) => fittingText(member.evidence[code] ?? '')),
    difficulties: fittingText(member.difficulties),
  };
}

/** The member of a row, with the texts; null for a row without a code. Times are whole seconds. */
export function waveMemberFromRow({ cells }: TableRow, preset: Preset): WaveMember | null {
  const text = (key: string): string => wholeText(cells[key] ?? '');
  const code = text('code').trim();
  if (code === '') return null;
  const commitments = commitmentsOfCells((criterion) => text(`commitment.${criterion}`));
  const evidence: Partial<Record<CriterionCode, string>> = {};
  for (const criterion of CRITERION_CODES) {
    const given = text(`evidence.${criterion}`);
    if (given !== '') evidence[criterion] = given;
  }
  const selfAt = momentOfCell(cells.selfAt ?? '');
  const facts: MemberFacts = {
    code,
    classed: flagOfCell(cells.classed ?? '', true) ?? true,
    registered: registeredCriteria(commitments),
    registeredAt: momentOfCell(cells.registeredAt ?? ''),
    selfAt,
    selfLevels: selfAt === null ? '' : selfLevelsOf(text),
    selfClass: classOfWord(text('selfClass'), preset) ?? '',
    // Spaces alone are kept, but are no evidence.
    evidence: CRITERION_CODES.filter((criterion) => (evidence[criterion] ?? '').trim() !== ''),
  };
  return {
    facts,
    fullName: text('fullName'),
    birthYear: text('birthYear'),
    branch: text('branchCode'),
    branchName: text('branch'),
    group: GROUP_WORDS.codeOf(text('group')) ?? '',
    commitments,
    evidence,
    difficulties: text('difficulties'),
  };
}

/** What the rules need of a row. */
export function memberFactsFromWaveRow(row: TableRow, preset: Preset): MemberFacts | null {
  return waveMemberFromRow(row, preset)?.facts ?? null;
}

/** The state and marks a row showed when it was last written; null where there is none. */
export function shownFromRow({ cells }: TableRow, preset: Preset): WaveShown | null {
  const state = MEMBER_STATE_WORDS.codeOf(textOfCell(cells.state));
  if (state === null) return null;
  const given = textOfCell(cells.class);
  return {
    state,
    class: given === '' ? null : classOfWord(given, preset),
    gradedBy: textOfCell(cells.gradedBy),
    marks: textOfCell(cells.marks)
      .split(' · ')
      .map((word) => MARK_WORDS.codeOf(word))
      .filter((mark) => mark !== null),
  };
}

/** Members in the order of the tab: by branch, then by name as the list of the branch gives them. */
export function sortedByBranch(
  members: readonly WaveMember[],
  branches: readonly string[],
): readonly WaveMember[] {
  const place = new Map(branches.map((code, index) => [code, index]));
  const at = (member: WaveMember): number => place.get(member.branch) ?? branches.length;
  return members
    .map((member, index) => ({ member, index }))
    .sort((a, b) => at(a.member) - at(b.member) || a.index - b.index)
    .map(({ member }) => member);
}

function shortLevel(sign: string): string {
  const level = levelOfSign(sign);
  if (level) return LEVEL_SHORT_WORDS.wordOf(level);
  return sign === NOT_REGISTERED ? DID_NOT_REGISTER : '';
}

function selfLevelsOf(text: (key: string) => string): PackedLevels {
  return CRITERION_CODES.map((code) => {
    const word = text(`self.${code}`).trim();
    const level = LEVEL_SHORT_WORDS.codeOf(word);
    if (level) return signOf(level);
    return word === '' ? NOT_GRADED : NOT_REGISTERED;
  }).join('');
}

function byCriterion(prefix: string, cellOf: (code: CriterionCode) => string): TabRecord {
  return Object.fromEntries(CRITERION_CODES.map((code) => [`${prefix}.${code}`, cellOf(code)]));
}

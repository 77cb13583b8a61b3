import type { CriterionCode } from '../../programme/criteria';
import type { Wave } from '../../programme/wave';
import { unitsIn, type InventedDistrict } from '../invent/district';
import type { InventedMember } from '../invent/members';
import { createRandom, type Random } from '../invent/random';
import type { SheetKind, Slip } from '../recount/acts';
import { HOUR, hourOf, MINUTE, windowMoments } from '../world/calendar';
import { assessmentAnswers, registrationAnswers, type FormPaper, type TypedIdentity } from './form-paper';
import {
  inventAssessment,
  inventRegistration,
  registeredIn,
  SHARE_ASSESSING,
  SHARE_REGISTERING,
  signsOf,
} from './habits';
import { drawSlip, SHARE_OTHER_WAVE, typeIdentity } from './slips';

/** A sheet somebody is going to send. */
export interface PlannedSheet {
  readonly at: number;
  readonly kind: SheetKind;
  readonly member: InventedMember;
  readonly slip: Slip;
  /** Whether the form is opened by the branch's link. */
  readonly byLink: boolean;
  /** An edit by a kept link changes this sheet. */
  readonly edits: PlannedSheet | null;
  readonly registered: readonly CriterionCode[];
  readonly levels: string;
  readonly answers: (paper: FormPaper) => ReturnType<typeof registrationAnswers>;
}

const DAY = 24 * HOUR;
const EVENING_HOUR = 19;
/** By this hour of the day before the deadline everybody has sent once. */
const EVENING = 22;
const SHARE_BY_LINK = 0.92;

/** All sheets of a wave in the order of their times: who sends what, when, and what goes wrong with it. */
export function planSheets(district: InventedDistrict, wave: Wave): readonly PlannedSheet[] {
  const units = new Set(unitsIn(district, wave.calendar).map(({ code }) => code));
  const base = new Map(district.branches.map((branch) => [branch.code, branch.base]));
  const isIn = (member: InventedMember): boolean => units.has(base.get(member.branch) ?? '');
  const own = district.members.filter(isIn);
  const strangers = district.members.filter((member) => !isIn(member));
  const shareOfStrangers = strangers.length === 0 ? 0 : (SHARE_OTHER_WAVE * own.length) / strangers.length;
  const random = createRandom(district.seed).fork(wave.code);
  const sheets = [
    ...own.flatMap((member) => sheetsOf(member, wave, random.fork(member.code))),
    ...strangers.flatMap((member) => {
      const draws = random.fork(`other ${member.code}`);
      return draws.chance(shareOfStrangers) ? [strangerSheet(member, wave, draws)] : [];
    }),
  ];
  return sheets.sort((a, b) => a.at - b.at || (a.member.code < b.member.code ? -1 : 1));
}

function sheetsOf(member: InventedMember, wave: Wave, random: Random): readonly PlannedSheet[] {
  const sheets: PlannedSheet[] = [];
  const doesRegister = random.chance(SHARE_REGISTERING);
  let registered: readonly CriterionCode[] = [];
  if (doesRegister) {
    const made = lineOf(member, wave, 'REGISTRATION', random, () => {
      const answers = inventRegistration(member, random);
      return {
        registered: registeredIn(answers),
        levels: '',
        answers: (paper, who) => registrationAnswers(paper, who, answers),
      };
    });
    sheets.push(...made);
    registered = made[made.length - 1]?.registered ?? [];
  }
  // Who never registered seldom assesses himself.
  if (!random.chance(doesRegister ? SHARE_ASSESSING : 0.15)) return sheets;
  const made = lineOf(member, wave, 'SELF_ASSESSMENT', random, () => {
    const answers = inventAssessment(registered, random);
    return {
      registered: [],
      levels: signsOf(answers),
      answers: (paper, who) => assessmentAnswers(paper, who, answers),
    };
  });
  return [...sheets, ...made];
}

interface Content {
  readonly registered: readonly CriterionCode[];
  readonly levels: string;
  readonly answers: (paper: FormPaper, who: TypedIdentity) => ReturnType<typeof registrationAnswers>;
}

/** The sheets of one kind that a member sends: one, or a second one, or one changed by its link. */
function lineOf(
  member: InventedMember,
  wave: Wave,
  kind: SheetKind,
  random: Random,
  content: () => Content,
): readonly PlannedSheet[] {
  const slip = drawSlip(random, member);
  const who = typeIdentity(member, slip, random);
  const { from, to } =
    kind === 'REGISTRATION'
      ? windowMoments(wave.registrationOpens, wave.registrationCloses)
      : windowMoments(wave.selfOpens, wave.selfCloses);
  // A name without marks is tied to somebody only inside the branch of the link.
  const byLink = !/[^\x20-\x7e]/.test(who.name) || random.chance(SHARE_BY_LINK);
  const planned = (at: number, of: Slip, edits: PlannedSheet | null): PlannedSheet => {
    const { registered, levels, answers } = content();
    return {
      at,
      kind,
      member,
      slip: of,
      byLink,
      edits,
      registered,
      levels,
      answers: (paper) => answers(paper, who),
    };
  };
  // The form is closed by the next run of the clock: until then somebody late gets through.
  if (slip === 'LATE') return [planned(to + 5_000 + random.below(100_000), 'LATE', null)];
  const last = hourOf(dayBefore(to), EVENING);
  const first = planned(
    drawTime(from, last, random),
    slip === 'AGAIN' || slip === 'EDITED' ? '' : slip,
    null,
  );
  if (slip !== 'AGAIN' && slip !== 'EDITED') return [first];
  const second = Math.max(first.at + HOUR, last + 10 * MINUTE + random.below(EVENING_LASTS));
  return [first, planned(Math.min(second, to - 1000), slip, slip === 'EDITED' ? first : null)];
}

/** A member of a unit of the other calendar sends this wave's form. */
function strangerSheet(member: InventedMember, wave: Wave, random: Random): PlannedSheet {
  const answers = inventRegistration(member, random);
  const who = { ...typeIdentity(member, 'OTHER_WAVE', random), code: member.code };
  const { from, to } = windowMoments(wave.registrationOpens, wave.registrationCloses);
  return {
    at: drawTime(from, hourOf(dayBefore(to), EVENING), random),
    kind: 'REGISTRATION',
    member,
    slip: 'OTHER_WAVE',
    byLink: false,
    edits: null,
    registered: registeredIn(answers),
    levels: '',
    answers: (paper) => registrationAnswers(paper, who, answers),
  };
}

function dayBefore(lastMoment: number): string {
  return new Date(lastMoment + 7 * HOUR - 24 * HOUR).toISOString().slice(0, 10);
}

/** People send when they are reminded: on some evenings, and within a few minutes of each other. */
const EVENINGS = 6;
const EVENING_LASTS = 4 * MINUTE;

/** Some moment of one of the evenings between two moments, more of them towards both ends. */
function drawTime(from: number, to: number, random: Random): number {
  const place = random.chance(0.5) ? random.next() ** 2 : 1 - random.next() ** 2;
  const days = Math.max(1, Math.floor((to - from) / DAY));
  const evenings = Math.min(EVENINGS, days);
  const day = Math.round((Math.floor(place * evenings) * (days - 1)) / Math.max(1, evenings - 1));
  const at = from + day * DAY + EVENING_HOUR * HOUR + random.below(EVENING_LASTS);
  return Math.min(at, to - 1);
}

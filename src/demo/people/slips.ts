import type { InventedMember } from '../invent/members';
import type { Random } from '../invent/random';
import { bare } from '../invent/words';
import type { Slip } from '../recount/acts';
import type { TypedIdentity } from './form-paper';

/** Shares of wrong input (platform/measures.md). */
const SLIPS: readonly (readonly [Slip, number])[] = [
  ['UNKNOWN_CODE', 0.5],
  ['UNKNOWN_NAME', 0.5],
  ['BIRTH_DATE', 1],
  ['SWAPPED', 1],
  ['LATE', 2],
  ['AGAIN', 3],
  ['EDITED', 0.5],
];
const SHARE_WITHOUT_CODE = 0.6;
/** Of the sheets of a general wave, how many come from members of another calendar's units. */
export const SHARE_OTHER_WAVE = 0.005;

/** Draws what goes wrong with a sheet; '' = nothing. */
export function drawSlip(random: Random, member: InventedMember): Slip {
  const rest = 100 - SLIPS.reduce((sum, [, share]) => sum + share, 0);
  const slip = random.weighted<Slip>([...SLIPS, ['', rest]]);
  // Day and month can only be taken for each other where they differ.
  return slip === 'SWAPPED' && member.birthDate.slice(5, 7) === member.birthDate.slice(8) ? '' : slip;
}

/** How the member writes himself down: mostly as in the roster, without a code, some in capitals or without marks. */
export function typeIdentity(member: InventedMember, slip: Slip, random: Random): TypedIdentity {
  const [year = '', month = '', day = ''] = member.birthDate.split('-');
  const code = random.chance(SHARE_WITHOUT_CODE) ? '' : member.code;
  const name = random.weighted<string>([
    [member.fullName, 86],
    [member.fullName.toUpperCase(), 5],
    [capitals(bare(member.fullName)), 6],
    [`  ${member.fullName.replace(' ', '  ')} `, 3],
  ]);
  const birthDate = random.chance(0.8)
    ? `${day}/${month}/${year}`
    : `${Number(day)}-${Number(month)}-${year}`;
  switch (slip) {
    case 'UNKNOWN_CODE':
      return { name, birthDate, code: `DV-9${member.code.slice(-5)}` };
    case 'UNKNOWN_NAME':
      return { name: `Khách ${STRANGER_WORDS[random.below(STRANGER_WORDS.length)]} Lạ`, birthDate, code: '' };
    case 'BIRTH_DATE':
      return { name, birthDate: `${day}/${month}/${Number(year) + 1}`, code };
    case 'SWAPPED':
      return { name, birthDate: `${month}/${day}/${year}`, code };
    default:
      return { name, birthDate, code };
  }
}

/** Whether a sheet with this slip is tied to whoever sent it: the name and the birth date are right. */
export function isMatched(slip: Slip): boolean {
  return !['UNKNOWN_NAME', 'BIRTH_DATE', 'SWAPPED', 'OTHER_WAVE'].includes(slip);
}

const STRANGER_WORDS = ['Phương', 'Xa', 'Mới', 'Qua'];

function capitals(text: string): string {
  return text.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}

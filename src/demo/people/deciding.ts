import type { UnmatchedSheet } from '../../contract/district';
import type { Wave } from '../../programme/wave';
import type { Random } from '../invent/random';
import type { SentSheet, WaveActs } from '../recount/acts';
import { askDistrict, must, type World } from '../world/world';

/** Of the sheets whose sender is plain to see among the nearest members, how many staff decide at once; the others wait. */
const SHARE_DECIDED = 0.7;

/** Staff look through *Phiếu cần xử lý* and say who the sheets are from, as far as the three nearest members tell. */
export function decideSheets(world: World, wave: Wave, acts: WaveActs, random: Random): void {
  const of = { as: world.district.roleAccount.email, job: 'console' } as const;
  const { sheets } = must(askDistrict(world, 'openUnmatched', { wave: wave.code }, of), 'openUnmatched');
  const decisions = sheets.flatMap((sheet) => {
    const sent = senderOf(sheet, acts);
    if (!sent || sent.slip === 'LATE' || !random.chance(SHARE_DECIDED)) return [];
    const isPlain =
      (sent.slip === 'BIRTH_DATE' || sent.slip === 'SWAPPED') &&
      sheet.nearest.some(({ member }) => member === sent.member);
    if (isPlain) acts.decided.add(sent.responseId);
    // Whoever knows no such person says so; a doubtful sheet is left for a telephone call.
    else if (sent.slip !== 'UNKNOWN_NAME') return [];
    return [{ responseId: sheet.responseId, sentAt: sheet.sentAt, member: isPlain ? sent.member : '' }];
  });
  if (decisions.length > 0) must(askDistrict(world, 'decideUnmatched', { decisions }, of), 'decideUnmatched');
}

function senderOf(sheet: UnmatchedSheet, { sheets }: WaveActs): SentSheet | undefined {
  return sheets.find(
    ({ responseId, sentAt }) => responseId === sheet.responseId && Math.abs(sentAt - sheet.sentAt) < 1000,
  );
}

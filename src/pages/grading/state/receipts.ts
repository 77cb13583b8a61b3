import type { BranchView, MemberBrief, MemberTexts } from '../../../contract/committee';
import { becauseWords } from '../../../programme/because-words';
import { proposeClass } from '../../../programme/classification';
import { CRITERION_CODES } from '../../../programme/criteria';
import { isLate } from '../../../programme/wave';
import { receiptLetter, resultLetter, type ReceiptItem } from '../../../programme/receipt-words';
import { signAt } from '../../../programme/levels';
import { classWords, signWords } from '../../parts/words';

/** What the secretary passes on to one member alone (P15). */
export interface MemberMessage {
  readonly code: string;
  readonly name: string;
  /** RESULT = the result with its reason; SHEET = what was received. */
  readonly kind: 'RESULT' | 'SHEET';
  readonly text: string;
}

/**
 * A message for each member who has a result, else for each whose sheet has come; who has sent nothing has none. A registration whose words are not
 * loaded yet waits for them. `texts` = those loaded, by member code.
 */
export function memberMessages(
  view: BranchView,
  texts: Readonly<Record<string, MemberTexts>>,
): readonly MemberMessage[] {
  return view.members.flatMap((member) => {
    const message = resultOf(view, member) ?? sheetOf(view, member, texts[member.code]);
    return message ? [{ code: member.code, name: member.name, ...message }] : [];
  });
}

type Message = Pick<MemberMessage, 'kind' | 'text'>;

function resultOf({ wave, preset }: BranchView, member: MemberBrief): Message | null {
  const { grade, result, recognised } = member;
  if (!result || recognised === null) return null;
  const because =
    member.classed && grade && grade.levels !== ''
      ? becauseWords(proposeClass(grade.levels, preset).because)
      : '';
  const { body } = resultLetter({
    fullName: member.name,
    wave: wave.name,
    class: member.classed ? classWords(preset, recognised) : '',
    remark: grade?.remark ?? '',
    because,
    reason: grade?.reason ?? '',
    adjusted: member.state === 'ADJUSTED' ? result.reason : '',
    secretary: 'Bí thư chi đoàn',
    until: result.until,
  });
  return { kind: 'RESULT', text: body };
}

function sheetOf(view: BranchView, member: MemberBrief, texts: MemberTexts | undefined): Message | null {
  const [registeredAt, selfAt] = member.submission.split('/').map((seconds) => Number(seconds) * 1000);
  const isSelf = (selfAt ?? 0) > 0;
  if (!isSelf && ((registeredAt ?? 0) === 0 || !texts)) return null;
  const closes = isSelf ? view.wave.selfCloses : view.wave.registrationCloses;
  const items = CRITERION_CODES.flatMap((code, index): ReceiptItem[] => {
    const text = isSelf ? signWords(signAt(member.selfLevels, code)) : (texts?.commitments[code]?.text ?? '');
    const title = view.criteria.find((one) => one.code === code)?.title ?? '';
    return text.trim() === '' ? [] : [{ number: index + 1, title, text }];
  });
  const { body } = receiptLetter({
    kind: isSelf ? 'SELF_ASSESSMENT' : 'REGISTRATION',
    fullName: member.name,
    wave: view.wave.name,
    sentAt: (isSelf ? selfAt : registeredAt) ?? 0,
    items,
    ownClass: isSelf && member.selfClass !== '' ? classWords(view.preset, member.selfClass) : '',
    until: isLate(closes, view.now) ? '' : closes,
  });
  return { kind: 'SHEET', text: body };
}

import { eventData, isGradeKind, type EventDraft, type LedgerEvent } from '../programme/events';
import { classWord } from '../workbook/class-words';
import { EVENT_WORDS } from '../workbook/words';
import { nameIn, type BranchBooks } from './books';

/** The readable words of a row (*Nội dung*): what people wrote where the row is words, else what was done and to whom. */
export function rowText(draft: EventDraft, books: BranchBooks): string {
  if (draft.text !== '') return draft.text;
  const { config, branch } = books.place;
  const name = nameIn(books.members, config.branches);
  const about = draft.subject === branch.code ? branch.name : name(draft.subject);
  const event: LedgerEvent = { ...draft, seq: 0, at: 0, actor: '' };
  const named = (word: string): string => `${EVENT_WORDS.wordOf(draft.kind)} ${about}${word}`;
  if (isGradeKind(draft.kind) || draft.kind === 'adjust' || draft.kind === 'branchClass')
    return named(`: ${classWord(draft.class, config.preset)}`);
  switch (draft.kind) {
    case 'recognise': {
      const { classes } = draft.data as { readonly classes?: Readonly<Record<string, string>> };
      return classes
        ? `Công nhận ${Object.keys(classes).length} đoàn viên ${about}`
        : named(`: ${classWord(draft.class, config.preset)}`);
    }
    case 'return': {
      const members = eventData(event, 'return').members ?? [];
      return members.length > 1
        ? `Trả lại ${members.length} đoàn viên ${about} để bổ sung`
        : `Trả lại ${about} để bổ sung`;
    }
    case 'undo':
      return `Hoàn tác ${eventData(event, 'undo').operations?.length ?? 0} việc`;
    case 'branchAssessment':
      return `${EVENT_WORDS.wordOf(draft.kind)}: ${classWord(draft.class, config.preset)}`;
    case 'activity':
      return eventData(event, 'activity').name ?? EVENT_WORDS.wordOf(draft.kind);
    default:
      return named('');
  }
}

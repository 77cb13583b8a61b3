import type { Answer, OneAnswer } from '../../kernel/acts';
import type { ItemData, StoredAnswer } from './form-data';
import { countFault, gridFault, textFault } from './rules';

/** What becomes of a person's answer: what is kept (nothing: undefined), or Google's sentence for it. */
export type ReadAnswer =
  | { readonly ok: true; readonly value: StoredAnswer | undefined }
  | { readonly ok: false; readonly message: string };

export const REQUIRED = 'Đây là một câu hỏi bắt buộc';
const REQUIRED_ROWS = 'Câu hỏi này yêu cầu một câu trả lời cho mỗi hàng';
const NO_CHOICE = 'Câu trả lời này không có trong các lựa chọn';
const NO_DATE = 'Ngày không hợp lệ';
const NO_TIME = 'Thời gian không hợp lệ';

const kept = (value: StoredAnswer | undefined): ReadAnswer => ({ ok: true, value });
const refused = (message: string): ReadAnswer => ({ ok: false, message });

/** Reads what a person answered to an item, with all that the form demands of it. */
export function readAnswer(item: ItemData, answer: Answer | undefined): ReadAnswer {
  const read = bareAnswer(item, answer);
  if (read.ok && read.value === undefined && item.required) return refused(REQUIRED);
  return read;
}

function bareAnswer(item: ItemData, answer: Answer | undefined): ReadAnswer {
  switch (item.kind) {
    case 'TEXT':
    case 'PARAGRAPH_TEXT':
      return textOf(item, first(answer));
    case 'MULTIPLE_CHOICE':
    case 'LIST':
      return choiceOf(item, first(answer));
    case 'CHECKBOX':
      return ticksOf(item, listOf(answer) as readonly (OneAnswer | null)[]);
    case 'SCALE':
    case 'RATING':
      return scaleOf(item, plain(first(answer)));
    case 'DATE':
    case 'DATETIME':
    case 'TIME':
    case 'DURATION':
      return momentOf(item, plain(first(answer)));
    case 'GRID':
    case 'CHECKBOX_GRID':
      return gridOf(item, listOf(answer));
    default:
      return kept(undefined);
  }
}

function listOf(answer: Answer | undefined): readonly unknown[] {
  if (answer === undefined || answer === '') return [];
  return Array.isArray(answer) ? (answer as readonly unknown[]) : [answer];
}

function first(answer: Answer | undefined): OneAnswer | undefined {
  return listOf(answer)[0] as OneAnswer | undefined;
}

function plain(answer: OneAnswer | null | undefined): string {
  if (answer === undefined || answer === null) return '';
  return typeof answer === 'object' ? answer.other : String(answer);
}

function textOf(item: ItemData, answer: OneAnswer | undefined): ReadAnswer {
  const text = plain(answer);
  // Blanks alone are no answer to a required question.
  if (text === '' || (item.required && text.trim() === '')) return kept(undefined);
  const fault = textFault(item.rule, text);
  return fault === null ? kept(text) : refused(fault);
}

function choiceOf(item: ItemData, answer: OneAnswer | undefined): ReadAnswer {
  const text = plain(answer);
  if (text === '') return kept(undefined);
  return isChoice(item, text) ? kept(text) : refused(NO_CHOICE);
}

/** True when the text is one of the item's choices, or the item takes words of one's own. */
export function isChoice(item: ItemData, text: string): boolean {
  return item.other === true || (item.choices ?? []).some((choice) => choice.value === text);
}

function ticksOf(item: ItemData, answers: readonly (OneAnswer | null)[]): ReadAnswer {
  const texts = [...new Set(answers.map(plain))].filter((text) => text !== '');
  if (texts.some((text) => !isChoice(item, text))) return refused(NO_CHOICE);
  if (texts.length === 0) return kept(undefined);
  const fault = countFault(item.rule, texts.length);
  if (fault !== null) return refused(fault);
  // In the order of the form, one's own words last, whatever was ticked first.
  const choices = (item.choices ?? []).map((choice) => choice.value).filter((value) => texts.includes(value));
  return kept([...choices, ...texts.filter((text) => !choices.includes(text))]);
}

function scaleOf(item: ItemData, text: string): ReadAnswer {
  if (text === '') return kept(undefined);
  return isOnScale(item, Number(text)) ? kept(String(Number(text))) : refused(NO_CHOICE);
}

/** True for a whole number within the item's bounds. */
export function isOnScale(item: ItemData, value: number): boolean {
  return Number.isInteger(value) && value >= item.low! && value <= item.high!;
}

function momentOf(item: ItemData, text: string): ReadAnswer {
  if (text === '') return kept(undefined);
  const value = momentText(item, text);
  return value === null
    ? refused(item.kind === 'DATE' || item.kind === 'DATETIME' ? NO_DATE : NO_TIME)
    : kept(value);
}

/** A date, time or duration as responses keep it: 2014-08-01, 08:30, 2014-08-01 08:30, 01:30:00; null when it is none. */
export function momentText(item: ItemData, text: string): string | null {
  if (item.kind === 'DURATION') {
    const parts = /^(\d{1,2}):([0-5]?\d):([0-5]?\d)$/.exec(text);
    return parts ? parts.slice(1).map(twoDigits).join(':') : null;
  }
  if (item.kind === 'TIME') return clockText(text);
  const [day = '', clock] = text.split(/[ T]/);
  const date = dayText(day, item.year !== false);
  if (item.kind === 'DATE') return clock === undefined ? date : null;
  const time = clockText(clock ?? '');
  return date === null || time === null ? null : `${date} ${time}`;
}

function dayText(text: string, withYear: boolean): string | null {
  const parts = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!parts || (withYear && parts[1] === undefined)) return null;
  const date = new Date(Date.UTC(Number(parts[1] ?? 2000), Number(parts[2]) - 1, Number(parts[3])));
  if (date.getUTCMonth() !== Number(parts[2]) - 1) return null;
  return date.toISOString().slice(withYear ? 0 : 5, 10);
}

function clockText(text: string): string | null {
  const parts = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59) return null;
  return `${twoDigits(parts[1]!)}:${parts[2]}`;
}

function twoDigits(text: string): string {
  return text.padStart(2, '0');
}

function gridOf(item: ItemData, answers: readonly unknown[]): ReadAnswer {
  const rows = (item.rows ?? []).map((_row, at): string | null | readonly string[] => {
    const one = answers[at];
    const texts = (Array.isArray(one) ? one : [one])
      .map((part) => plain(part as OneAnswer | null | undefined))
      .filter((text) => text !== '');
    if (item.kind === 'GRID') return texts[0] ?? null;
    return texts.length === 0 ? null : texts;
  });
  if (rows.flat().some((column) => column !== null && !item.columns!.includes(column)))
    return refused(NO_CHOICE);
  if (item.required && rows.includes(null)) return refused(REQUIRED_ROWS);
  if (rows.every((row) => row === null)) return kept(undefined);
  const fault = gridFault(item.rule, rows);
  return fault === null ? kept(rows as StoredAnswer) : refused(fault);
}

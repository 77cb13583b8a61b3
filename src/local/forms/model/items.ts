import { GoogleError } from '../../kernel/errors';
import type { ChoiceData, FormData, GoTo, ItemData, ItemKind } from './form-data';

const CHOICE_KINDS: ReadonlySet<ItemKind> = new Set(['MULTIPLE_CHOICE', 'CHECKBOX', 'LIST']);
const GRID_KINDS: ReadonlySet<ItemKind> = new Set(['GRID', 'CHECKBOX_GRID']);

/** True for what a person can answer; headings and page breaks are no questions. */
export function isQuestion(kind: ItemKind): boolean {
  return kind !== 'PAGE_BREAK' && kind !== 'SECTION_HEADER';
}

/** True for questions with choices of their own. */
export function hasChoices(kind: ItemKind): boolean {
  return CHOICE_KINDS.has(kind);
}

/** True for questions of rows and columns. */
export function isGrid(kind: ItemKind): boolean {
  return GRID_KINDS.has(kind);
}

/** An item as Google makes it: one empty choice, a scale of 1 to 5, a rating of 3 [facts 4.2]. */
export function newItem(kind: ItemKind, nextNumber: () => number): ItemData {
  const of = { id: spread(nextNumber()), kind, title: '', help: '', required: false };
  const entries = isQuestion(kind) ? [spread(nextNumber())] : [];
  if (hasChoices(kind)) return { ...of, entries, choices: [{ value: '' }], other: false };
  if (isGrid(kind)) return { ...of, entries, rows: [''], columns: [''] };
  if (kind === 'SCALE') return { ...of, entries, low: 1, high: 5, lowLabel: '', highLabel: '' };
  if (kind === 'RATING') return { ...of, entries, low: 1, high: 3 };
  if (kind === 'DATE' || kind === 'DATETIME') return { ...of, entries, year: true };
  if (kind === 'PAGE_BREAK') return { ...of, entries, goTo: 'CONTINUE' };
  return { ...of, entries };
}

/** Numbers that do not follow each other, as Google's do not: whoever counts on neighbours is wrong. */
function spread(number: number): number {
  return (Math.imul(number, 0x9e3779b1) >>> 1) + 1;
}

export function itemById(form: FormData, id: number): ItemData | undefined {
  return form.items.find((item) => item.id === id);
}

/** The item; throws Google's error when it was deleted. */
export function needItem(form: FormData, id: number): ItemData {
  const item = itemById(form, id);
  if (!item) throw new GoogleError('Exception', 'Invalid data updating form.');
  return item;
}

/** Puts a changed item in its place. */
export function changeItem(form: FormData, id: number, change: Partial<ItemData>): void {
  const old = needItem(form, id);
  form.items = form.items.map((item) => (item === old ? { ...old, ...change } : item));
}

/** Refuses choices that Google refuses [facts 4.2]. */
export function checkChoices(form: FormData, item: ItemData, choices: readonly ChoiceData[]): void {
  if (choices.length === 0) throw new GoogleError('Exception', 'Array is empty: choices');
  if (new Set(choices.map((choice) => choice.value)).size < choices.length) {
    throw new GoogleError('Exception', 'Questions cannot have duplicate choice values.');
  }
  const leading = choices.filter((choice) => choice.goTo !== undefined);
  const mixed = leading.length > 0 && (leading.length < choices.length || item.other === true);
  if (mixed || leading.some((choice) => !leadsSomewhere(form, choice.goTo))) throw invalidData();
}

/** True unless it names a page break that is not on the form. */
export function leadsSomewhere(form: FormData, goTo: GoTo | undefined): boolean {
  return typeof goTo !== 'number' || itemById(form, goTo)?.kind === 'PAGE_BREAK';
}

/** Takes an item off the form; a page break that something still leads to stays, with Google's error [facts 4.2]. */
export function deleteItemAt(form: FormData, index: number): void {
  const item = form.items[index];
  if (!item) throw new GoogleError('Exception', `Invalid argument: index`);
  const isNeeded = form.items.some(
    (other) =>
      other !== item && (other.goTo === item.id || other.choices?.some((choice) => choice.goTo === item.id)),
  );
  if (isNeeded) throw invalidData();
  form.items = form.items.filter((other) => other !== item);
}

/** Moves an item; the others close up. */
export function moveItemTo(form: FormData, from: number, to: number): void {
  const item = form.items[from];
  if (!item || !Number.isInteger(to) || to < 0 || to >= form.items.length) {
    throw new GoogleError('Exception', `Invalid argument: ${item ? 'toIndex' : 'from'}`);
  }
  const rest = form.items.filter((other) => other !== item);
  form.items = [...rest.slice(0, to), item, ...rest.slice(to)];
}

export function invalidData(): GoogleError {
  return new GoogleError('Exception', 'Invalid data updating form.');
}

import type { FormData, ItemData, ItemKind } from '../forms/model/form-data';
import { layoutOf } from '../forms/model/layout';
import type { AnswersView, FormItemView, FormPageView, FormView, QuestionView } from './api-types';

const KINDS: Readonly<Partial<Record<ItemKind, QuestionView['kind']>>> = {
  TEXT: 'text',
  PARAGRAPH_TEXT: 'paragraph',
  MULTIPLE_CHOICE: 'radio',
  CHECKBOX: 'checkbox',
  LIST: 'list',
  SCALE: 'scale',
  RATING: 'rating',
  DATE: 'date',
  TIME: 'time',
  GRID: 'grid',
  CHECKBOX_GRID: 'checkboxGrid',
  // A date with a time, and a duration, are typed as text: no form here has asked for one.
  DATETIME: 'text',
  DURATION: 'text',
};

function steps(item: ItemData): readonly string[] {
  const low = item.low ?? 1;
  return Array.from({ length: (item.high ?? low) - low + 1 }, (_, at) => String(low + at));
}

function questionView(item: ItemData): QuestionView | undefined {
  const kind = KINDS[item.kind];
  if (!kind) return undefined;
  if (kind === 'scale' || kind === 'rating') {
    return { kind, choices: steps(item), low: item.lowLabel, high: item.highLabel };
  }
  if (kind === 'grid' || kind === 'checkboxGrid') return { kind, rows: item.rows, choices: item.columns };
  const choices = item.choices?.map(({ value }) => value);
  return { kind, ...(choices ? { choices, other: item.other } : {}) };
}

function itemView(item: ItemData): FormItemView {
  const question = questionView(item);
  return {
    id: String(item.id),
    title: item.title,
    help: item.help,
    required: item.required,
    ...(question ? { question } : {}),
  };
}

/** A form as its page draws it. One that takes no answers from this person says why, and shows none of its questions. */
export function formView(
  form: FormData,
  of: {
    readonly id: string;
    readonly refusal: string | null;
    readonly prefilled: AnswersView;
    readonly signedInAs: string;
  },
): FormView {
  const pages = layoutOf(form).pages.map((page): FormPageView => ({
    submits: page.leads === 'submit',
    title: page.break?.title ?? '',
    help: page.break?.help ?? '',
    items: page.items.map(itemView),
  }));
  return {
    id: of.id,
    title: form.title,
    description: form.description,
    accepting: of.refusal === null,
    closedMessage: of.refusal ?? '',
    progressBar: form.progressBar,
    pages: of.refusal === null ? pages : [],
    prefilled: of.prefilled,
    collectsEmail: form.collectEmail,
    signedInAs: of.signedInAs,
  };
}

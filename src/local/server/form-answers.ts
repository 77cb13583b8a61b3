import type { FormData, ItemData, StoredAnswer } from '../forms/model/form-data';
import { layoutOf } from '../forms/model/layout';
import { prefilledAnswers } from '../forms/model/prefill';
import { responseAt } from '../forms/model/responses';
import type { AnswersView, AnswerView, OneAnswer } from './api-types';

/** Text that is none of the item's choices is somebody's own; where the item takes none it is left out, as on Google's page. */
function oneView(item: ItemData, answer: unknown): OneAnswer | null {
  if (typeof answer === 'object' && answer !== null) return item.other ? (answer as OneAnswer) : null;
  const text = String(answer);
  if (!item.choices || item.choices.some((choice) => choice.value === text)) return text;
  return item.other ? { other: text } : null;
}

function answerView(item: ItemData, answer: unknown): AnswerView | null {
  if (item.rows) return answer as AnswerView;
  if (item.kind !== 'CHECKBOX') return oneView(item, answer);
  const chosen = (Array.isArray(answer) ? (answer as unknown[]) : [answer]).flatMap(
    (one) => oneView(item, one) ?? [],
  );
  return chosen.length > 0 ? chosen : null;
}

function views(form: FormData, answers: Readonly<Record<string, unknown>>): AnswersView {
  const { byId } = layoutOf(form);
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]): [string, AnswerView][] => {
      const item = byId.get(id);
      const view = item && answerView(item, answer);
      return view === undefined || view === null || view === '' ? [] : [[id, view]];
    }),
  );
}

/** What a form's page begins with: the response an edit link names, else what the address fills in (`entry.…=…`). */
export function firstAnswers(form: FormData, query: URLSearchParams): AnswersView {
  const edited = form.responses.ids.indexOf(query.get('edit2') ?? '');
  const stored: Readonly<Record<string, StoredAnswer>> | null =
    edited < 0 ? null : responseAt(form.responses, edited).answers;
  return views(form, stored ?? prefilledAnswers(form, query.toString()));
}

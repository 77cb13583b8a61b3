import type { AnswerView, AnswersView, FormView, OneAnswer } from '../../server/api-types';

/** What a person has done in a form so far; `trail` are the pages behind, in the order they were passed. */
export interface Progress {
  readonly answers: AnswersView;
  readonly page: number;
  readonly trail: readonly number[];
}

/** The first page with whatever the address fills in. */
export function freshProgress(form: FormView): Progress {
  return { answers: form.prefilled, page: 0, trail: [] };
}

/** What this browser tab kept of the form before a reload, as far as the form still has those pages. */
export function keptProgress(form: FormView, key: string): Progress {
  try {
    const text = sessionStorage.getItem(key);
    if (!text) return freshProgress(form);
    const kept = JSON.parse(text) as Progress;
    const exists = (page: number): boolean => page >= 0 && page < form.pages.length;
    return [kept.page, ...kept.trail].every(exists) ? kept : freshProgress(form);
  } catch {
    return freshProgress(form);
  }
}

/** Keeps the progress for a reload of this tab; a browser that refuses storage only loses that. */
export function keepProgress(key: string, progress: Progress | null): void {
  try {
    if (progress) sessionStorage.setItem(key, JSON.stringify(progress));
    else sessionStorage.removeItem(key);
  } catch {
    return;
  }
}

/** True when the answer is the form's "Mục khác" with the person's own words. */
export function isOther(answer: unknown): answer is { readonly other: string } {
  return typeof answer === 'object' && answer !== null && 'other' in answer;
}

/** The choices of a checkbox question as a list. */
export function chosen(answer: AnswerView | undefined): readonly OneAnswer[] {
  return Array.isArray(answer) ? (answer as readonly OneAnswer[]) : [];
}

/** The answers with one changed; an empty one is taken out, as Google sends nothing for it. */
export function withAnswer(answers: AnswersView, id: string, answer: AnswerView | undefined): AnswersView {
  const { [id]: _old, ...rest } = answers;
  return answer === undefined || answer === '' ? rest : { ...rest, [id]: answer };
}

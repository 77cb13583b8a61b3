import type { Answer, SubmitRequest, Submitted } from '../kernel/acts';
import type { WorkspaceCore } from '../kernel/core-types';
import { type FormFile, mayRespond } from './form-file';
import { readAnswer } from './model/answers';
import type { FormData, ItemData, StoredAnswer } from './model/form-data';
import { type Layout, layoutOf, nextPage } from './model/layout';
import { isRowLost, keepLinkedRow } from './model/linked-sheet';
import { prefilledAnswers } from './model/prefill';
import { addResponse, replaceResponse } from './model/responses';

export type Answers = Readonly<Record<string, Answer>>;

/** What leaving a page gives: messages by item id, or the page that follows (`'submit'`: this was the last). */
export type CheckedPage =
  | {
      readonly ok: true;
      readonly next: number | 'submit';
      /** What is kept of the page, by item id. */
      readonly kept: Readonly<Record<string, StoredAnswer>>;
    }
  | { readonly ok: false; readonly messages: Readonly<Record<string, string>> };

const SENT = 'Câu trả lời của bạn đã được ghi lại.';
const WRONG = 'Chưa gửi được: có câu chưa trả lời hoặc trả lời chưa đúng.';

/** Checks what was answered on a page (from 0; answers by item id) and tells where it leads. Throws when the form has no such page. */
export function checkPage(form: FormData, page: number, answers: Answers): CheckedPage {
  const layout = layoutOf(form);
  const items = layout.pages[page]?.items;
  if (!items) throw new RangeError(`The form has no page ${page}`);
  const kept: Record<string, StoredAnswer> = {};
  const messages: Record<string, string> = {};
  for (const item of items) {
    const read = readAnswer(item, answers[item.id]);
    if (!read.ok) messages[item.id] = read.message;
    else if (read.value !== undefined) kept[item.id] = read.value;
  }
  if (Object.keys(messages).length > 0) return { ok: false, messages };
  const choiceOf = (item: ItemData): string | undefined => {
    const answer = kept[item.id];
    return typeof answer === 'string' ? answer : undefined;
  };
  return { ok: true, next: nextPage(layout, page, choiceOf), kept };
}

/** Why Google would not let this person ('' = not signed in) fill the form in, in its Vietnamese words; null when it would. */
export function refusalFor(core: WorkspaceCore, file: FormFile, as: string): string | null {
  const form = file.data;
  if (file.trashed) return 'Biểu mẫu bạn tìm không còn nữa.';
  if (!form.published && form.publishable) {
    return 'Biểu mẫu này chưa được xuất bản nên chưa nhận câu trả lời. Hãy liên hệ với chủ sở hữu biểu mẫu.';
  }
  if (!mayRespond(core, file, as)) {
    return as === ''
      ? 'Bạn phải đăng nhập để điền biểu mẫu này.'
      : 'Bạn cần có quyền truy cập để điền biểu mẫu này. Hãy liên hệ với chủ sở hữu biểu mẫu.';
  }
  if (!form.accepting) {
    return (
      form.closedMessage ||
      `Biểu mẫu ${form.title} không còn nhận câu trả lời. Hãy liên hệ với chủ sở hữu biểu mẫu nếu bạn cho rằng đây là một sự nhầm lẫn.`
    );
  }
  if (as === '' && (form.limitOne || form.requireLogin || form.collectEmail)) {
    return 'Bạn phải đăng nhập để điền biểu mẫu này.';
  }
  return null;
}

/**
 * A person fills the form in and sends it. Pages are passed as Google passes them: answers on pages the way does not touch are dropped. What is
 * closed, not allowed, missing or invalid comes back as Google's sentence. Fires nothing. Throws when `answers` names a title the form lacks.
 */
export function submit(core: WorkspaceCore, request: SubmitRequest): Submitted {
  const file = request.form as FormFile;
  const form = file.data;
  const edited = request.editOf === undefined ? null : responseIdOf(request.editOf);
  const refusal = refusalFor(core, file, request.as) ?? secondTime(form, request.as, edited);
  if (refusal !== null) return { ok: false, message: refusal, messages: {} };
  const layout = layoutOf(form);
  const filled = request.prefilledUrl === undefined ? {} : prefilledAnswers(form, request.prefilledUrl);
  const passed = passPages(form, layout, { ...filled, ...answersById(layout, request.answers) });
  if (!passed.ok) return passed;
  const response = {
    id: edited ?? `2_ABaOnu${core.newId().slice(1)}`,
    at: core.now(),
    email: form.collectEmail ? request.as : '',
    by: request.as,
    answers: passed.kept,
  };
  if (edited === null) addResponse(form.responses, response);
  else replaceResponse(form.responses, response);
  core.touch(file);
  return {
    ok: true,
    responseId: response.id,
    timestamp: response.at,
    confirmation: form.confirmation || SENT,
    row: isRowLost(core, form, response.at) ? null : keepLinkedRow(core, form, response),
  };
}

function secondTime(form: FormData, as: string, edited: string | null): string | null {
  if (edited !== null) return form.responses.ids.includes(edited) ? null : 'Câu trả lời này không còn nữa.';
  return form.limitOne && form.responses.by.includes(as)
    ? 'Bạn đã trả lời. Bạn chỉ có thể điền biểu mẫu này một lần.'
    : null;
}

/** The id of a response in an address as getEditResponseUrl() gives it, or the id itself. */
export function responseIdOf(idOrUrl: string): string {
  return /[?&]edit2=([^&]+)/.exec(idOrUrl)?.[1] ?? idOrUrl;
}

function passPages(
  form: FormData,
  layout: Layout,
  answers: Answers,
): { readonly ok: true; readonly kept: Record<string, StoredAnswer> } | Extract<Submitted, { ok: false }> {
  const kept: Record<string, StoredAnswer> = {};
  let page: number | 'submit' = 0;
  for (let steps = 0; page !== 'submit'; steps += 1) {
    // A form that leads back to its beginning is never sent unless an answer changes.
    if (steps > layout.pages.length) {
      return { ok: false, message: 'Các câu trả lời dẫn về lại đầu biểu mẫu.', messages: {} };
    }
    const checked = checkPage(form, page, answers);
    if (!checked.ok) return { ok: false, message: WRONG, messages: checked.messages };
    Object.assign(kept, checked.kept);
    page = checked.next;
  }
  return { ok: true, kept };
}

function answersById(layout: Layout, answers: Answers): Answers {
  const byId: Record<string, Answer> = {};
  for (const [name, answer] of Object.entries(answers)) {
    const item = layout.byId.get(name) ?? layout.byTitle.get(name);
    if (item) byId[item.id] = answer;
    // A number may be the id of a question that was deleted while somebody was filling the form in.
    else if (!/^\d+$/.test(name)) throw new Error(`The form has no question "${name}"`);
  }
  return byId;
}

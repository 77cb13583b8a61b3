import { checkPage, refusalFor } from '../forms/filling';
import { type FormFile, formByAddress } from '../forms/form-file';
import { layoutOf } from '../forms/model/layout';
import type { Workspace } from '../workspace';
import type { AnswersView, PageCheck, SubmitAnswer } from './api-types';
import type { Changes } from './changes';
import { firstAnswers } from './form-answers';
import { formView } from './form-view';
import { Refusal, type Routes, textIn } from './router';
import { signedIn } from './who';

/** The routes of the page where people fill a form in: anybody may, signed in or not, as far as the form allows. */
export function formRoutes(of: { readonly workspace: Workspace; readonly changes: Changes }): Routes {
  const { workspace, changes } = of;
  const need = (id: string): FormFile => {
    const file = formByAddress(workspace.core, id);
    if (!file || file.trashed) throw new Refusal(404, 'Biểu mẫu bạn tìm không còn nữa.');
    return file;
  };
  return {
    'GET /api/forms/:id': ({ request, param, query }) => {
      const file = need(param('id'));
      const as = signedIn(request);
      return formView(file.data, {
        id: param('id'),
        refusal: refusalFor(workspace.core, file, as),
        prefilled: firstAnswers(file.data, query),
        signedInAs: as,
      });
    },
    'POST /api/forms/:id/page': async ({ param, body }): Promise<PageCheck> => {
      const file = need(param('id'));
      const sent = await body();
      const page = Number(sent['page']);
      if (!layoutOf(file.data).pages[page]) {
        throw new Refusal(409, 'Biểu mẫu vừa được sửa. Hãy tải lại trang rồi điền tiếp.');
      }
      const checked = checkPage(file.data, page, answersIn(sent));
      return checked.ok ? { ok: true, next: checked.next } : checked;
    },
    'POST /api/forms/:id/responses': async ({ request, param, body }): Promise<SubmitAnswer> => {
      const file = need(param('id'));
      const sent = await body();
      const edited = new URLSearchParams(textIn(sent, 'address')).get('edit2');
      const submitted = workspace.submitForm(file.id, {
        as: signedIn(request),
        answers: answersIn(sent),
        ...(edited === null ? {} : { editOf: edited }),
      });
      changes.changed();
      if (!submitted.ok) return { ok: false, message: submitted.message };
      const { allowEdits, limitOne, publishedId, respondAgain } = file.data;
      const edit = `/forms/d/e/${publishedId}/viewform?edit2=${submitted.responseId}`;
      return {
        ok: true,
        confirmation: file.data.confirmation,
        again: respondAgain && !limitOne,
        ...(allowEdits ? { edit } : {}),
      };
    },
  };
}

function answersIn(sent: Readonly<Record<string, unknown>>): AnswersView {
  const answers = sent['answers'];
  if (typeof answers === 'object' && answers !== null && !Array.isArray(answers))
    return answers as AnswersView;
  throw new Refusal(400, 'Nội dung gửi lên không đọc được.');
}

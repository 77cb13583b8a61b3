import type { FormsModule } from '../kernel/acts';
import { submit } from './filling';
import type { FormFile } from './form-file';
import { choiceType } from './service/choice';
import { choiceItemTypes } from './service/choice-items';
import { formObject, formType } from './service/form';
import { formApp, formAppType } from './service/form-app';
import { formResponseType, responseObject } from './service/form-response';
import { genericItemType } from './service/generic-item';
import { gridItemTypes } from './service/grid-items';
import { itemResponseType } from './service/item-response';
import { layoutItemTypes } from './service/layout-items';
import { scaleItemTypes } from './service/scale-items';
import { textItemTypes } from './service/text-items';
import { timeItemTypes } from './service/time-items';
import { validationTypes } from './service/validations';

/** FormApp, and what people do with forms. */
export const formsModule: FormsModule = {
  types: [
    formAppType,
    formType,
    formResponseType,
    itemResponseType,
    genericItemType,
    choiceType,
    ...choiceItemTypes,
    ...gridItemTypes,
    ...layoutItemTypes,
    ...scaleItemTypes,
    ...textItemTypes,
    ...timeItemTypes,
    ...validationTypes,
  ],
  globals: { FormApp: formApp },
  submit,
  form: (execution, file) => formObject(execution, file as FormFile),
  response: (execution, file, responseId) => {
    const form = file as FormFile;
    const at = form.data.responses.ids.lastIndexOf(responseId);
    if (at < 0) throw new Error(`The form ${file.id} has no response ${responseId}`);
    return responseObject(execution, form, at);
  },
};

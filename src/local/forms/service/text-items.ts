import { GoogleError, defineType } from '../../kernel/host';
import { isPattern, textFault } from '../model/rules';
import { FORM_SCOPES, type TextLike, change, known } from './facts';
import { registerItem } from './item-object';
import type { ItemResponseObject } from './item-response';
import { QuestionObject, questionMethods } from './question-object';
import type { ValidationObject } from './validations';

/** A question answered in words. */
abstract class WrittenItem extends QuestionObject {
  createResponse(text: TextLike): ItemResponseObject {
    if (textFault(this.data().rule, String(text)) !== null) throw this.refusal();
    return this.answer(String(text));
  }

  setValidation(validation: ValidationObject): this {
    const { rule } = validation;
    if (rule?.rule.endsWith('Pattern') && !isPattern(String(rule.values[0]))) {
      throw new GoogleError('Exception', 'Invalid data updating form.');
    }
    return this.put({ rule });
  }

  clearValidation(): this {
    return this.put({ rule: undefined });
  }
}

class TextItemObject extends WrittenItem {}
class ParagraphTextItemObject extends WrittenItem {}

const writtenMethods = {
  ...questionMethods,
  createResponse: known,
  setValidation: change,
  clearValidation: change,
} as const;

export const textItemTypes = [
  defineType({
    name: 'TextItem',
    google: 'Forms.TextItem',
    fullName: 'FormApp.TextItem',
    class: TextItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: writtenMethods,
  }),
  defineType({
    name: 'ParagraphTextItem',
    google: 'Forms.ParagraphTextItem',
    fullName: 'FormApp.ParagraphTextItem',
    class: ParagraphTextItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: writtenMethods,
  }),
];

registerItem('TEXT', TextItemObject);
registerItem('PARAGRAPH_TEXT', ParagraphTextItemObject);

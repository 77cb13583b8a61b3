import { GoogleError, defineType } from '../../kernel/host';
import { isChoice } from '../model/answers';
import type { ChoiceData } from '../model/form-data';
import { checkChoices, invalidData } from '../model/items';
import { countFault } from '../model/rules';
import { ChoiceObject, goToOf } from './choice';
import { FORM_SCOPES, type TextLike, change, known, same } from './facts';
import { registerItem } from './item-object';
import type { ItemResponseObject } from './item-response';
import { QuestionObject, questionMethods } from './question-object';
import type { ValidationObject } from './validations';

type ChoiceKind = 'MULTIPLE_CHOICE' | 'CHECKBOX' | 'LIST';

/** A question with choices. */
abstract class ChoiceItem extends QuestionObject {
  getChoices(): ChoiceObject[] {
    const { choices = [], kind } = this.data();
    return choices.map((choice) => new ChoiceObject(this.execution, this.form, choice, kind as ChoiceKind));
  }

  setChoices(choices: readonly ChoiceObject[]): this {
    return this.putChoices(choices.map((one) => one.choice));
  }

  setChoiceValues(values: readonly TextLike[]): this {
    if (values.length === 0) throw new GoogleError('Exception', 'Array is empty: values');
    return this.putChoices(values.map((value) => ({ value: String(value) })));
  }

  private putChoices(choices: readonly ChoiceData[]): this {
    checkChoices(this.form.data, this.data(), choices);
    return this.put({ choices });
  }

  hasOtherOption(): boolean {
    return this.data().other === true;
  }

  showOtherOption(enabled: boolean): this {
    const leads = (this.data().choices ?? []).some((choice) => choice.goTo !== undefined);
    if (enabled && leads) throw invalidData();
    return this.put({ other: enabled });
  }
}

/** A question with one answer out of its choices; its choices may lead to pages. */
abstract class OneChoiceItem extends ChoiceItem {
  /** The second argument: a page break item, a PageNavigationType, or whether the choice is right in a quiz. */
  createChoice(value: TextLike, target?: unknown): ChoiceObject {
    const bare = { value: String(value) };
    const leads = target !== undefined && typeof target !== 'boolean';
    const choice: ChoiceData = leads ? { ...bare, goTo: goToOf(target) } : judged(bare, target);
    return new ChoiceObject(this.execution, this.form, choice, this.data().kind as ChoiceKind);
  }

  createResponse(value: TextLike): ItemResponseObject {
    if (!isChoice(this.data(), String(value))) throw this.refusal();
    return this.answer(String(value));
  }
}

function judged(choice: ChoiceData, isCorrect: boolean | undefined): ChoiceData {
  return isCorrect === true ? { ...choice, correct: true } : choice;
}

class MultipleChoiceItemObject extends OneChoiceItem {}
class ListItemObject extends OneChoiceItem {}

class CheckboxItemObject extends ChoiceItem {
  createChoice(value: TextLike, isCorrect?: boolean): ChoiceObject {
    return new ChoiceObject(
      this.execution,
      this.form,
      judged({ value: String(value) }, isCorrect),
      'CHECKBOX',
    );
  }

  createResponse(values: readonly string[]): ItemResponseObject {
    const item = this.data();
    if (values.some((value) => !isChoice(item, value)) || countFault(item.rule, values.length) !== null) {
      throw this.refusal();
    }
    return this.answer([...values]);
  }

  setValidation(validation: ValidationObject): this {
    return this.put({ rule: validation.rule });
  }

  clearValidation(): this {
    return this.put({ rule: undefined });
  }
}

const choiceMethods = {
  ...questionMethods,
  ...same(known, 'getChoices', 'createChoice', 'createResponse'),
  ...same(change, 'setChoices', 'setChoiceValues'),
} as const;

const otherMethods = { hasOtherOption: known, showOtherOption: change } as const;

export const choiceItemTypes = [
  defineType({
    name: 'MultipleChoiceItem',
    google: 'Forms.MultipleChoiceItem',
    fullName: 'FormApp.MultipleChoiceItem',
    class: MultipleChoiceItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: { ...choiceMethods, ...otherMethods },
  }),
  defineType({
    name: 'ListItem',
    google: 'Forms.ListItem',
    fullName: 'FormApp.ListItem',
    class: ListItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: choiceMethods,
  }),
  defineType({
    name: 'CheckboxItem',
    google: 'Forms.CheckboxItem',
    fullName: 'FormApp.CheckboxItem',
    class: CheckboxItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: { ...choiceMethods, ...otherMethods, setValidation: change, clearValidation: change },
  }),
];

registerItem('MULTIPLE_CHOICE', MultipleChoiceItemObject);
registerItem('LIST', ListItemObject);
registerItem('CHECKBOX', CheckboxItemObject);

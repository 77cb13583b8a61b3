import { GoogleError } from '../../kernel/host';
import type { StoredAnswer } from '../model/form-data';
import { change, known } from './facts';
import { genericItem } from './generic-item';
import { ItemObject, itemMethods } from './item-object';
import { ItemResponseObject } from './item-response';

/** An item that people answer. */
export abstract class QuestionObject extends ItemObject {
  isRequired(): boolean {
    return this.data().required;
  }

  setRequired(required: boolean): this {
    return this.put({ required });
  }

  /** An answer a script makes. */
  protected answer(value: StoredAnswer): ItemResponseObject {
    return new ItemResponseObject(this.execution, genericItem(this.execution, this.form, this.itemId), value);
  }

  /** Google's refusal of an answer that does not fit the question. */
  protected refusal(): GoogleError {
    return new GoogleError(
      'Exception',
      `Invalid response submitted to ${this.data().kind.toLowerCase().replaceAll('_', ' ')} question.`,
    );
  }
}

/** Facts of the members every question has. */
export const questionMethods = {
  ...itemMethods,
  isRequired: known,
  setRequired: change,
} as const;

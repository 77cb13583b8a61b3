import { GoogleError, defineType } from '../../kernel/host';
import { isOnScale } from '../model/answers';
import { FORM_SCOPES, type NumberLike, type TextLike, change, known, same } from './facts';
import { registerItem } from './item-object';
import type { ItemResponseObject } from './item-response';
import { QuestionObject, questionMethods } from './question-object';

class ScaleItemObject extends QuestionObject {
  getLowerBound(): number {
    return this.data().low!;
  }

  getUpperBound(): number {
    return this.data().high!;
  }

  getLeftLabel(): string {
    return this.data().lowLabel!;
  }

  getRightLabel(): string {
    return this.data().highLabel!;
  }

  setBounds(lower: number, upper: number): this {
    if (lower !== 0 && lower !== 1) throw new GoogleError('Exception', 'Invalid argument: lower');
    if (!Number.isInteger(upper) || upper < 3 || upper > 10) {
      throw new GoogleError('Exception', 'Invalid argument: upper');
    }
    return this.put({ low: lower, high: upper });
  }

  setLabels(lower: TextLike, upper: TextLike): this {
    return this.put({ lowLabel: String(lower), highLabel: String(upper) });
  }

  createResponse(value: NumberLike): ItemResponseObject {
    if (!isOnScale(this.data(), Number(value))) throw this.refusal();
    return this.answer(String(Number(value)));
  }
}

class RatingItemObject extends QuestionObject {
  getRatingScaleLevel(): number {
    return this.data().high!;
  }

  setRatingScaleLevel(level: number): this {
    if (!Number.isInteger(level) || level < 3 || level > 10) {
      throw new GoogleError('Exception', 'Invalid argument: ratingScaleLevel');
    }
    return this.put({ high: level });
  }

  createResponse(value: NumberLike): ItemResponseObject {
    if (!isOnScale(this.data(), Number(value))) throw this.refusal();
    return this.answer(String(Number(value)));
  }
}

export const scaleItemTypes = [
  defineType({
    name: 'ScaleItem',
    google: 'Forms.ScaleItem',
    fullName: 'FormApp.ScaleItem',
    class: ScaleItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: {
      ...questionMethods,
      ...same(known, 'getLowerBound', 'getUpperBound', 'getLeftLabel', 'getRightLabel', 'createResponse'),
      ...same(change, 'setBounds', 'setLabels'),
    },
  }),
  // Newer than Google's published types: nothing of its interface can be refused by name.
  defineType({
    name: 'RatingItem',
    fullName: 'FormApp.RatingItem',
    class: RatingItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: {
      ...questionMethods,
      getRatingScaleLevel: known,
      createResponse: known,
      setRatingScaleLevel: change,
    },
  }),
];

registerItem('SCALE', ScaleItemObject);
registerItem('RATING', RatingItemObject);

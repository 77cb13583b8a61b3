import { type Execution, GoogleError, type HostObject, defineType } from '../../kernel/host';
import type { FormFile } from '../form-file';
import type { ItemKind } from '../model/form-data';
import { FORM_SCOPES, known, same } from './facts';
import { ItemObject, itemMethods, typedItem } from './item-object';

/** An item of whatever kind, as getItems() gives it; the as…Item methods narrow it. */
export class GenericItemObject extends ItemObject {
  private as(kind: ItemKind): HostObject {
    if (this.data().kind !== kind) {
      throw new GoogleError('Exception', `Invalid conversion for item type: ${this.data().kind}.`);
    }
    return typedItem(this.execution, this.form, this.itemId);
  }

  asCheckboxGridItem(): HostObject {
    return this.as('CHECKBOX_GRID');
  }

  asCheckboxItem(): HostObject {
    return this.as('CHECKBOX');
  }

  asDateItem(): HostObject {
    return this.as('DATE');
  }

  asDateTimeItem(): HostObject {
    return this.as('DATETIME');
  }

  asDurationItem(): HostObject {
    return this.as('DURATION');
  }

  asGridItem(): HostObject {
    return this.as('GRID');
  }

  asListItem(): HostObject {
    return this.as('LIST');
  }

  asMultipleChoiceItem(): HostObject {
    return this.as('MULTIPLE_CHOICE');
  }

  asPageBreakItem(): HostObject {
    return this.as('PAGE_BREAK');
  }

  asParagraphTextItem(): HostObject {
    return this.as('PARAGRAPH_TEXT');
  }

  asRatingItem(): HostObject {
    return this.as('RATING');
  }

  asScaleItem(): HostObject {
    return this.as('SCALE');
  }

  asSectionHeaderItem(): HostObject {
    return this.as('SECTION_HEADER');
  }

  asTextItem(): HostObject {
    return this.as('TEXT');
  }

  asTimeItem(): HostObject {
    return this.as('TIME');
  }
}

/** The item without its kind; the same object every time. */
export function genericItem(execution: Execution, form: FormFile, itemId: number): GenericItemObject {
  const known = execution.memo(`form:${form.id}:items`, () => new Map<number, GenericItemObject>());
  let item = known.get(itemId);
  if (!item) known.set(itemId, (item = new GenericItemObject(execution, form, itemId)));
  return item;
}

export const genericItemType = defineType({
  name: 'Item',
  google: 'Forms.Item',
  fullName: 'FormApp.Item',
  class: GenericItemObject,
  scopes: FORM_SCOPES,
  needs: 'document',
  methods: {
    ...itemMethods,
    ...same(
      known,
      'asCheckboxGridItem',
      'asCheckboxItem',
      'asDateItem',
      'asDateTimeItem',
      'asDurationItem',
      'asGridItem',
      'asListItem',
      'asMultipleChoiceItem',
      'asPageBreakItem',
      'asParagraphTextItem',
      'asRatingItem',
      'asScaleItem',
      'asSectionHeaderItem',
      'asTextItem',
      'asTimeItem',
    ),
  },
});

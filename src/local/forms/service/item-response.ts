import { type Execution, HostObject, defineType } from '../../kernel/host';
import type { FormFile } from '../form-file';
import type { StoredAnswer } from '../model/form-data';
import { FORM_SCOPES, known, same } from './facts';
import { genericItem } from './generic-item';

/** One answer: of a response already there, or made for a new one. */
export class ItemResponseObject extends HostObject {
  constructor(
    execution: Execution,
    readonly form: FormFile,
    readonly itemId: number,
    readonly value: StoredAnswer,
  ) {
    super(execution);
  }

  getItem(): HostObject {
    return genericItem(this.execution, this.form, this.itemId);
  }

  getResponse(): StoredAnswer {
    return this.value;
  }
}

export const itemResponseType = defineType({
  name: 'ItemResponse',
  google: 'Forms.ItemResponse',
  fullName: 'FormApp.ItemResponse',
  class: ItemResponseObject,
  scopes: FORM_SCOPES,
  needs: 'document',
  methods: same(known, 'getItem', 'getResponse'),
});

import { type Execution, HostObject, defineType } from '../../kernel/host';
import type { StoredAnswer } from '../model/form-data';
import { FORM_SCOPES, fixed, same } from './facts';
import type { GenericItemObject } from './generic-item';

/** One answer: of a response already there, or made for a new one. */
export class ItemResponseObject extends HostObject {
  constructor(
    execution: Execution,
    readonly item: GenericItemObject,
    readonly value: StoredAnswer,
  ) {
    super(execution);
  }

  getItem(): HostObject {
    return this.item;
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
  revive: (execution, known: Readonly<{ getItem?: GenericItemObject; getResponse?: StoredAnswer }>) =>
    new ItemResponseObject(execution, known.getItem!, known.getResponse!),
  methods: same(fixed, 'getItem', 'getResponse'),
});

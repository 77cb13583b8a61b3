import { type Execution, HostObject, googleEnum } from '../../kernel/host';
import type { FormFile } from '../form-file';
import type { ItemData, ItemKind } from '../model/form-data';
import { changeItem, needItem, newItem } from '../model/items';
import { type TextLike, change, fixed, known, same } from './facts';

const ItemType = googleEnum<typeof GoogleAppsScript.Forms.ItemType>('Forms.ItemType');

/** What every object of an item can do. */
export abstract class ItemObject extends HostObject {
  constructor(
    execution: Execution,
    readonly form: FormFile,
    readonly itemId: number,
  ) {
    super(execution);
  }

  /** The item as it is now; throws Google's error when it was deleted. */
  data(): ItemData {
    return needItem(this.form.data, this.itemId);
  }

  /** Changes the item, and gives the object back for the next call. */
  protected put(changed: Partial<ItemData>): this {
    changeItem(this.form.data, this.itemId, changed);
    this.execution.core.touch(this.form, this.execution.now());
    return this;
  }

  getId(): number {
    return this.itemId;
  }

  getIndex(): number {
    return this.form.data.items.indexOf(this.data());
  }

  getTitle(): string {
    return this.data().title;
  }

  getHelpText(): string {
    return this.data().help;
  }

  getType(): GoogleAppsScript.Forms.ItemType {
    return (ItemType as unknown as Record<ItemKind, GoogleAppsScript.Forms.ItemType>)[this.data().kind];
  }

  setTitle(title: TextLike): this {
    return this.put({ title: String(title) });
  }

  setHelpText(text: TextLike): this {
    return this.put({ help: String(text) });
  }

  /** A copy at the end of the form [reference, Item.duplicate]. */
  duplicate(): HostObject {
    const data = this.data();
    const fresh = newItem(data.kind, () => this.execution.newNumber());
    const entries = data.entries.map((_entry, at) => fresh.entries[0]! + at);
    const copy: ItemData = { ...data, id: fresh.id, entries };
    this.form.data.items = [...this.form.data.items, copy];
    return typedItem(this.execution, this.form, copy.id);
  }
}

/** Facts of the members every item has. */
export const itemMethods = {
  getId: fixed,
  ...same(known, 'getIndex', 'getTitle', 'getHelpText', 'getType'),
  ...same(change, 'setTitle', 'setHelpText', 'duplicate'),
} as const;

type ItemClass = new (execution: Execution, form: FormFile, itemId: number) => ItemObject;
const classes = new Map<ItemKind, ItemClass>();

/** Says which class an item of that kind is to scripts. */
export function registerItem(kind: ItemKind, itemClass: ItemClass): void {
  classes.set(kind, itemClass);
}

/** The object of an item's own kind, as addTextItem() and asTextItem() give it; the same one every time. */
export function typedItem(execution: Execution, form: FormFile, itemId: number): ItemObject {
  return execution.memo(`form:${form.id}:item:${itemId}`, () => {
    const { kind } = needItem(form.data, itemId);
    return new (classes.get(kind)!)(execution, form, itemId);
  });
}

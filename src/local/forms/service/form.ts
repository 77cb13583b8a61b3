import {
  type Execution,
  GoogleError,
  type HostObject,
  defineType,
  enumName,
  googleEnum,
} from '../../kernel/host';
import type { SpreadsheetData } from '../../sheets/model/book';
import type { FormFile } from '../form-file';
import type { ItemKind } from '../model/form-data';
import { deleteItemAt, itemById, moveItemTo, newItem } from '../model/items';
import { linkSheet, unlinkSheet } from '../model/linked-sheet';
import { clearResponses, countBefore, removeResponse } from '../model/responses';
import { FORM_SCOPES, type NumberLike, change, known, read, same } from './facts';
import { FormResponseObject, responseObject } from './form-response';
import { FormSettings, settingsMethods } from './form-settings';
import { type GenericItemObject, genericItem } from './generic-item';
import { ItemObject, typedItem } from './item-object';

const DestinationType = googleEnum<typeof GoogleAppsScript.Forms.DestinationType>('Forms.DestinationType');

export class FormObject extends FormSettings {
  private add(kind: ItemKind): HostObject {
    const item = newItem(kind, () => this.execution.newNumber());
    this.put({ items: [...this.data.items, item] });
    return typedItem(this.execution, this.file, item.id);
  }

  addCheckboxGridItem(): HostObject {
    return this.add('CHECKBOX_GRID');
  }

  addCheckboxItem(): HostObject {
    return this.add('CHECKBOX');
  }

  addDateItem(): HostObject {
    return this.add('DATE');
  }

  addDateTimeItem(): HostObject {
    return this.add('DATETIME');
  }

  addDurationItem(): HostObject {
    return this.add('DURATION');
  }

  addGridItem(): HostObject {
    return this.add('GRID');
  }

  addListItem(): HostObject {
    return this.add('LIST');
  }

  addMultipleChoiceItem(): HostObject {
    return this.add('MULTIPLE_CHOICE');
  }

  addPageBreakItem(): HostObject {
    return this.add('PAGE_BREAK');
  }

  addParagraphTextItem(): HostObject {
    return this.add('PARAGRAPH_TEXT');
  }

  addRatingItem(): HostObject {
    return this.add('RATING');
  }

  addScaleItem(): HostObject {
    return this.add('SCALE');
  }

  addSectionHeaderItem(): HostObject {
    return this.add('SECTION_HEADER');
  }

  addTextItem(): HostObject {
    return this.add('TEXT');
  }

  addTimeItem(): HostObject {
    return this.add('TIME');
  }

  getItems(type?: GoogleAppsScript.Forms.ItemType): GenericItemObject[] {
    const kind = type === undefined ? null : enumName(type);
    return this.data.items
      .filter((item) => kind === null || item.kind === kind)
      .map((item) => genericItem(this.execution, this.file, item.id));
  }

  /** null when the form has no such item. */
  getItemById(id: NumberLike): GenericItemObject | null {
    const item = itemById(this.data, Number(id));
    return item ? genericItem(this.execution, this.file, item.id) : null;
  }

  deleteItem(item: number | ItemObject): void {
    deleteItemAt(this.data, this.placeOf(item));
    this.touched();
  }

  moveItem(from: number | ItemObject, toIndex: number): GenericItemObject {
    const place = this.placeOf(from);
    const id = this.data.items[place]?.id;
    moveItemTo(this.data, place, toIndex);
    this.touched();
    return genericItem(this.execution, this.file, id!);
  }

  private placeOf(item: number | ItemObject): number {
    if (item instanceof ItemObject) return this.data.items.findIndex((one) => one.id === item.itemId);
    return item;
  }

  createResponse(): FormResponseObject {
    return new FormResponseObject(this.execution, this.file, null);
  }

  /** Oldest first; with a moment, those sent or edited at it or later. */
  getResponses(since?: Date): FormResponseObject[] {
    const { responses } = this.data;
    const from = since === undefined || since === null ? 0 : countBefore(responses, since.getTime());
    const found: FormResponseObject[] = [];
    for (let at = from; at < responses.ids.length; at += 1) {
      found.push(responseObject(this.execution, this.file, at));
    }
    return found;
  }

  getResponse(responseId: string): FormResponseObject {
    const at = this.data.responses.ids.lastIndexOf(responseId);
    if (at < 0) throw new GoogleError('Exception', 'Invalid argument: responseId');
    return responseObject(this.execution, this.file, at);
  }

  /** The row in a linked sheet stays [facts 4.3]. */
  deleteResponse(responseId: string): this {
    if (!removeResponse(this.data.responses, responseId)) {
      throw new GoogleError('Exception', 'Invalid argument: responseId');
    }
    return this.touched();
  }

  deleteAllResponses(): this {
    clearResponses(this.data.responses);
    return this.touched();
  }

  setDestination(type: GoogleAppsScript.Forms.DestinationType, id: string): this {
    if (type !== DestinationType.SPREADSHEET) throw new GoogleError('Exception', 'Invalid argument: type');
    const { core } = this.execution;
    const book = core.file<SpreadsheetData>(id);
    if (book?.kind !== 'spreadsheet') throw new GoogleError('Exception', 'Invalid destination id');
    this.execution.requireFile(id, 'writer', 'FormApp.Form.setDestination');
    this.execution.flush(id);
    this.removeDestination();
    linkSheet(core, this.data, book.data, `https://docs.google.com/forms/d/${this.file.id}/viewform`);
    core.touch(book, this.execution.now());
    return this.touched();
  }

  getDestinationId(): string {
    return this.destination().file;
  }

  getDestinationType(): GoogleAppsScript.Forms.DestinationType {
    this.destination();
    return DestinationType.SPREADSHEET;
  }

  /** The tab stays in the workbook with what it holds; without a destination nothing happens. */
  removeDestination(): this {
    unlinkSheet(this.execution.core, this.data);
    return this.touched();
  }

  private destination(): { readonly file: string } {
    const { destination } = this.data;
    if (!destination) throw new GoogleError('Exception', 'The form currently has no response destination.');
    return destination;
  }
}

/** The object of an open form; the same one every time. */
export function formObject(execution: Execution, file: FormFile): FormObject {
  return execution.memo(`form:${file.id}`, () => new FormObject(execution, file));
}

export const formType = defineType({
  name: 'Form',
  google: 'Forms.Form',
  fullName: 'FormApp.Form',
  class: FormObject,
  scopes: FORM_SCOPES,
  needs: 'document',
  methods: {
    ...settingsMethods,
    ...same(
      change,
      'addCheckboxGridItem',
      'addCheckboxItem',
      'addDateItem',
      'addDateTimeItem',
      'addDurationItem',
      'addGridItem',
      'addListItem',
      'addMultipleChoiceItem',
      'addPageBreakItem',
      'addParagraphTextItem',
      'addRatingItem',
      'addScaleItem',
      'addSectionHeaderItem',
      'addTextItem',
      'addTimeItem',
      'deleteItem',
      'moveItem',
      'removeDestination',
    ),
    ...same(
      read,
      'getItems',
      'getItemById',
      'getResponse',
      'deleteResponse',
      'deleteAllResponses',
      'setDestination',
      'getDestinationId',
      'getDestinationType',
    ),
    createResponse: known,
    getResponses: {
      latency: 'Form.getResponses',
      size: ({ result }) => ({ responses: result?.length ?? 0 }),
    },
  },
});

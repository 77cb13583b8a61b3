import type { EpochMs } from '../programme/dates';
import type { DistrictServices } from '../google/services';
import { SUBMIT, type FormItem, type ItemKey, type Route } from './form-plan';

/** The methods of 2025 that the published types lack (docs/apps-script-notes.md, Publishing). */
export type PublishableForm = GoogleAppsScript.Forms.Form & {
  setPublished: (published: boolean) => GoogleAppsScript.Forms.Form;
  isPublished: () => boolean;
  supportsAdvancedResponderPermissions: () => boolean;
};

/** Id of the item behind each key. */
export type ItemMap = Readonly<Record<ItemKey, number>>;

/** How far a form is built; `finished` = all items are there. */
export interface Built {
  readonly items: number;
  readonly finished: boolean;
}

/**
 * Adds the items that the form still lacks, in order, until `end`. The number of items on the form says how far it is: the last one is set
 * once more where it is not among those known to be `whole`, because a run that was killed may have left it half done. Nothing is ever deleted or made again.
 */
export function addItems(
  services: DistrictServices,
  form: GoogleAppsScript.Forms.Form,
  plan: readonly FormItem[],
  end: EpochMs,
  whole = 0,
): Built {
  const items = form.getItems();
  const places = new Map(plan.map((item, index) => [item.key, index]));
  const modelOf = (item: FormItem): FormItem | null =>
    (item.like === undefined ? undefined : plan[places.get(item.like) ?? -1]) ?? null;
  const last = plan[items.length - 1];
  const lastItem = items[items.length - 1];
  if (last && lastItem && items.length > whole)
    dress(services, narrowed(lastItem, last), last, modelOf(last));
  let count = items.length;
  for (const item of plan.slice(items.length)) {
    if (services.now() >= end) break;
    const model = modelOf(item);
    const source = model && items[places.get(model.key) ?? -1];
    const made = source ? copyOf(form, source, item, count) : addItem(form, item);
    dress(services, made, item, source ? model : null);
    items.push(made as unknown as GoogleAppsScript.Forms.Item);
    count += 1;
  }
  return { items: count, finished: count >= plan.length };
}

/** A copy of an item at the end of the form, where Google promises to put it; where it does not, it is moved there. */
function copyOf(
  form: GoogleAppsScript.Forms.Form,
  source: GoogleAppsScript.Forms.Item,
  item: FormItem,
  place: number,
): TypedItem {
  const copy = kindOf(source, item).duplicate() as TypedItem;
  const index = copy.getIndex();
  if (index !== place) form.moveItem(index, place);
  return copy;
}

/**
 * Sets where the pages lead — routes to their pages, pages whose page before ends the form — and gives the ids of all items by key. Throws when
 * the form holds another number of items than planned.
 */
export function setRoutes(
  services: DistrictServices,
  form: GoogleAppsScript.Forms.Form,
  plan: readonly FormItem[],
  routes: Readonly<Record<string, readonly Route[]>>,
): ItemMap {
  const items = form.getItems();
  if (items.length !== plan.length)
    throw new Error(`The form has ${items.length} items instead of ${plan.length}`);
  const itemOf = (key: ItemKey): GoogleAppsScript.Forms.Item => {
    const item = items[plan.findIndex((one) => one.key === key)];
    if (!item) throw new Error(`The form has no item ${key}`);
    return item;
  };
  for (const item of plan)
    if (item.kind === 'PAGE' && item.before !== undefined) {
      const page = itemOf(item.key).asPageBreakItem();
      if (item.before === SUBMIT) page.setGoToPage(services.forms.PageNavigationType.SUBMIT);
      else page.setGoToPage(itemOf(item.before).asPageBreakItem());
    }
  for (const [key, choices] of Object.entries(routes)) lead(itemOf(key), choices, itemOf);
  return Object.fromEntries(plan.map((item, index) => [item.key, items[index]?.getId() ?? 0]));
}

/** Sets the choices of one route of a form in use. */
export function setRoute(
  form: GoogleAppsScript.Forms.Form,
  map: ItemMap,
  key: ItemKey,
  routes: readonly Route[],
): void {
  lead(itemAt(form, map, key), routes, (page) => itemAt(form, map, page));
}

/** The item of a key. Throws when it is gone: items of a form in use are never deleted by us. */
export function itemAt(
  form: GoogleAppsScript.Forms.Form,
  map: ItemMap,
  key: ItemKey,
): GoogleAppsScript.Forms.Item {
  const item = form.getItemById(map[key] ?? 0) as GoogleAppsScript.Forms.Item | null;
  if (!item) throw new Error(`The form has lost its item ${key}`);
  return item;
}

/** Sets the choices of a route. Google wants every choice of a question to lead somewhere, or none (docs/apps-script-notes.md, Choices). */
export function lead(
  item: GoogleAppsScript.Forms.Item,
  routes: readonly Route[],
  pageOf: (key: ItemKey) => GoogleAppsScript.Forms.Item,
): void {
  const question = item.asMultipleChoiceItem();
  question.setChoices(
    routes.map((route) => question.createChoice(route.text, pageOf(route.page).asPageBreakItem())),
  );
}

/** An item with the methods of its kind. */
export type TypedItem =
  | GoogleAppsScript.Forms.TextItem
  | GoogleAppsScript.Forms.ParagraphTextItem
  | GoogleAppsScript.Forms.MultipleChoiceItem
  | GoogleAppsScript.Forms.CheckboxItem
  | GoogleAppsScript.Forms.SectionHeaderItem
  | GoogleAppsScript.Forms.PageBreakItem;

/** Adds an empty item of the plan's kind at the end of the form. */
export function addItem(form: GoogleAppsScript.Forms.Form, item: FormItem): TypedItem {
  switch (item.kind) {
    case 'TEXT':
      return form.addTextItem();
    case 'PARAGRAPH':
      return form.addParagraphTextItem();
    case 'CHOICE':
    case 'ROUTE':
      return form.addMultipleChoiceItem();
    case 'TICK':
      return form.addCheckboxItem();
    case 'HEADER':
      return form.addSectionHeaderItem();
    case 'PAGE':
      return form.addPageBreakItem();
  }
}

/** `getItems` gives items of no kind; only the narrowed one has the methods of its kind. */
export function narrowed(item: GoogleAppsScript.Forms.Item, plan: FormItem): TypedItem {
  switch (plan.kind) {
    case 'TEXT':
      return item.asTextItem();
    case 'PARAGRAPH':
      return item.asParagraphTextItem();
    case 'CHOICE':
    case 'ROUTE':
      return item.asMultipleChoiceItem();
    case 'TICK':
      return item.asCheckboxItem();
    case 'HEADER':
      return item.asSectionHeaderItem();
    case 'PAGE':
      return item.asPageBreakItem();
  }
}

/** An item just made has its kind already; one of `getItems` gets it. */
function kindOf(item: GoogleAppsScript.Forms.Item, plan: FormItem): TypedItem {
  return 'asTextItem' in item ? narrowed(item, plan) : (item as unknown as TypedItem);
}

/** Gives an item its title, help, choices and rule, as far as the item it was copied from has others; doing it twice leaves the same. */
export function dress(
  services: DistrictServices,
  item: TypedItem,
  plan: FormItem,
  model: FormItem | null,
): void {
  if (plan.title !== model?.title) item.setTitle(plan.title);
  if ((plan.help ?? '') !== (model?.help ?? '')) item.setHelpText(plan.help ?? '');
  if (plan.kind === 'TEXT' && plan.pattern !== undefined)
    (item as GoogleAppsScript.Forms.TextItem).setValidation(
      services.forms
        .createTextValidation()
        .setHelpText(plan.patternHelp ?? '')
        .requireTextMatchesPattern(plan.pattern)
        .build(),
    );
  if ((plan.kind === 'CHOICE' || plan.kind === 'TICK') && choicesOf(plan) !== choicesOf(model))
    (item as GoogleAppsScript.Forms.MultipleChoiceItem).setChoiceValues([...plan.choices]);
  if (plan.kind === 'CHOICE' && plan.other && !(model?.kind === 'CHOICE' && model.other))
    (item as GoogleAppsScript.Forms.MultipleChoiceItem).showOtherOption(true);
  if (plan.required && !model?.required) (item as GoogleAppsScript.Forms.TextItem).setRequired(true);
}

function choicesOf(item: FormItem | null): string {
  return item && 'choices' in item ? JSON.stringify(item.choices) : '';
}

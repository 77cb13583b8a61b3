import type { DistrictServices } from '../google/services';
import {
  addItem,
  dress,
  itemAt,
  lead,
  narrowed,
  type ItemMap,
  type PublishableForm,
  type TypedItem,
} from './form-builder';
import { SUBMIT, type FormItem, type ItemKey, type Route } from './form-plan';

/** What was found on a form in use, and mended in place. */
export interface FormMending {
  /** Ids of the items, those added again with their new ones. */
  readonly map: ItemMap;
  /** Items that somebody had taken away: added again where they stood. Answers to them that no run had collected are lost with them. */
  readonly made: readonly ItemKey[];
  /** Items set to what the plan says: a setting changed, or a hand. */
  readonly changed: readonly ItemKey[];
  readonly moved: number;
  /** Items that are none of ours: their answers are not taken, and they are left to whoever added them. */
  readonly strange: number;
}

/**
 * Brings a form in use to what the plan says, item by item by their ids: no item is ever deleted or made anew while it is there, so that answers and
 * prefilled links keep their meaning. `routes` = what each route offers now. Looking costs no call; each difference costs one.
 */
export function mendForm(
  services: DistrictServices,
  form: PublishableForm,
  plan: readonly FormItem[],
  known: ItemMap,
  routes: Readonly<Record<string, readonly Route[]>>,
): FormMending {
  const items = form.getItems();
  const byId = new Map(items.map((item) => [item.getId(), item]));
  const order = items.map((item) => item.getId());
  const map: Record<ItemKey, number> = {};
  const made: ItemKey[] = [];
  const changed = new Set<ItemKey>();
  let moved = 0;
  let before = -1;
  const steady = steadyItems(order, plan, known);
  const free = new Set(order.filter((id) => !Object.values(known).includes(id)));
  for (const item of plan) {
    const own = byId.get(known[item.key] ?? 0);
    const there = own && isOfKind(services, own, item) ? own : leftBehind(services, byId, free, item);
    const isThere = there !== undefined;
    let id = there?.getId() ?? 0;
    free.delete(id);
    if (isThere) {
      if (redress(services, narrowed(there, item), item)) changed.add(item.key);
    } else {
      const fresh = addItem(form, item);
      dress(services, fresh, item, null);
      id = fresh.getId();
      order.push(id);
      made.push(item.key);
    }
    map[item.key] = id;
    const at = order.indexOf(id);
    const place = steady.has(id) ? at : at < before ? before : before + 1;
    if (place !== at) {
      form.moveItem(at, place);
      order.splice(place, 0, ...order.splice(at, 1));
      if (isThere) moved += 1;
    }
    before = place;
  }
  for (const key of mendRoutes(services, form, plan, map, routes)) if (!made.includes(key)) changed.add(key);
  const ours = new Set(Object.values(map));
  return { map, made, changed: [...changed], moved, strange: order.filter((id) => !ours.has(id)).length };
}

/** An item that a run made for this place and was killed before it was written down: of the kind, with its title or none yet. */
function leftBehind(
  services: DistrictServices,
  byId: ReadonlyMap<number, GoogleAppsScript.Forms.Item>,
  free: ReadonlySet<number>,
  plan: FormItem,
): GoogleAppsScript.Forms.Item | undefined {
  for (const id of free) {
    const item = byId.get(id);
    if (item && isOfKind(services, item, plan) && ['', plan.title].includes(item.getTitle())) return item;
  }
  return undefined;
}

/** The most items that stand in the plan's order already: only the others have to be moved. */
function steadyItems(
  order: readonly number[],
  plan: readonly FormItem[],
  known: ItemMap,
): ReadonlySet<number> {
  const places = plan.map(({ key }) => order.indexOf(known[key] ?? 0)).filter((place) => place >= 0);
  // The longest rising run of places, each with the one before it.
  const longest = places.map(() => 1);
  const from = places.map(() => -1);
  let end = places.length === 0 ? -1 : 0;
  places.forEach((place, index) => {
    for (let earlier = 0; earlier < index; earlier += 1)
      if ((places[earlier] ?? 0) < place && (longest[earlier] ?? 0) + 1 > (longest[index] ?? 0)) {
        longest[index] = (longest[earlier] ?? 0) + 1;
        from[index] = earlier;
      }
    if ((longest[index] ?? 0) > (longest[end] ?? 0)) end = index;
  });
  const steady = new Set<number>();
  for (let at = end; at >= 0; at = from[at] ?? -1) steady.add(order[places[at] ?? -1] ?? 0);
  return steady;
}

/** What was found, in one sentence for staff; '' = the form is as it should be. */
export function mendingSentence(
  { made, changed, moved, strange }: FormMending,
  plan: readonly FormItem[],
): string {
  const titles = (keys: readonly ItemKey[]): string =>
    [...new Set(keys.map((key) => `“${plan.find((one) => one.key === key)?.title ?? key}”`))]
      .slice(0, TITLES_SAID)
      .join(', ');
  const parts = [
    ...(made.length > 0 ? [`thêm lại ${made.length} mục đã bị xóa (${titles(made)})`] : []),
    ...(changed.length > 0 ? [`sửa ${changed.length} mục cho đúng thiết lập (${titles(changed)})`] : []),
    ...(moved > 0 ? [`xếp lại ${moved} mục`] : []),
    ...(strange > 0
      ? [`có ${strange} mục do người khác thêm: câu trả lời ở đó không được nhận, hãy xóa`]
      : []),
  ];
  return parts.join('; ');
}

const TITLES_SAID = 4;

/** A question can be given another kind by hand; then it is none of ours any more. */
function isOfKind(
  services: DistrictServices,
  item: GoogleAppsScript.Forms.Item,
  { kind }: FormItem,
): boolean {
  const types = services.forms.ItemType;
  const wanted = {
    TEXT: types.TEXT,
    PARAGRAPH: types.PARAGRAPH_TEXT,
    CHOICE: types.MULTIPLE_CHOICE,
    ROUTE: types.MULTIPLE_CHOICE,
    TICK: types.CHECKBOX,
    HEADER: types.SECTION_HEADER,
    PAGE: types.PAGE_BREAK,
  }[kind];
  return String(item.getType()) === String(wanted);
}

/** Sets what differs from the plan; whether anything did. Google gives no rule of a text back, so it is set with whatever else had to be. */
function redress(services: DistrictServices, item: TypedItem, plan: FormItem): boolean {
  let isChanged = false;
  const set = (differs: boolean, act: () => void): void => {
    if (!differs) return;
    act();
    isChanged = true;
  };
  set(item.getTitle() !== plan.title, () => item.setTitle(plan.title));
  set(item.getHelpText() !== (plan.help ?? ''), () => item.setHelpText(plan.help ?? ''));
  if (plan.kind !== 'HEADER' && plan.kind !== 'PAGE') {
    const question = item as GoogleAppsScript.Forms.TextItem;
    set(question.isRequired() !== (plan.required ?? false), () =>
      question.setRequired(plan.required ?? false),
    );
  }
  if (plan.kind === 'CHOICE' || plan.kind === 'TICK') {
    const question = item as GoogleAppsScript.Forms.MultipleChoiceItem;
    const given = question.getChoices().map((choice) => choice.getValue());
    set(JSON.stringify(given) !== JSON.stringify(plan.choices), () =>
      question.setChoiceValues([...plan.choices]),
    );
    const other = plan.kind === 'CHOICE' && plan.other === true;
    set(question.hasOtherOption() !== other, () => question.showOtherOption(other));
  }
  if (isChanged && plan.kind === 'TEXT' && plan.pattern !== undefined) dress(services, item, plan, null);
  return isChanged;
}

/** Sets where pages and routes lead, where they lead elsewhere; the keys of those that did. */
function mendRoutes(
  services: DistrictServices,
  form: PublishableForm,
  plan: readonly FormItem[],
  map: ItemMap,
  routes: Readonly<Record<string, readonly Route[]>>,
): readonly ItemKey[] {
  const changed: ItemKey[] = [];
  const { SUBMIT: submit, CONTINUE: onward } = services.forms.PageNavigationType;
  for (const item of plan) {
    if (item.kind !== 'PAGE') continue;
    const page = itemAt(form, map, item.key).asPageBreakItem();
    const to = page.getGoToPage() as GoogleAppsScript.Forms.PageBreakItem | null;
    const leads = to === null ? String(page.getPageNavigationType()) : String(to.getId());
    const target =
      item.before === undefined || item.before === SUBMIT ? null : itemAt(form, map, item.before);
    const wanted = target ? String(target.getId()) : String(item.before === SUBMIT ? submit : onward);
    if (leads === wanted) continue;
    if (target) page.setGoToPage(target.asPageBreakItem());
    else page.setGoToPage(item.before === SUBMIT ? submit : onward);
    changed.push(item.key);
  }
  for (const [key, choices] of Object.entries(routes)) {
    const item = itemAt(form, map, key);
    const given = item
      .asMultipleChoiceItem()
      .getChoices()
      .map((choice) => [choice.getValue(), pageOf(choice)]);
    const wanted = choices.map(({ text, page }) => [text, String(map[page] ?? '')]);
    if (JSON.stringify(given) === JSON.stringify(wanted)) continue;
    lead(item, choices, (page) => itemAt(form, map, page));
    changed.push(key);
  }
  return changed;
}

/** Id of the page a choice leads to; '' = to none, or to one that somebody has deleted: Google throws on some of those. */
function pageOf(choice: GoogleAppsScript.Forms.Choice): string {
  try {
    return String(choice.getGotoPage()?.getId() ?? '');
  } catch {
    return '';
  }
}

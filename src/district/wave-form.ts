import { GROUP_CHOICES } from '../programme/criteria';
import type { EpochMs } from '../programme/dates';
import type { Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import { guideLinksOf, leastRegisteredOf, presetOfSettings } from '../workbook/settings-use';
import type { Setup } from '../workbook/setup';
import type { WaveEntry } from '../workbook/waves-tab';
import { retrying } from '../google/retry';
import type { DistrictServices } from '../google/services';
import type { District } from './district';
import { adoptForm, formOfTag } from './files';
import { withForm } from './form-presence';
import { addItems, setRoute, setRoutes, type ItemMap, type PublishableForm } from './form-builder';
import { formHead } from './form-head';
import { formItems, routesOf, type FormFacts } from './form-plan';
import { formStateKey, formStateOf, type FormState } from './form-state';
import { LINK_MARKS } from './link-template';
import { remember, recall, type FormRecord } from './properties';

/** `FormApp.create` of 2025 takes whether the form is published (docs/apps-script-notes.md, Publishing). */
type CreatesUnpublished = (title: string, isPublished: boolean) => PublishableForm;

/** What a wave's form is made of, by the setup. */
export function formFactsOf(setup: Setup, wave: Wave): FormFacts {
  const { settings } = setup;
  return {
    wave,
    waveName: waveName(wave),
    criteria: setup.criteria,
    groups: GROUP_CHOICES,
    classes: presetOfSettings(settings).classes.map((one) => one.label),
    district: settings.district,
    planNumber: settings.planNumber,
    planDay: settings.planDay,
    contact: settings.contact,
    place: settings.reportPlace,
    dataContact: settings.dataContact,
    consentLink: settings.consentLink,
    keepDetailsUntil: settings.keepDetailsUntil,
    keepClassesUntil: settings.keepClassesUntil,
    least: leastRegisteredOf(settings),
    guides: guideLinksOf(settings),
  };
}

/**
 * The form of the wave: the one `known`, else found by its tag, else made unpublished. A form left untagged by a killed run is taken over by its
 * name.
 */
export function ensureForm(services: DistrictServices, facts: FormFacts, known?: string): PublishableForm {
  if (known !== undefined) return services.forms.openById(known) as PublishableForm;
  const { fileName, title, intro } = formHead(facts);
  const tag = `form:${facts.wave.code}`;
  const found = formOfTag(services, tag, fileName);
  if (found !== null) return services.forms.openById(found) as PublishableForm;
  const create = services.forms.create.bind(services.forms) as unknown as CreatesUnpublished;
  const form = create(fileName, false);
  adoptForm(services, form.getId(), tag);
  form.setTitle(title);
  form.setDescription(intro);
  form.setAllowResponseEdits(false);
  form.setProgressBar(true);
  return form;
}

/** Adds what the form lacks until `end`; null while it is not whole yet, else the ids of its items. `whole` = items known to be complete. */
export function buildForm(
  services: DistrictServices,
  form: PublishableForm,
  facts: FormFacts,
  end: EpochMs,
  whole = 0,
): { readonly items: number; readonly of: number; readonly map: ItemMap | null } {
  const plan = formItems(facts);
  const built = addItems(services, form, plan, end, whole);
  const map = built.finished ? setRoutes(services, form, plan, routesOf(facts, null)) : null;
  return { items: built.items, of: plan.length, map };
}

/** Publishes the form and asks Google whether it is. */
export function publishForm(services: DistrictServices, form: PublishableForm): boolean {
  if (!retrying(services, () => form.isPublished())) form.setPublished(true);
  return retrying(services, () => form.isPublished());
}

/** Keeps where the form is, and the address its branches' links are made of. */
export function recordForm(
  district: District,
  wave: Wave,
  form: PublishableForm,
  items: ItemMap,
): FormRecord {
  const record: FormRecord = {
    formId: form.getId(),
    url: form.getPublishedUrl(),
    linkTemplate: linkTemplateOf(form, items),
    items,
    stateKey: recall(district.services, `form:${wave.code}`)?.stateKey ?? '',
  };
  remember(district.services, `form:${wave.code}`, record);
  return record;
}

/** The one prefilled address all links are made from: one look at the items, whatever the number of links. */
function linkTemplateOf(form: PublishableForm, items: ItemMap): string {
  const byId = new Map(form.getItems().map((item) => [item.getId(), item]));
  const item = (key: string): GoogleAppsScript.Forms.Item => {
    const found = byId.get(items[key] ?? 0);
    if (!found) throw new Error(`The form has lost its item ${key}`);
    return found;
  };
  const text = (key: 'branch' | 'code'): GoogleAppsScript.Forms.ItemResponse =>
    item(key).asTextItem().createResponse(LINK_MARKS[key]);
  return form
    .createResponse()
    .withItemResponse(text('branch'))
    .withItemResponse(text('code'))
    .withItemResponse(item('group').asMultipleChoiceItem().createResponse(LINK_MARKS.group))
    .withItemResponse(item('registered').asParagraphTextItem().createResponse(LINK_MARKS.registered))
    .toPrefilledUrl();
}

/**
 * The record of an opened wave's form; made again from the form itself where the script's memory lost it. Null when the form is not the one that
 * was planned any more: then nothing can be read from it by key.
 */
export function formRecordOf(district: District, setup: Setup, entry: WaveEntry): FormRecord | null {
  const known = recall(district.services, `form:${entry.wave.code}`);
  if (known || entry.formId === '') return known;
  const form = district.services.forms.openById(entry.formId) as PublishableForm;
  const plan = formItems(formFactsOf(setup, entry.wave));
  const items = form.getItems();
  if (items.length !== plan.length) return null;
  const map = Object.fromEntries(plan.map((item, index) => [item.key, items[index]?.getId() ?? 0]));
  return recordForm(district, entry.wave, form, map);
}

/**
 * Sets the form as the wave's step wants it: which sheet is offered, the words after sending, or closed with the reason. Not a call when nothing
 * changed; gives the record as it is then.
 */
export function followStep(
  district: District,
  setup: Setup,
  wave: Wave,
  record: FormRecord,
  opened?: PublishableForm,
): FormRecord {
  const state = formStateOf(wave, waveName(wave), setup.settings.contact, district.now());
  const stateKey = formStateKey(state);
  if (stateKey === record.stateKey) return record;
  const { services } = district;
  const { formId } = record;
  const form = opened ?? withForm(services, formId, () => services.forms.openById(formId));
  // A form that is gone takes nothing any more.
  if (form === null) return record;
  applyState(form, record.items, state);
  const changed = { ...record, stateKey };
  remember(district.services, `form:${wave.code}`, changed);
  return changed;
}

function applyState(form: GoogleAppsScript.Forms.Form, items: ItemMap, state: FormState): void {
  if (state.open === null) form.setCustomClosedFormMessage(state.closed);
  else {
    setRoute(form, items, 'kind', routesOf({ groups: GROUP_CHOICES }, state.open).kind);
    form.setConfirmationMessage(state.confirmation);
  }
  form.setAcceptingResponses(state.open !== null);
}

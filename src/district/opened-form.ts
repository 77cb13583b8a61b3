import type { Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import type { Setup } from '../workbook/setup';
import { isTransient, messageOf } from '../google/retry';
import type { District } from './district';
import { setupHindrances, type DistrictFacts } from './facts';
import type { PublishableForm } from './form-builder';
import { mendForm, mendingSentence } from './form-mending';
import { formHead } from './form-head';
import { formItems, routesOf } from './form-plan';
import { findForm } from './form-presence';
import { formStateOf } from './form-state';
import { logRequests } from './ledger-copies';
import { remember, type FormRecord } from './properties';
import { followStep, formFactsOf, recordForm } from './wave-form';

/**
 * The form of an opened wave as the wave's step wants it. `isLooked` = it is compared with the plan first; else only when it cannot be set, because
 * somebody has changed it. Null = it is gone for good.
 */
export function servedForm(
  district: District,
  facts: DistrictFacts,
  wave: Wave,
  record: FormRecord,
  isLooked: boolean,
): FormRecord | null {
  const { setup } = facts;
  if (!isLooked)
    try {
      return followStep(district, setup, wave, record);
    } catch (error) {
      if (isTransient(error)) throw error;
      district.services.log(`The form of ${wave.code} could not be set: ${messageOf(error)}`);
    }
  const mended = mendOpened(district, facts, wave, record);
  return mended && followStep(district, setup, wave, mended);
}

/**
 * Looks at the form of an opened wave: out of the bin if it lies there, its texts, questions and ways as the setup says now (`mendForm`). While the
 * setup has mistakes that keep anything from being made, only whether the form is there. What was mended stands in *Nhật ký*. Null = gone for good.
 */
export function mendOpened(
  district: District,
  facts: DistrictFacts,
  wave: Wave,
  record: FormRecord,
): FormRecord | null {
  const { services } = district;
  const presence = findForm(services, record.formId);
  if (presence === 'GONE') return null;
  const form = services.forms.openById(record.formId) as PublishableForm;
  if (setupHindrances(facts.setup.problems).length > 0) return record;
  const formFacts = formFactsOf(facts.setup, wave);
  const plan = formItems(formFacts);
  const mending = mendForm(
    services,
    form,
    plan,
    record.items,
    routesNow(district, facts.setup, wave, form, record),
  );
  const { title, intro } = formHead(formFacts);
  const isHeadNew = form.getTitle() !== title || form.getDescription() !== intro;
  if (form.getTitle() !== title) form.setTitle(title);
  if (form.getDescription() !== intro) form.setDescription(intro);
  const sentence = [
    ...(presence === 'RESTORED' ? ['lấy phiếu ra khỏi thùng rác'] : []),
    ...(isHeadNew ? ['sửa tên và lời đầu của phiếu'] : []),
    mendingSentence(mending, plan),
  ]
    .filter((part) => part !== '')
    .join('; ');
  logMending(district, facts, wave, sentence);
  const isSame = mending.made.length + mending.changed.length === 0;
  if (isSame) return record;
  const base = mending.made.length > 0 ? recordForm(district, wave, form, mending.map) : record;
  // What is offered now is set once more: a question of it may be among those mended.
  const changed = { ...base, items: mending.map, stateKey: '' };
  remember(services, `form:${wave.code}`, changed);
  return changed;
}

/** What the routes should offer. While no sheet is open the one that asks for the sheet keeps what it has. */
function routesNow(
  district: District,
  setup: Setup,
  wave: Wave,
  form: PublishableForm,
  record: FormRecord,
): Readonly<Record<string, ReturnType<typeof routesOf>['kind']>> {
  const { open } = formStateOf(wave, waveName(wave), setup.settings.contact, district.now());
  const { kind, ...others } = routesOf(formFactsOf(setup, wave), open);
  const isThere = form.getItems().some((item) => item.getId() === record.items.kind);
  return open === null && isThere ? others : { kind, ...others };
}

function logMending(district: District, { state }: DistrictFacts, wave: Wave, sentence: string): void {
  const name = `formMended:${wave.code}`;
  // What is left to people, such as a question they added, is told once, not every night.
  if (sentence === (state.get(name) ?? '')) return;
  state.set(name, sentence);
  const entry = {
    at: district.now(),
    actor: district.email,
    what: 'Kiểm tra phiếu',
    related: '',
    detail: `Phiếu ${waveName(wave)}: ${sentence}`,
    data: { wave: wave.code },
  };
  const rows = sentence === '' ? [] : logRequests(state, [entry]);
  district.api.change(district.book, [...rows, ...state.changes()], false);
}

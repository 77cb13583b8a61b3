import type { EpochMs } from '../programme/dates';
import { retrying } from '../google/retry';
import type { DistrictServices } from '../google/services';
import type { ItemKey } from './form-plan';
import type { RawResponse } from './form-submission';
import type { FormRecord } from './properties';

/** Where answers come from: everything sent after a moment, in the order of sending. */
export interface ResponseSource {
  readonly since: (form: FormRecord, after: EpochMs) => readonly RawResponse[];
}

/**
 * The form's own store (architecture.md 3.4): it keeps what a linked sheet loses. `getResponses` has a lower bound only; its order is not promised,
 * so it is made here. Times are whole seconds, as a sheet keeps them: a deadline's last second stays within it.
 */
export function formResponses(services: DistrictServices): ResponseSource {
  // Opened once; were Google to keep what a form once told, a run that follows hints would end and the next one open it anew.
  const opened = new Map<string, GoogleAppsScript.Forms.Form>();
  const formOf = (id: string): GoogleAppsScript.Forms.Form => {
    const form = opened.get(id) ?? retrying(services, () => services.forms.openById(id));
    opened.set(id, form);
    return form;
  };
  return {
    since(record, after) {
      const keyOf = new Map<number, ItemKey>(Object.entries(record.items).map(([key, id]) => [id, key]));
      const form = formOf(record.formId);
      const responses = retrying(services, () =>
        after <= 0 ? form.getResponses() : form.getResponses(new Date(after)),
      );
      return responses
        .map((response) => rawOf(response, keyOf))
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    },
  };
}

function rawOf(
  response: GoogleAppsScript.Forms.FormResponse,
  keyOf: ReadonlyMap<number, ItemKey>,
): RawResponse {
  const answers = new Map<ItemKey, string>();
  for (const answer of response.getItemResponses()) {
    const key = keyOf.get(answer.getItem().getId());
    // A question somebody added to the form is none of ours.
    if (key === undefined) continue;
    const given = answer.getResponse() as string | readonly string[];
    answers.set(key, typeof given === 'string' ? given : given.join(', '));
  }
  return {
    id: response.getId(),
    at: Math.floor(response.getTimestamp().getTime() / 1000) * 1000,
    answers,
  };
}

import { isTransient, messageOf, retrying } from '../google/retry';
import type { DistrictServices } from '../google/services';

/** Where a form of ours is: THERE, taken out of the bin just now, or GONE for good. */
export type FormPresence = 'THERE' | 'RESTORED' | 'GONE';

/**
 * Looks for a form and takes it out of the bin, where members cannot open it. Only Drive's own word says that it is gone: any other error is thrown.
 * One call, two when it lay in the bin.
 */
export function findForm(services: DistrictServices, formId: string): FormPresence {
  const files = services.drive.Files;
  if (!files) throw new Error('The advanced service Drive has no Files');
  try {
    const file = retrying(services, () => files.get(formId, { fields: 'id,trashed' }));
    if (file.trashed !== true) return 'THERE';
    retrying(services, () => files.update({ trashed: false }, formId));
    return 'RESTORED';
  } catch (error) {
    if (!isTransient(error) && /not found/i.test(messageOf(error))) return 'GONE';
    throw error;
  }
}

/** Does something with a form; null when the form is gone for good. */
export function withForm<T>(services: DistrictServices, formId: string, act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (isTransient(error) || findForm(services, formId) !== 'GONE') throw error;
    services.log(`The form ${formId} is gone`);
    return null;
  }
}

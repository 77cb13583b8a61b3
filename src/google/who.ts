import type { Services } from './services';

/**
 * E-mail address of the person at the keyboard, lower case; '' when Google does not say (several accounts signed in, or a policy). In a
 * trigger it is the trigger's maker. `getEffectiveUser`, because `getActiveUser` is blank outside the owner's domain
 * (docs/apps-script-notes.md, Identity).
 */
export function signedInAs(services: Pick<Services, 'session'>): string {
  return normalEmail(services.session.getEffectiveUser().getEmail());
}

/** An address as it is compared: without blanks around it, in lower case. */
export function normalEmail(typed: string): string {
  return typed.trim().toLowerCase();
}

/** Whether both are the same address; two empty ones are nobody's. */
export function isSameEmail(a: string, b: string): boolean {
  return normalEmail(a) !== '' && normalEmail(a) === normalEmail(b);
}

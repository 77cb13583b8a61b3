import type { Execution } from '../kernel/host';
import type { FileRecord, Role } from '../kernel/state';
import { UserObject } from '../services/user';

/** The address of an argument that may be an address or a User. */
export function emailOf(person: unknown): string {
  return person instanceof UserObject ? person.getEmail() : String(person);
}

/** Users for addresses. */
export function usersOf(execution: Execution, emails: readonly string[]): UserObject[] {
  return emails.map((email) => new UserObject(execution, email));
}

/** Addresses of those who have at least this role on the file by name, the owner left out. */
export function sharedWith(file: FileRecord, roles: readonly Role[]): string[] {
  return file.permissions
    .filter((one) => roles.includes(one.role) && one.view !== 'published' && one.emailAddress !== undefined)
    .map((one) => one.emailAddress!)
    .filter((email) => email.toLowerCase() !== file.owner.toLowerCase());
}

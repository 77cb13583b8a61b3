import type { FileRecord, Role } from '../kernel/state';
import { UserObject } from '../services/user';
import { emailOf, sharedWith, usersOf } from './people';
import { BookObject, exception } from './session';

/** Whom a spreadsheet is shared with. */
export abstract class SharedBook extends BookObject {
  getOwner(): UserObject | null {
    const { owner } = this.session.file;
    return owner === '' ? null : new UserObject(this.execution, owner);
  }

  /** The owner first. */
  getEditors(): UserObject[] {
    const { file } = this.session;
    return usersOf(this.execution, [file.owner, ...sharedWith(file, ['writer'])]);
  }

  getViewers(): UserObject[] {
    return usersOf(this.execution, sharedWith(this.session.file, ['reader', 'commenter']));
  }

  addEditor(person: unknown): this {
    return this.share([person], 'writer');
  }
  addEditors(people: readonly unknown[]): this {
    return this.share(people, 'writer');
  }
  addViewer(person: unknown): this {
    return this.share([person], 'reader');
  }
  addViewers(people: readonly unknown[]): this {
    return this.share(people, 'reader');
  }

  removeEditor(person: unknown): this {
    return this.unshare(person, ['writer']);
  }
  removeViewer(person: unknown): this {
    return this.unshare(person, ['reader', 'commenter']);
  }

  private share(people: readonly unknown[], role: Exclude<Role, 'owner'>): this {
    const file = this.sharable();
    for (const email of people.map(emailOf)) {
      if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw exception(`Invalid email: ${email}`);
      this.execution.core.grant(file, { type: 'user', role, emailAddress: email });
    }
    return this;
  }

  private unshare(person: unknown, roles: readonly Role[]): this {
    const file = this.sharable();
    const email = emailOf(person).toLowerCase();
    file.permissions = file.permissions.filter(
      (one) => one.emailAddress?.toLowerCase() !== email || !roles.includes(one.role),
    );
    return this;
  }

  private sharable(): FileRecord {
    const file = this.session.requireFile('writer');
    if (!file.writersCanShare && this.execution.roleOn(file) !== 'owner') {
      throw exception('You do not have permission to perform that action.');
    }
    return file;
  }
}

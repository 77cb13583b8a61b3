import { type Execution, GoogleError, HostObject } from '../../kernel/host';
import { UserObject } from '../../services/user';
import type { FormFile } from '../form-file';
import type { FormData } from '../model/form-data';
import { change, read, same } from './facts';

/** An open form: its file, and who may edit it or fill it in. */
export abstract class FormPeople extends HostObject {
  constructor(
    execution: Execution,
    readonly file: FormFile,
  ) {
    super(execution);
  }

  override get fileId(): string {
    return this.file.id;
  }

  protected get data(): FormData {
    return this.file.data;
  }

  protected put(change: Partial<FormData>): this {
    Object.assign(this.file.data, change);
    return this.touched();
  }

  protected touched(): this {
    this.execution.core.touch(this.file, this.execution.now());
    return this;
  }

  getEditors(): UserObject[] {
    return this.people((one) => one.view === undefined && (one.role === 'writer' || one.role === 'owner'));
  }

  addEditor(person: string | UserObject): this {
    return this.addEditors([addressOf(person)]);
  }

  addEditors(emails: readonly string[]): this {
    this.requireAccounts(emails);
    for (const emailAddress of emails) {
      this.execution.core.grant(this.file, { type: 'user', role: 'writer', emailAddress });
    }
    return this.touched();
  }

  removeEditor(person: string | UserObject): this {
    return this.takeFrom(addressOf(person), undefined);
  }

  getPublishedReaders(): UserObject[] {
    return this.people((one) => one.view === 'published');
  }

  addPublishedReader(person: string | UserObject): this {
    return this.addPublishedReaders([addressOf(person)]);
  }

  addPublishedReaders(emails: readonly string[]): this {
    this.requireAccounts(emails);
    for (const emailAddress of emails) {
      this.execution.core.grant(this.file, { type: 'user', role: 'reader', emailAddress, view: 'published' });
    }
    return this.touched();
  }

  removePublishedReader(person: string | UserObject): this {
    return this.takeFrom(addressOf(person), 'published');
  }

  private people(which: (permission: FormFile['permissions'][number]) => boolean): UserObject[] {
    return this.file.permissions
      .filter((one) => one.emailAddress !== undefined && which(one))
      .map((one) => new UserObject(this.execution, one.emailAddress!));
  }

  private requireAccounts(emails: readonly string[]): void {
    const unknown = emails.find((email) => {
      const person = this.execution.state.people[email.toLowerCase()];
      return !person || person.gone;
    });
    if (unknown !== undefined) throw new GoogleError('Exception', `Invalid email: ${unknown}`);
  }

  private takeFrom(email: string, view: 'published' | undefined): this {
    this.file.permissions = this.file.permissions.filter(
      (one) =>
        one.role === 'owner' || one.view !== view || one.emailAddress?.toLowerCase() !== email.toLowerCase(),
    );
    return this.touched();
  }
}

function addressOf(person: string | UserObject): string {
  return typeof person === 'string' ? person : person.getEmail();
}

/** Facts of what FormPeople has. */
export const peopleMethods = {
  ...same(read, 'getEditors', 'getPublishedReaders'),
  ...same(
    change,
    'addEditor',
    'addEditors',
    'removeEditor',
    'addPublishedReader',
    'addPublishedReaders',
    'removePublishedReader',
  ),
} as const;

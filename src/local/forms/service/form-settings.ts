import { type Execution, GoogleError, HostObject } from '../../kernel/host';
import { UserObject } from '../../services/user';
import type { FormFile } from '../form-file';
import type { FormData } from '../model/form-data';
import { publishedUrl } from '../model/prefill';
import { type TextLike, change, known, read, same } from './facts';

/** What a form is set to, and who may edit it or fill it in. */
export abstract class FormSettings extends HostObject {
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
    this.file.modifiedAt = this.execution.now();
    return this;
  }

  getId(): string {
    return this.file.id;
  }

  getEditUrl(): string {
    return `https://docs.google.com/forms/d/${this.file.id}/edit`;
  }

  getPublishedUrl(): string {
    return publishedUrl(this.data.publishedId);
  }

  getSummaryUrl(): string {
    return `https://docs.google.com/forms/d/${this.file.id}/viewanalytics`;
  }

  getTitle(): string {
    return this.data.title;
  }

  setTitle(title: TextLike): this {
    return this.put({ title: String(title) });
  }

  getDescription(): string {
    return this.data.description;
  }

  setDescription(description: TextLike): this {
    return this.put({ description: String(description) });
  }

  supportsAdvancedResponderPermissions(): boolean {
    return this.data.publishable;
  }

  isPublished(): boolean {
    this.requirePublishable();
    return this.data.published;
  }

  /** Publishing opens the form, unpublishing closes it, whatever was set before [facts 4.1]. */
  setPublished(enabled: boolean): this {
    this.requirePublishable();
    return this.put({ published: enabled, accepting: enabled });
  }

  private requirePublishable(): void {
    if (!this.data.publishable) throw new GoogleError('Exception', 'This form does not support publishing.');
  }

  isAcceptingResponses(): boolean {
    return this.data.accepting;
  }

  setAcceptingResponses(enabled: boolean): this {
    if (enabled && this.data.publishable && !this.data.published) {
      throw new GoogleError('Exception', 'Cannot accept responses on an unpublished form.');
    }
    return this.put({ accepting: enabled });
  }

  getCustomClosedFormMessage(): string {
    return this.data.closedMessage;
  }

  setCustomClosedFormMessage(message: TextLike): this {
    return this.put({ closedMessage: String(message) });
  }

  getConfirmationMessage(): string {
    return this.data.confirmation;
  }

  setConfirmationMessage(message: TextLike): this {
    return this.put({ confirmation: String(message) });
  }

  hasProgressBar(): boolean {
    return this.data.progressBar;
  }

  setProgressBar(enabled: boolean): this {
    return this.put({ progressBar: enabled });
  }

  getShuffleQuestions(): boolean {
    return this.data.shuffle;
  }

  setShuffleQuestions(shuffle: boolean): this {
    return this.put({ shuffle });
  }

  canEditResponse(): boolean {
    return this.data.allowEdits;
  }

  /** Shows the link to edit or not; whoever has the link can edit all the same [facts 4.3]. */
  setAllowResponseEdits(enabled: boolean): this {
    return this.put({ allowEdits: enabled });
  }

  hasLimitOneResponsePerUser(): boolean {
    return this.data.limitOne;
  }

  setLimitOneResponsePerUser(enabled: boolean): this {
    return this.put({ limitOne: enabled });
  }

  collectsEmail(): boolean {
    return this.data.collectEmail;
  }

  setCollectEmail(collect: boolean): this {
    return this.put({ collectEmail: collect });
  }

  requiresLogin(): boolean {
    return this.data.requireLogin;
  }

  /** A consumer account has no domain whose people could be asked to sign in. */
  setRequireLogin(requireLogin: boolean): this {
    if (this.execution.state.people[this.file.owner]?.account !== 'workspace') {
      throw new GoogleError('Exception', 'This method is only available to Google Workspace users.');
    }
    return this.put({ requireLogin });
  }

  isPublishingSummary(): boolean {
    return this.data.summary;
  }

  setPublishingSummary(enabled: boolean): this {
    return this.put({ summary: enabled });
  }

  hasRespondAgainLink(): boolean {
    return this.data.respondAgain;
  }

  setShowLinkToRespondAgain(enabled: boolean): this {
    return this.put({ respondAgain: enabled });
  }

  isQuiz(): boolean {
    return this.data.quiz;
  }

  setIsQuiz(enabled: boolean): this {
    return this.put({ quiz: enabled });
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

/** Facts of what FormSettings has. */
export const settingsMethods = {
  ...same(
    known,
    'getId',
    'getEditUrl',
    'getPublishedUrl',
    'getSummaryUrl',
    'supportsAdvancedResponderPermissions',
  ),
  ...same(
    read,
    'getTitle',
    'getDescription',
    'isPublished',
    'isAcceptingResponses',
    'getCustomClosedFormMessage',
    'getConfirmationMessage',
    'hasProgressBar',
    'getShuffleQuestions',
    'canEditResponse',
    'hasLimitOneResponsePerUser',
    'collectsEmail',
    'requiresLogin',
    'isPublishingSummary',
    'hasRespondAgainLink',
    'isQuiz',
    'getEditors',
    'getPublishedReaders',
  ),
  ...same(
    change,
    'setTitle',
    'setDescription',
    'setAcceptingResponses',
    'setCustomClosedFormMessage',
    'setConfirmationMessage',
    'setProgressBar',
    'setShuffleQuestions',
    'setAllowResponseEdits',
    'setLimitOneResponsePerUser',
    'setCollectEmail',
    'setRequireLogin',
    'setPublishingSummary',
    'setShowLinkToRespondAgain',
    'setIsQuiz',
    'addEditor',
    'addEditors',
    'removeEditor',
    'addPublishedReader',
    'addPublishedReaders',
    'removePublishedReader',
  ),
  setPublished: { latency: 'Form.setPublished' },
} as const;

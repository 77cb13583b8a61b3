import { GoogleError } from '../../kernel/host';
import { publishedUrl } from '../model/prefill';
import { type TextLike, change, known, read, same } from './facts';
import { FormPeople, peopleMethods } from './form-people';

/** What a form is set to. */
export abstract class FormSettings extends FormPeople {
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
}

/** Facts of what FormSettings has. */
export const settingsMethods = {
  ...peopleMethods,
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
  ),
  setPublished: { latency: 'Form.setPublished' },
} as const;

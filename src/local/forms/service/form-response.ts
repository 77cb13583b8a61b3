import { type Execution, GoogleError, HostObject, defineType } from '../../kernel/host';
import type { FormFile } from '../form-file';
import type { ItemKind, StoredAnswer } from '../model/form-data';
import { invalidData, isQuestion, itemById } from '../model/items';
import { keepLinkedRow } from '../model/linked-sheet';
import { prefilledUrl, publishedUrl } from '../model/prefill';
import { addResponse } from '../model/responses';
import { FORM_SCOPES, known, read, same } from './facts';
import { genericItem } from './generic-item';
import type { ItemObject } from './item-object';
import { ItemResponseObject } from './item-response';

/** Unanswered questions of these kinds still give an item response, of ''; others give none [facts 4.3]. */
const BLANK_KINDS: ReadonlySet<ItemKind> = new Set([
  'TEXT',
  'PARAGRAPH_TEXT',
  'DATE',
  'DATETIME',
  'TIME',
  'DURATION',
]);

/** What a response object knows; `answers` is JSON text until somebody asks. */
interface Submitted {
  readonly id: string;
  readonly at: number;
  readonly email: string;
  readonly answers: string;
}

/** A response: one of the store as it was when it was fetched, or one being made. */
export class FormResponseObject extends HostObject {
  private readonly drafted = new Map<number, StoredAnswer>();
  private unpacked: Readonly<Record<string, StoredAnswer>> | null = null;

  constructor(
    execution: Execution,
    readonly form: FormFile,
    private submitted: Submitted | null,
  ) {
    super(execution);
  }

  getId(): string | null {
    return this.submitted?.id ?? null;
  }

  getTimestamp(): Date | null {
    return this.submitted && new Date(this.submitted.at);
  }

  /** null before it is sent, '' when the form did not collect addresses. */
  getRespondentEmail(): string | null {
    return this.submitted?.email ?? null;
  }

  getEditResponseUrl(): string | null {
    if (!this.submitted) return null;
    return `${publishedUrl(this.form.data.publishedId)}?edit2=${this.submitted.id}`;
  }

  /** In the order of the form; answers to deleted items are out of reach [facts 14]. */
  getItemResponses(): ItemResponseObject[] {
    const answers = this.answers();
    const found: ItemResponseObject[] = [];
    for (const item of this.form.data.items) {
      const answer = answers[item.id] ?? (this.submitted && BLANK_KINDS.has(item.kind) ? '' : undefined);
      if (answer !== undefined) {
        found.push(
          new ItemResponseObject(this.execution, genericItem(this.execution, this.form, item.id), answer),
        );
      }
    }
    return found;
  }

  getResponseForItem(item: ItemObject): ItemResponseObject | null {
    const kind = itemById(this.form.data, item.itemId)?.kind;
    if (kind === undefined || !isQuestion(kind)) return null;
    const answer = this.answers()[item.itemId] ?? (this.submitted && BLANK_KINDS.has(kind) ? '' : undefined);
    return answer === undefined
      ? null
      : new ItemResponseObject(this.execution, genericItem(this.execution, this.form, item.itemId), answer);
  }

  /** The last answer to an item is the one that holds. */
  withItemResponse(response: ItemResponseObject): this {
    if (this.submitted) throw new GoogleError('Exception', 'This response has already been submitted.');
    if (response.item.form !== this.form) throw invalidData();
    this.drafted.set(response.item.itemId, response.value);
    return this;
  }

  toPrefilledUrl(): string {
    const answers = Object.entries(this.answers()).map(([id, answer]) => [Number(id), answer] as const);
    return prefilledUrl(this.form.data, new Map(answers));
  }

  /** Sends a response the script made. Fires no trigger; required questions are not asked for [facts 4.3]. */
  submit(): this {
    const form = this.form.data;
    if (this.submitted) throw new GoogleError('Exception', 'This response has already been submitted.');
    // The script cannot say who it is nor fill in an address [facts 4.3].
    if (form.limitOne || form.collectEmail) throw invalidData();
    if (!form.accepting) {
      throw new GoogleError('Exception', 'This form is not currently accepting responses.');
    }
    const { core } = this.execution;
    const response = {
      id: `2_ABaOnu${this.execution.newId().slice(1)}`,
      at: this.execution.now(),
      email: '',
      by: '',
      answers: this.answers(),
    };
    addResponse(form.responses, response);
    core.touch(this.form, response.at);
    keepLinkedRow(core, form, response);
    this.submitted = { ...response, answers: JSON.stringify(response.answers) };
    return this;
  }

  private answers(): Readonly<Record<string, StoredAnswer>> {
    if (!this.submitted) return Object.fromEntries(this.drafted);
    this.unpacked ??= JSON.parse(this.submitted.answers) as Record<string, StoredAnswer>;
    return this.unpacked;
  }
}

/** The object of the response at that place of the store. */
export function responseObject(execution: Execution, form: FormFile, at: number): FormResponseObject {
  const { ids, times, emails, answers } = form.data.responses;
  return new FormResponseObject(execution, form, {
    id: ids[at]!,
    at: times[at]!,
    email: emails[at]!,
    answers: answers[at]!,
  });
}

export const formResponseType = defineType({
  name: 'FormResponse',
  google: 'Forms.FormResponse',
  fullName: 'FormApp.FormResponse',
  class: FormResponseObject,
  scopes: FORM_SCOPES,
  needs: 'document',
  methods: {
    ...same(
      known,
      'getId',
      'getTimestamp',
      'getRespondentEmail',
      'getEditResponseUrl',
      'getItemResponses',
      'getResponseForItem',
      'withItemResponse',
      'toPrefilledUrl',
    ),
    submit: read,
  },
});

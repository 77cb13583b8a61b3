import { type Execution, GoogleError, HostObject } from '../kernel/host';
import type { TriggerEvent, TriggerRecord } from '../kernel/state';
import { type TriggerObject, createTrigger } from './trigger';

/** A trigger of a document's events being described. */
export class DocumentTriggerBuilderObject extends HostObject {
  private event: TriggerEvent | null = null;

  constructor(
    execution: Execution,
    private readonly handler: string,
    private readonly source: TriggerRecord['source'],
    private readonly file: string,
  ) {
    super(execution);
  }

  onOpen(): this {
    return this.on('ON_OPEN');
  }

  onEdit(): this {
    return this.on('ON_EDIT');
  }

  onChange(): this {
    return this.on('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this.on('ON_FORM_SUBMIT');
  }

  create(): TriggerObject {
    if (this.event === null)
      throw new GoogleError('Exception', 'The trigger was not set to fire at any event.');
    return createTrigger(this.execution, {
      handler: this.handler,
      event: this.event,
      source: this.source,
      file: this.file,
      nextAt: null,
      everyMs: 0,
    });
  }

  private on(event: TriggerEvent): this {
    this.event = event;
    return this;
  }
}

/** Its kinds differ in the events they offer. */
export class SpreadsheetTriggerBuilderObject extends DocumentTriggerBuilderObject {}
export class FormTriggerBuilderObject extends DocumentTriggerBuilderObject {}

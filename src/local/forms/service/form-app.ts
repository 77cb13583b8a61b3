import { type Execution, GoogleError, HostObject, defineType } from '../../kernel/host';
import { createFormFile } from '../form-file';
import type { FormData } from '../model/form-data';
import { FORM_SCOPES, type TextLike, known } from './facts';
import { type FormObject, formObject } from './form';
import { validationBuilders } from './validations';

const NO_FORM =
  'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

export class FormAppService extends HostObject {
  /**
   * The title becomes the file's name; the form's own title stays empty live [facts 4.2]. With one argument the form is born published or
   * not by the workspace's settings; an unpublished one still says that it accepts responses until its publishing is changed.
   */
  create(title: TextLike, isPublished?: boolean): FormObject {
    if (title === '') throw new GoogleError('Exception', 'Invalid argument: title');
    if (title === null || title === undefined) throw this.execution.badParameters('FormApp.create', [title]);
    const { core, effectiveUser, project } = this.execution;
    if (!this.execution.take('documentsCreated')) {
      throw new GoogleError('Exception', 'Service invoked too many times for one day: form create.');
    }
    const file = createFormFile(core, {
      name: String(title),
      title: core.settings.formTitleAfterCreate ? String(title) : '',
      owner: effectiveUser,
      published: isPublished ?? core.settings.formsBornPublished,
      accepting: isPublished ?? true,
      createdBy: project.id,
    });
    return formObject(this.execution, file);
  }

  openById(id: string): FormObject {
    return this.open(id, 'FormApp.openById');
  }

  openByUrl(url: string): FormObject {
    const id = /^https:\/\/docs\.google\.com\/forms\/(?:u\/\d+\/)?d\/(?!e\/)([\w-]+)/.exec(url)?.[1];
    if (id === undefined) throw new GoogleError('Exception', 'Invalid argument: url');
    return this.open(id, 'FormApp.openByUrl');
  }

  private open(id: string, method: string): FormObject {
    if (this.execution.core.file(id)?.kind !== 'form') throw new GoogleError('Exception', NO_FORM);
    return formObject(this.execution, this.execution.requireFile<FormData>(id, 'writer', method));
  }

  getActiveForm(): FormObject | null {
    const file = this.execution.activeFile('form');
    return file && formObject(this.execution, file as Parameters<typeof formObject>[1]);
  }

  getUi(): HostObject {
    return this.execution.ui('FormApp');
  }

  createTextValidation(): HostObject {
    return new validationBuilders.text(this.execution);
  }

  createParagraphTextValidation(): HostObject {
    return new validationBuilders.paragraphText(this.execution);
  }

  createCheckboxValidation(): HostObject {
    return new validationBuilders.checkbox(this.execution);
  }

  createGridValidation(): HostObject {
    return new validationBuilders.grid(this.execution);
  }

  createCheckboxGridValidation(): HostObject {
    return new validationBuilders.checkboxGrid(this.execution);
  }
}

const opening = { scopes: ['forms'], needs: 'user' } as const;

export const formAppType = defineType({
  name: 'FormApp',
  google: 'Forms.FormApp',
  class: FormAppService,
  scopes: FORM_SCOPES,
  needs: 'document',
  methods: {
    create: { ...opening, latency: 'FormApp.create' },
    openById: { ...opening, latency: 'FormApp.openById' },
    openByUrl: { ...opening, latency: 'FormApp.openById' },
    getActiveForm: known,
    getUi: { counted: false, scopes: [], needs: 'nothing' },
    createTextValidation: known,
    createParagraphTextValidation: known,
    createCheckboxValidation: known,
    createGridValidation: known,
    createCheckboxGridValidation: known,
  },
});

/** FormApp of an execution. */
export function formApp(execution: Execution): FormAppService {
  return new FormAppService(execution);
}

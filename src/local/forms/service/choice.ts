import { type Execution, GoogleError, HostObject, defineType, enumName, googleEnum } from '../../kernel/host';
import type { FormFile } from '../form-file';
import type { ChoiceData, GoTo } from '../model/form-data';
import { FORM_SCOPES, known, same } from './facts';
import { ItemObject, typedItem } from './item-object';

type Navigation = GoogleAppsScript.Forms.PageNavigationType;
const PageNavigationType =
  googleEnum<typeof GoogleAppsScript.Forms.PageNavigationType>('Forms.PageNavigationType');

/** Where a page break item or a PageNavigationType leads. Throws Google's error for what leads nowhere. */
export function goToOf(target: unknown): GoTo {
  if (target instanceof ItemObject && target.data().kind === 'PAGE_BREAK') return target.itemId;
  const name = enumName(target);
  if (name === 'CONTINUE' || name === 'RESTART' || name === 'SUBMIT') return name;
  throw new GoogleError('Exception', 'Invalid argument: navigationType');
}

/** The PageNavigationType of a way. */
export function navigationOf(goTo: GoTo): Navigation {
  return PageNavigationType[typeof goTo === 'number' ? 'GO_TO_PAGE' : goTo];
}

/** A choice of a question; made by createChoice or read from the question. */
export class ChoiceObject extends HostObject {
  constructor(
    execution: Execution,
    readonly form: FormFile,
    readonly choice: ChoiceData,
    private readonly kind: 'MULTIPLE_CHOICE' | 'CHECKBOX' | 'LIST',
  ) {
    super(execution);
  }

  getValue(): string {
    return this.choice.value;
  }

  isCorrectAnswer(): boolean {
    return this.choice.correct === true;
  }

  /** Of multiple choice questions only; null otherwise [facts 4.2]. */
  getGotoPage(): HostObject | null {
    const { goTo } = this.choice;
    if (this.kind !== 'MULTIPLE_CHOICE' || typeof goTo !== 'number') return null;
    return typedItem(this.execution, this.form, goTo);
  }

  /** The spelling that is there live; on a list's choice it fails [facts 4.2]. */
  getGoToPage(): HostObject | null {
    if (this.kind === 'LIST') {
      throw new GoogleError(
        'Exception',
        'Unexpected error while getting the method or property getGoToPage on object FormApp.Choice.',
      );
    }
    return this.getGotoPage();
  }

  getPageNavigationType(): Navigation | null {
    if (this.kind !== 'MULTIPLE_CHOICE' || this.choice.goTo === undefined) return null;
    return navigationOf(this.choice.goTo);
  }
}

export const choiceType = defineType({
  name: 'Choice',
  google: 'Forms.Choice',
  fullName: 'FormApp.Choice',
  class: ChoiceObject,
  scopes: FORM_SCOPES,
  needs: 'document',
  methods: same(known, 'getValue', 'getGotoPage', 'getGoToPage', 'getPageNavigationType', 'isCorrectAnswer'),
});

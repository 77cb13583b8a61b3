import type { FormsModule } from '../kernel/acts';
import { NotEmulatedError } from '../kernel/errors';

const notYet = (what: string) => (): never => {
  throw new NotEmulatedError(what);
};

/** FormApp, and what people do with forms. */
export const formsModule: FormsModule = {
  types: [],
  globals: {},
  submit: notYet('submit'),
  form: notYet('FormApp.Form'),
  response: notYet('FormApp.FormResponse'),
};

import type { DocsModule } from '../kernel/acts';
import { NotEmulatedError } from '../kernel/errors';

/** DocumentApp. */
export const docsModule: DocsModule = {
  types: [],
  globals: {},
  document: () => {
    throw new NotEmulatedError('DocumentApp.Document');
  },
};

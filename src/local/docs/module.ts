import type { DocsModule } from '../kernel/acts';
import { documentApp, documentAppType } from './service/document-app';
import { documentObject, documentType } from './service/document';
import type { DocFile } from './service/element';
import { markTypes } from './service/marks';
import { namedRangeTypes } from './service/named-ranges';
import { paragraphTypes } from './service/paragraph';
import { sectionTypes } from './service/sections';
import { tableTypes } from './service/tables';
import { textType } from './service/text';

/** DocumentApp. */
export const docsModule: DocsModule = {
  types: [
    documentAppType,
    documentType,
    textType,
    ...sectionTypes,
    ...paragraphTypes,
    ...tableTypes,
    ...markTypes,
    ...namedRangeTypes,
  ],
  globals: { DocumentApp: documentApp },
  document: (execution, file) => documentObject(execution, file as DocFile),
};

import type { WorkspaceCore } from '../../kernel/core-types';
import { type Execution, GoogleError, HostObject, defineType } from '../../kernel/host';
import { MIME_TYPES } from '../../kernel/mime-types';
import { type DocumentData, createDocumentData } from '../model/doc-data';
import { type DocumentObject, documentObject } from './document';
import type { DocFile } from './element';
import { DOC_SCOPES, known } from './facts';

/** A new empty document in Drive. */
export function createDocumentFile(
  core: WorkspaceCore,
  of: { readonly name: string; readonly owner: string; readonly createdBy: string | null },
): DocFile {
  return core.addFile<DocumentData>({
    kind: 'document',
    mimeType: MIME_TYPES['GOOGLE_DOCS']!,
    ...of,
    data: createDocumentData(),
  });
}

class DocumentAppService extends HostObject {
  create(name: string): DocumentObject {
    const { core, effectiveUser, project } = this.execution;
    if (!this.execution.take('documentsCreated')) {
      throw new GoogleError('Exception', 'Service invoked too many times for one day: docs create.');
    }
    const file = createDocumentFile(core, { name, owner: effectiveUser, createdBy: project.id });
    return documentObject(this.execution, file);
  }

  openById(id: string): DocumentObject {
    return this.open(id, 'DocumentApp.openById');
  }

  openByUrl(url: string): DocumentObject {
    const id = /^https:\/\/docs\.google\.com\/(?:open\?id=|document\/(?:u\/\d+\/)?d\/)([\w-]+)/.exec(
      url,
    )?.[1];
    if (id === undefined) throw new GoogleError('Exception', 'Invalid argument: url');
    return this.open(id, 'DocumentApp.openByUrl');
  }

  /** Asks for the right to edit: what only readers may open is refused, rather than changed by them. */
  private open(id: string, method: string): DocumentObject {
    if (this.execution.core.file(id)?.kind !== 'document') {
      throw new GoogleError(
        'Exception',
        "Document is missing (perhaps it was deleted, or you don't have read access?)",
      );
    }
    return documentObject(this.execution, this.execution.requireFile<DocumentData>(id, 'writer', method));
  }

  getActiveDocument(): DocumentObject | null {
    const file = this.execution.activeFile('document');
    return file && documentObject(this.execution, file as DocFile);
  }

  getUi(): HostObject {
    return this.execution.ui('DocumentApp');
  }
}

const opening = { scopes: ['documents'], needs: 'user' } as const;

export const documentAppType = defineType({
  name: 'DocumentApp',
  google: 'Document.DocumentApp',
  class: DocumentAppService,
  scopes: DOC_SCOPES,
  needs: 'document',
  methods: {
    create: opening,
    openById: opening,
    openByUrl: opening,
    getActiveDocument: known,
    getUi: { counted: false, scopes: [], needs: 'nothing' },
  },
});

/** DocumentApp of an execution. */
export function documentApp(execution: Execution): DocumentAppService {
  return new DocumentAppService(execution);
}

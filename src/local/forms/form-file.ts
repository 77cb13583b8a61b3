import type { WorkspaceCore } from '../kernel/core-types';
import type { FileRecord } from '../kernel/state';
import { MIME_TYPES } from '../kernel/mime-types';
import { type FormData, createFormData } from './model/form-data';

export type FormFile = FileRecord<FormData>;

/** A new form in Drive. `published`: whoever has the link may fill it in; otherwise nobody but its editors until it is published and shared. */
export function createFormFile(
  core: WorkspaceCore,
  of: {
    readonly name: string;
    readonly title: string;
    readonly owner: string;
    readonly published: boolean;
    readonly accepting: boolean;
    readonly createdBy: string | null;
  },
): FormFile {
  const publishedId = `1FAIpQLS${core.newId().slice(1)}`;
  const file = core.addFile<FormData>({
    kind: 'form',
    mimeType: MIME_TYPES['GOOGLE_FORMS']!,
    name: of.name,
    owner: of.owner,
    createdBy: of.createdBy,
    data: createFormData({ publishedId, title: of.title, published: of.published, accepting: of.accepting }),
  });
  if (of.published) core.grant(file, { type: 'anyone', role: 'reader', view: 'published' });
  return file;
}

/** The form of a file id, or of the id in the address people fill it in at. */
export function formByAddress(core: WorkspaceCore, id: string): FormFile | null {
  const file = core.file<FormData>(id);
  if (file) return file.kind === 'form' ? file : null;
  const found = Object.values(core.state.files).find(
    (one) => one.kind === 'form' && (one.data as FormData).publishedId === id,
  );
  return (found as FormFile | undefined) ?? null;
}

/** True when the person ('' = not signed in) may fill the form in: who may edit it may, and whom it was opened to. */
export function mayRespond(core: WorkspaceCore, file: FormFile, as: string): boolean {
  const person = as.toLowerCase();
  return (
    (as !== '' && core.roleOf(file, as) !== null) ||
    file.permissions.some(
      (one) =>
        one.view === 'published' &&
        (one.type === 'anyone' ||
          (as !== '' && one.type === 'domain' && one.domain === person.split('@')[1]) ||
          (as !== '' && one.emailAddress?.toLowerCase() === person)),
    )
  );
}

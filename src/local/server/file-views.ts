import type { FileRecord, Workspace } from '../workspace';
import type { FileKind, FileView, HomeInfo } from './api-types';
import { Refusal } from './router';

const HREFS: Readonly<Record<string, (id: string) => string>> = {
  spreadsheet: (id) => `/spreadsheets/d/${id}/edit`,
  form: (id) => `/forms/d/${id}/viewform`,
  document: (id) => `/document/d/${id}/edit`,
};

function fileView(workspace: Workspace, file: FileRecord, me: string, info: HomeInfo): FileView | null {
  const href = HREFS[file.kind];
  if (!href) return null;
  const role = workspace.core.roleOf(file, me);
  const mayWrite = role === 'owner' || role === 'writer';
  return {
    id: file.id,
    kind: file.kind as FileKind,
    title: file.name,
    note: info.fileNotes?.[file.id] ?? (file.kind === 'spreadsheet' && !mayWrite ? 'Chỉ xem' : ''),
    updated: file.modifiedAt,
    href: href(file.id),
    open: file.kind === 'form' ? 'view' : mayWrite ? 'edit' : 'view',
  };
}

/** What that person finds in Drive, newest first, with the addresses the product gives them; and the names that stay closed. */
export function fileViews(
  workspace: Workspace,
  me: string,
  info: HomeInfo,
): { readonly files: readonly FileView[]; readonly closed: readonly string[] } {
  const own = workspace.files(me);
  const ids = new Set(own.map((file) => file.id));
  const links = (info.links ?? []).filter((link) => link.email === me);
  const linked = links.map(({ title, note, href }): FileView => {
    const kind = href.startsWith('/spreadsheets/')
      ? 'spreadsheet'
      : href.startsWith('/document/')
        ? 'document'
        : 'form';
    return { id: href, kind, title, note, updated: null, href, open: kind === 'form' ? 'answer' : 'view' };
  });
  const closed = Object.values(workspace.state.files).filter(
    (file) =>
      HREFS[file.kind] &&
      !file.trashed &&
      !ids.has(file.id) &&
      !links.some(({ href }) => href.includes(file.id)),
  );
  return {
    files: [...linked, ...own.flatMap((file) => fileView(workspace, file, me, info) ?? [])],
    closed: closed.map((file) => file.name),
  };
}

/** The file, if that person may open it; refuses as Drive does. */
export function needFile<T>(
  workspace: Workspace,
  id: string,
  kind: FileRecord['kind'],
  me: string,
): FileRecord<T> {
  const file = workspace.core.file<T>(id);
  if (!file || file.kind !== kind || file.trashed)
    throw new Refusal(404, 'Rất tiếc, tệp bạn yêu cầu không tồn tại.');
  if (workspace.core.roleOf(file, me) === null) {
    throw new Refusal(
      403,
      'Bạn cần có quyền truy cập. Hãy yêu cầu quyền truy cập hoặc chuyển sang một tài khoản có quyền truy cập.',
    );
  }
  return file;
}

import { isTransient, messageOf, retrying } from '../google/retry';
import type { DistrictServices } from '../google/services';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const FORM = 'application/vnd.google-apps.form';
const DOCUMENT = 'application/vnd.google-apps.document';

/** Key under which a file of ours says what it is: a property of the file, seen by this script alone. */
const TAG = 'renLuyenHanhDong';

/**
 * The files this script has made, by tag ('book:P05', 'intake:2014'). The tag is given in the very call that makes the file, so a run
 * killed right after it leaves a file that the next run finds instead of making a second one.
 */
export function taggedFiles(services: DistrictServices): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let pageToken: string | undefined;
  do {
    const page = retrying(services, () =>
      filesOf(services).list({
        q: 'trashed = false',
        fields: 'nextPageToken,files(id,appProperties,createdTime)',
        orderBy: 'createdTime',
        pageSize: 1000,
        ...(pageToken === undefined ? {} : { pageToken }),
      }),
    );
    for (const file of page.files ?? []) {
      const tag = (file.appProperties as Readonly<Record<string, string>> | undefined)?.[TAG];
      // The oldest of two keeps the tag: both ends of a repeated run agree on it.
      if (tag !== undefined && file.id !== undefined && !found.has(tag)) found.set(tag, file.id);
    }
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined && pageToken !== '');
  return found;
}

/**
 * The form of a tag; else one of that name which a killed run made and did not come to tag. Null when there is neither. Forms are made by
 * FormApp, which takes no tag, so the tag comes one call later.
 */
export function formOfTag(services: DistrictServices, tag: string, name: string): string | null {
  const tagged = taggedFiles(services).get(tag);
  if (tagged !== undefined) return tagged;
  const quoted = name.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
  const page = retrying(services, () =>
    filesOf(services).list({
      q: `name = '${quoted}' and mimeType = '${FORM}' and trashed = false`,
      fields: 'files(id,appProperties)',
      orderBy: 'createdTime',
    }),
  );
  const left = (page.files ?? []).find(
    (file) => (file.appProperties as Readonly<Record<string, string>> | undefined)?.[TAG] === undefined,
  );
  if (!left?.id) return null;
  adoptForm(services, left.id, tag);
  return left.id;
}

/** Says of a file of ours what it is. */
export function adoptForm(services: DistrictServices, file: string, tag: string): void {
  retrying(services, () => filesOf(services).update({ appProperties: { [TAG]: tag } }, file));
}

/** Makes an empty workbook whose editors cannot share it further (architecture.md 2); its id. Not repeated on an error: look it up by tag. */
export function createWorkbook(services: DistrictServices, tag: string, name: string): string {
  return createTagged(services, tag, name, SPREADSHEET);
}

/** The same of an empty document. */
export function createDocument(services: DistrictServices, tag: string, name: string): string {
  return createTagged(services, tag, name, DOCUMENT);
}

function createTagged(services: DistrictServices, tag: string, name: string, mimeType: string): string {
  const file = filesOf(services).create({
    name,
    mimeType,
    writersCanShare: false,
    appProperties: { [TAG]: tag },
  });
  if (!file.id) throw new Error(`Drive made no file for ${tag}`);
  return file.id;
}

/** Lets anyone with the link answer a published form, and reads it back. False when Google did not take it. */
export function openToResponders(services: DistrictServices, formId: string): boolean {
  const permissions = services.drive.Permissions;
  if (!permissions) throw new Error('The advanced service Drive has no Permissions');
  const isOpen = (): boolean =>
    (
      retrying(services, () =>
        permissions.list(formId, {
          includePermissionsForView: 'published',
          fields: 'permissions(id,type,role,view)',
        }),
      ).permissions ?? []
    ).some((one) => one.type === 'anyone' && one.view === 'published');
  if (isOpen()) return true;
  try {
    permissions.create({ type: 'anyone', role: 'reader', view: 'published' }, formId);
  } catch (error) {
    if (isTransient(error)) throw error;
    // A domain may forbid it; staff are told the ways out.
    services.log(`Not open to everybody: ${messageOf(error)}`);
  }
  return isOpen();
}

/** Makes people editors of a workbook, in one call; one by one when Google refuses the list. Those it refuses come back. */
export function shareWith(
  services: DistrictServices,
  file: string,
  emails: readonly string[],
): readonly string[] {
  if (emails.length === 0) return [];
  const book = services.spreadsheets.openById(file);
  try {
    retrying(services, () => book.addEditors([...emails]));
    return [];
  } catch {
    // One address without a Google account makes Google refuse the whole list (docs/apps-script-notes.md, Sharing).
    return emails.filter((email) => !isShared(services, book, email));
  }
}

/** Makes people editors of a form: Google shares each form by itself. An address it does not take is *Kiểm tra thiết lập*'s business. */
export function shareForm(
  services: DistrictServices,
  form: GoogleAppsScript.Forms.Form,
  emails: readonly string[],
): void {
  const there = new Set(
    retrying(services, () => form.getEditors()).map((user) => user.getEmail().toLowerCase()),
  );
  for (const email of emails) {
    if (there.has(email.toLowerCase())) continue;
    try {
      retrying(services, () => form.addEditor(email));
    } catch (error) {
      services.log(`Not shared with one address: ${String(error)}`);
    }
  }
}

function isShared(
  services: DistrictServices,
  book: GoogleAppsScript.Spreadsheet.Spreadsheet,
  email: string,
): boolean {
  try {
    retrying(services, () => book.addEditor(email));
    return true;
  } catch (error) {
    services.log(`Not shared with one address: ${String(error)}`);
    return false;
  }
}

function filesOf(services: DistrictServices): GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection {
  const files = services.drive.Files;
  if (!files) throw new Error('The advanced service Drive has no Files');
  return files;
}

/** What sharing a workbook exactly did. */
export interface Sharing {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Addresses that Google does not take. */
  readonly refused: readonly string[];
  /** Something had to be changed, and only the file's owner may: another account than this one. */
  readonly isOwners: boolean;
}

/** Makes exactly these people editors of a workbook, besides its owner and whoever runs this: those who left a committee lose it. */
export function shareExactly(
  services: DistrictServices,
  file: string,
  emails: readonly string[],
  me: string,
): Sharing {
  const book = services.spreadsheets.openById(file);
  const wanted = new Set(emails.map((email) => email.toLowerCase()));
  const there = retrying(services, () => book.getEditors()).map((user) => user.getEmail().toLowerCase());
  const removed = there.filter((email) => !wanted.has(email) && email !== me && email !== '');
  const missing = [...wanted].filter((email) => !there.includes(email) && email !== me);
  if (removed.length + missing.length > 0 && !isOwnedBy(services, file, me))
    return { added: [], removed: [], refused: missing, isOwners: true };
  for (const email of removed) retrying(services, () => book.removeEditor(email));
  const refused = shareWith(services, file, missing);
  return { added: missing.filter((email) => !refused.includes(email)), removed, refused, isOwners: false };
}

/** Whether the workbook is this account's: its editors may not share it further, nor change a protection that does not name them. */
export function isOwnedBy(services: DistrictServices, file: string, me: string): boolean {
  const owner = retrying(services, () => services.spreadsheets.openById(file).getOwner());
  return owner?.getEmail().toLowerCase() === me;
}

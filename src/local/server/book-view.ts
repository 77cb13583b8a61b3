import type { SheetData, SpreadsheetData } from '../sheets/model/book';
import type { FileRecord, MenuLine, OpenedMenu, Workspace } from '../workspace';
import type { BookView, MenuItemView, MenuView, PersonView } from './api-types';
import { Refusal } from './router';

function itemView(line: MenuLine, project: string): MenuItemView {
  if (line.separator) return { caption: '', separator: true };
  return {
    caption: line.caption,
    ...(line.run === undefined ? {} : { run: { project, fn: line.run } }),
    ...(line.items ? { items: line.items.map((item) => itemView(item, project)) } : {}),
  };
}

function menuView({ menu, project }: OpenedMenu): MenuView {
  return { caption: menu.caption, items: (menu.items ?? []).map((item) => itemView(item, project)) };
}

function isProtected(sheet: SheetData): boolean {
  return sheet.protections.some(({ type, warningOnly }) => type === 'SHEET' && !warningOnly);
}

/** A workbook's frame: tabs, and the menus that opening it gave. Who may not edit sees no hidden tabs, as in Sheets. */
export function bookView(
  workspace: Workspace,
  file: FileRecord<SpreadsheetData>,
  of: { readonly me: PersonView; readonly menus: readonly OpenedMenu[] },
): BookView {
  const role = workspace.core.roleOf(file, of.me.email);
  const canEdit = role === 'owner' || role === 'writer';
  return {
    id: file.id,
    title: file.name,
    me: of.me,
    canEdit,
    tabs: file.data.sheets
      .filter((sheet) => canEdit || !sheet.hidden)
      .map((sheet) => ({
        sheetId: sheet.sheetId,
        name: sheet.name,
        hidden: sheet.hidden,
        colour: sheet.tabColor,
        protected: isProtected(sheet),
      })),
    menus: of.menus.filter(({ addOn }) => !addOn).map(menuView),
    addOns: of.menus.filter(({ addOn }) => addOn).map(menuView),
  };
}

/** The tab with that id; refuses a hidden one to who may not edit. */
export function needSheet(file: FileRecord<SpreadsheetData>, sheetId: number, canEdit: boolean): SheetData {
  const sheet = file.data.sheets.find((one) => one.sheetId === sheetId && (canEdit || !one.hidden));
  if (!sheet) throw new Refusal(404, 'Trang tính này không còn trong sổ.');
  return sheet;
}

import type { Services } from '../google/services';
import { helpText } from './help-text';

/** Width and height of the wide page, in pixels; Google fixes a sidebar at 300. */
const WIDE = { width: 1180, height: 720 };

/** Name of the page's file in the project. */
const PAGE = 'grading';

/** Menu items with the public function each one starts; only what works is there (wording.md 1). */
const ITEMS = [
  ['Mở bảng đánh giá', 'openGrading'],
  ['Mở bảng rộng (cả chi đoàn)', 'openWide'],
  ['Trợ giúp', 'openHelp'],
] as const;

/** Puts the menu up. Works where Google gives the script nothing but menus, so it asks for nothing else (docs/apps-script-notes.md, Auth modes). */
export function showMenu(services: Services): void {
  const menu = services.spreadsheets.getUi().createAddonMenu();
  for (const [caption, name] of ITEMS) menu.addItem(caption, name);
  menu.addToUi();
}

/** The grading page as a sidebar. */
export function showSidebar(services: Services): void {
  const page = services.html.createHtmlOutputFromFile(PAGE).setTitle('Rèn luyện và hành động');
  services.spreadsheets.getUi().showSidebar(page);
}

/** The same page in a wide window beside the sheet: it lays itself out by its width, so nothing has to be handed over. */
export function showWide(services: Services): void {
  const page = services.html.createHtmlOutputFromFile(PAGE).setWidth(WIDE.width).setHeight(WIDE.height);
  services.spreadsheets.getUi().showModelessDialog(page, 'Rèn luyện và hành động: cả chi đoàn');
}

/** A short help that needs no page. */
export function showHelp(services: Services): void {
  const ui = services.spreadsheets.getUi();
  ui.alert('Trợ giúp', helpText(), ui.ButtonSet.OK);
}

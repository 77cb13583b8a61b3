import type { Services } from '../google/services';
import { helpText } from './help-text';

/** Width and height of the wide page, in pixels; Google fixes a sidebar at 300. */
const WIDE = { width: 1180, height: 720 };

/** Name of the page's file in the project. */
const PAGE = 'grading';

/** The page of what is printed, a sheet of A4 beside its choices. */
const PAPERS = { page: 'papers', width: 980, height: 720 };

/** Screen a page begins with when a menu item names one. */
export type StartScreen = 'PAPER' | 'MESSAGES' | PaperSheet;

/** What can be printed. */
const PAPER_SHEETS = ['MEMBERS', 'SLIPS', 'MINUTES', 'RECOGNISED', 'REPORT'] as const;
type PaperSheet = (typeof PAPER_SHEETS)[number];

/** Menu items with the public function each one starts; only what works is there (wording.md 1). */
const ITEMS = [
  ['Mở bảng đánh giá', 'openGrading'],
  ['Mở bảng rộng (cả chi đoàn)', 'openWide'],
  ['Nhập phiếu giấy', 'openPaperEntry'],
  ['Chép tin nhắn gửi Zalo', 'openMessages'],
  ['In danh sách, phiếu, biên bản', 'openPapers'],
  ['Lập báo cáo của đơn vị', 'openUnitReport'],
  ['Trợ giúp', 'openHelp'],
] as const;

/** Puts the menu up. Works where Google gives the script nothing but menus, so it asks for nothing else (docs/apps-script-notes.md, Auth modes). */
export function showMenu(services: Services): void {
  const menu = services.spreadsheets.getUi().createAddonMenu();
  for (const [caption, name] of ITEMS) menu.addItem(caption, name);
  menu.addToUi();
}

/** The grading page as a sidebar, at the screen a menu item names. */
export function showSidebar(services: Services, start?: StartScreen): void {
  const page = services.html.createHtmlOutputFromFile(PAGE).setTitle('Rèn luyện và hành động');
  if (start) page.append(startMark(start));
  services.spreadsheets.getUi().showSidebar(page);
}

/** What is printed, in a window of its own: the script may make no document (docs/decisions/0001), so the browser prints the page. */
export function showPapers(services: Services, sheet?: string): void {
  const start = PAPER_SHEETS.find((one) => one === sheet) ?? 'MEMBERS';
  const { page, width, height } = PAPERS;
  const output = services.html.createHtmlOutputFromFile(page).setWidth(width).setHeight(height);
  services.spreadsheets
    .getUi()
    .showModelessDialog(output.append(startMark(start)), 'In danh sách, phiếu, biên bản');
}

/** Behind the page's end: the page looks for it once Google has answered its first call (pages/parts/start-screen.ts). */
function startMark(start: StartScreen): string {
  return `<i id="start" data-screen="${start}" hidden></i>`;
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

/**
 * The committee script's public functions: whatever is exported here can be called from a page, a menu or the browser's tools, and nothing else
 * (build.mjs). Nothing runs at load.
 */
import { committeeServices } from '../google/services';
import { branchMoments as momentsOf } from './branch-moments';
import { respond } from './endpoint';
import { formLink as linkOf } from './form-link';
import { greet as greetPerson } from './greet';
import { heartbeat as beatHere } from './heartbeat';
import { judge as judgeBranch } from './judge';
import { loadTexts as textsOf } from './load-texts';
import { memberHistory as historyOf } from './member-history';
import { showHelp, showMenu, showPapers, showSidebar, showWide } from './menu';
import { openBranch as branchOf } from './open-branch';
import { openUnit as unitOf } from './open-unit';
import { record as recordOfBranch } from './record';
import { recordForUnit as recordOfUnit } from './record-for-unit';
import { restoreTo as restore } from './restore-to';
import { saveGrades as gradesOf } from './save-grades';
import { sendBranch as send, takeBackBranch as takeBack } from './send-branch';
import { undoActs as undo } from './undo-acts';

/** A workbook is opened. */
export function onOpen(): void {
  showMenu(committeeServices());
}

/** The add-on was installed while a workbook was open. */
export function onInstall(): void {
  onOpen();
}

/** Menu *Mở bảng đánh giá*. */
export function openGrading(): void {
  showSidebar(committeeServices());
}

/** Menu *Mở bảng rộng (cả chi đoàn)*. */
export function openWide(): void {
  showWide(committeeServices());
}

/** Menu *Nhập phiếu giấy*. */
export function openPaperEntry(): void {
  showSidebar(committeeServices(), 'PAPER');
}

/** Menu *Chép tin nhắn gửi Zalo*. */
export function openMessages(): void {
  showSidebar(committeeServices(), 'MESSAGES');
}

/** Menu *In danh sách, phiếu, biên bản*, and the page's buttons that print. */
export function openPapers(sheet?: string): void {
  showPapers(committeeServices(), sheet);
}

/** Menu *Lập báo cáo của đơn vị*. */
export function openUnitReport(): void {
  showPapers(committeeServices(), 'REPORT');
}

/** Menu *Trợ giúp*. */
export function openHelp(): void {
  showHelp(committeeServices());
}

/** `CommitteeEndpoints.greet`. */
export function greet(text: string): string {
  return respond('greet', text, greetPerson);
}

/** `CommitteeEndpoints.openBranch`. */
export function openBranch(text: string): string {
  return respond('openBranch', text, branchOf);
}

/** `CommitteeEndpoints.loadTexts`. */
export function loadTexts(text: string): string {
  return respond('loadTexts', text, textsOf);
}

/** `CommitteeEndpoints.saveGrades`. */
export function saveGrades(text: string): string {
  return respond('saveGrades', text, gradesOf);
}

/** `CommitteeEndpoints.undoActs`. */
export function undoActs(text: string): string {
  return respond('undoActs', text, undo);
}

/** `CommitteeEndpoints.restoreTo`. */
export function restoreTo(text: string): string {
  return respond('restoreTo', text, restore);
}

/** `CommitteeEndpoints.branchMoments`. */
export function branchMoments(text: string): string {
  return respond('branchMoments', text, momentsOf);
}

/** `CommitteeEndpoints.formLink`. */
export function formLink(text: string): string {
  return respond('formLink', text, linkOf);
}

/** `CommitteeEndpoints.record`. */
export function record(text: string): string {
  return respond('record', text, recordOfBranch);
}

/** `CommitteeEndpoints.sendBranch`. */
export function sendBranch(text: string): string {
  return respond('sendBranch', text, send);
}

/** `CommitteeEndpoints.takeBackBranch`. */
export function takeBackBranch(text: string): string {
  return respond('takeBackBranch', text, takeBack);
}

/** `CommitteeEndpoints.openUnit`. */
export function openUnit(text: string): string {
  return respond('openUnit', text, unitOf);
}

/** `CommitteeEndpoints.judge`. */
export function judge(text: string): string {
  return respond('judge', text, judgeBranch);
}

/** `CommitteeEndpoints.recordForUnit`. */
export function recordForUnit(text: string): string {
  return respond('recordForUnit', text, recordOfUnit);
}

/** `CommitteeEndpoints.memberHistory`. */
export function memberHistory(text: string): string {
  return respond('memberHistory', text, historyOf);
}

/** `CommitteeEndpoints.heartbeat`. */
export function heartbeat(text: string): string {
  return respond('heartbeat', text, beatHere);
}

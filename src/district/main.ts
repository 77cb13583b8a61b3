/**
 * The district script's public functions: menu, triggers, and what the console page may call. Everything here can be called by anybody who has
 * the workbook open for editing; each checks for itself who calls.
 */
export {
  collectLedgersNow,
  collectNow,
  onOpen,
  openConsole,
  openPrint,
  repairNow,
  showHelp,
  summariseNow,
} from './menu';
export { everyFiveMinutes, everyTenMinutes, hourly, nightly, onFormSent } from './clock';
export {
  consoleState,
  continueJob,
  decideUnmatched,
  openLinks,
  openUnmatched,
  previewJob,
  putRoster,
  startJob,
  stopJob,
} from './endpoints';

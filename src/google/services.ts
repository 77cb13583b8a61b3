import type { EpochMs } from '../programme/dates';

/**
 * Google's services as both scripts use them, and the three things that differ at every run: time, chance, waiting. Handed around as an
 * argument: this file alone names Google's globals, and only inside its two functions, because code at load runs without any
 * permission (docs/apps-script-notes.md, Auth modes).
 */
export interface Services {
  readonly spreadsheets: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly locks: GoogleAppsScript.Lock.LockService;
  readonly session: GoogleAppsScript.Base.Session;
  readonly html: GoogleAppsScript.HTML.HtmlService;
  readonly cache: GoogleAppsScript.Cache.CacheService;
  readonly properties: GoogleAppsScript.Properties.PropertiesService;
  readonly utilities: GoogleAppsScript.Utilities.Utilities;
  readonly now: () => EpochMs;
  /** 0 ≤ x < 1; for jitter and random codes. */
  readonly random: () => number;
  readonly sleep: (delayMs: number) => void;
  /** One line in the script's log, where a fault number leads. */
  readonly log: (line: string) => void;
}

/** What the district script has besides: it creates files, shares them, sends mail, keeps triggers. */
export interface DistrictServices extends Services {
  readonly forms: GoogleAppsScript.Forms.FormApp;
  readonly documents: GoogleAppsScript.Document.DocumentApp;
  readonly script: GoogleAppsScript.Script.ScriptApp;
  readonly mail: GoogleAppsScript.Mail.MailApp;
  readonly sheets: GoogleAppsScript.Sheets;
  readonly drive: GoogleAppsScript.Drive;
}

/** The services of the committee script: nothing that reaches beyond the workbook it is opened in. */
export function committeeServices(): Services {
  return {
    spreadsheets: SpreadsheetApp,
    locks: LockService,
    session: Session,
    html: HtmlService,
    cache: CacheService,
    properties: PropertiesService,
    utilities: Utilities,
    now: () => Date.now(),
    random: () => Math.random(),
    sleep: (delayMs) => {
      Utilities.sleep(delayMs);
    },
    log: (line) => {
      console.log(line);
    },
  };
}

/** The services of the district script. Throws when the manifest lacks an advanced service. */
export function districtServices(): DistrictServices {
  if (!Sheets || !Drive) throw new Error('The advanced services Sheets and Drive are not in the manifest');
  return {
    ...committeeServices(),
    forms: FormApp,
    documents: DocumentApp,
    script: ScriptApp,
    mail: MailApp,
    sheets: Sheets,
    drive: Drive,
  };
}

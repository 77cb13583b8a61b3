import type { EpochMs } from '../programme/dates';
import { createSheetsApi, type SheetsApi } from '../google/sheets-api';
import type { DistrictServices } from '../google/services';
import { signedInAs } from '../google/who';

/** What every act of the district script works with, for one execution. */
export interface District {
  readonly services: DistrictServices;
  readonly api: SheetsApi;
  /** Id of *Sổ Quận đoàn*, the workbook this script is bound to. */
  readonly book: string;
  /** Who runs this: the person at the keyboard, or the trigger's maker. */
  readonly email: string;
  readonly now: () => EpochMs;
}

/** The district for one execution; `closeDistrict` at its end. */
export function openDistrict(services: DistrictServices): District {
  return {
    services,
    api: createSheetsApi(services),
    book: services.spreadsheets.getActiveSpreadsheet().getId(),
    email: signedInAs(services),
    now: () => services.now(),
  };
}

/** Leaves the limiter's memory to the next execution. */
export function closeDistrict({ api }: District): void {
  api.limiter.save();
}

/** Address of a workbook, for people. */
export function bookLink(file: string): string {
  return `https://docs.google.com/spreadsheets/d/${file}/edit`;
}

/** The id of a workbook from its address; '' when the text is no such address. */
export function fileOfLink(link: string): string {
  return /\/spreadsheets\/d\/([\w-]+)/.exec(link)?.[1] ?? '';
}

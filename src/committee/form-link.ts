import type { BranchKey } from '../contract/committee';
import { readColumns, tabById } from '../google/book';
import type { Services } from '../google/services';
import { ok, type Problem, type Result } from '../programme/result';
import { waveName } from '../workbook/class-words';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { linkInStart, START_TAB } from '../workbook/start-tab';
import { deskForBranch } from './desk';

/**
 * The poster link of a branch, as *Bắt đầu* of the workbook holds it for people; '' while the district has put none there. Problems: those of
 * `deskForBranch`. Calls: 2 reads.
 */
export function formLink(services: Services, request: BranchKey): Result<{ readonly link: string }, Problem> {
  const place = deskForBranch(services, request);
  if (!place.ok) return place;
  const { wave, branch } = place.value;
  const sheet = tabById(services, SHEET_IDS.start);
  const rows = sheet ? readColumns(services, sheet, START_TAB.columns.length) : [];
  return ok({ link: linkInStart(rows, waveName(wave), branch.name) });
}

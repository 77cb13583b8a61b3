import type { UnmatchedSheet, UnmatchedView } from '../contract/district';
import type { Member } from '../programme/organisation';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { submissionId } from '../programme/submission';
import { momentOfCell, textOfCell, wholeText, type CellInput } from '../workbook/cells';
import { registrationsTab, UNMATCHED_TAB } from '../workbook/submission-tabs';
import { readTable } from '../workbook/tab';
import { NOT_OURS, nearMemberCell } from '../workbook/unmatched-rows';
import { UNMATCHED_WORDS } from '../workbook/words';
import { writeCells, type SheetsRequest } from '../google/sheets-batch';
import type { District } from './district';
import { openedWaves, readFacts, waveEntryOf } from './facts';
import { endIdle } from './idle';
import { intakeOf } from './intake';

/** A decision of staff; `member` '' = nobody of the district. */
export interface Decision {
  readonly responseId: string;
  readonly sentAt: number;
  readonly member: string;
}

/** The sheets of a wave that wait for a decision, oldest first. Problem: UNKNOWN_WAVE. */
export function openUnmatched(district: District, wave: string): Result<UnmatchedView, Problem> {
  const { setup } = readFacts(district);
  const entry = waveEntryOf(setup, wave);
  if (!entry) return fail(problem('UNKNOWN_WAVE', wave));
  const intake = intakeOf(district, entry.wave.programme);
  if (intake === '') return ok({ sheets: [] });
  const [rows, registrations] = district.api.read(intake, [
    { sheetId: UNMATCHED_TAB.sheetId },
    // *Phiếu cần xử lý* does not say which of the two kinds a sheet is: its tab does.
    { sheetId: registrationsTab(entry.wave).sheetId, startColumnIndex: 0, endColumnIndex: 2 },
  ]);
  const ofRegistration = new Set(
    (registrations ?? []).map((row) => keyOf(textOfCell(row[0]), momentOfCell(row[1] ?? ''))),
  );
  const sheets = readTable(UNMATCHED_TAB, rows ?? []).records.flatMap(
    ({ cells }): readonly UnmatchedSheet[] => {
      const text = (key: string): string => textOfCell(cells[key]);
      // What a member typed is shown as it was sent, spaces too.
      const typed = (key: string): string => wholeText(cells[key] ?? '');
      const sentAt = momentOfCell(cells.sentAt ?? '');
      if (text('wave') !== wave || text('decision') !== '' || sentAt === null) return [];
      // Whose it is, is known; whether it counts is staff's to say, with a reason (accept-late-job.ts).
      if (text('reason') === UNMATCHED_WORDS.wordOf('LATE')) return [];
      return [
        {
          responseId: text('responseId'),
          sentAt,
          kind: ofRegistration.has(keyOf(text('responseId'), sentAt)) ? 'REGISTRATION' : 'SELF_ASSESSMENT',
          typedName: typed('typedName'),
          typedBirthDate: typed('typedBirthDate'),
          linkBranch: typed('linkBranch'),
          reason: text('reason'),
          nearest: ['near1', 'near2', 'near3'].flatMap((key) =>
            text(key) === '' ? [] : [{ member: text(key).split(' · ')[0] ?? '', label: text(key) }],
          ),
        },
      ];
    },
  );
  return ok({ sheets: sheets.sort((a, b) => a.sentAt - b.sentAt) });
}

/**
 * Writes what staff decided beside the sheets; the next collect takes it in and pushes the units concerned. A sheet decided already is left as it is.
 * Problems: UNKNOWN_WAVE, UNKNOWN_MEMBER.
 */
export function decideUnmatched(
  district: District,
  decisions: readonly Decision[],
): Result<UnmatchedView, Problem> {
  const { setup } = readFacts(district);
  const memberByCode = new Map(setup.members.map((member) => [member.code, member]));
  const unknown = decisions.filter((one) => one.member !== '' && !memberByCode.has(one.member));
  if (unknown.length > 0) return fail(...unknown.map((one) => problem('UNKNOWN_MEMBER', one.member)));
  const byKey = new Map(decisions.map((one) => [keyOf(one.responseId, one.sentAt), one]));
  const years = new Set(openedWaves(setup).map((entry) => entry.wave.programme));
  const waves = [...years].map((programme) => {
    const intake = intakeOf(district, programme);
    return intake === '' ? '' : decideIn(district, intake, byKey, memberByCode);
  });
  endIdle(district);
  const wave = waves.find((one) => one !== '');
  return wave === undefined ? ok({ sheets: [] }) : openUnmatched(district, wave);
}

/** Writes the decisions beside the sheets of one year; the wave of the last of them, '' when none stands there. */
function decideIn(
  district: District,
  intake: string,
  byKey: ReadonlyMap<string, Decision>,
  memberByCode: ReadonlyMap<string, Member>,
): string {
  const [rows] = district.api.read(intake, [{ sheetId: UNMATCHED_TAB.sheetId }]);
  const table = readTable(UNMATCHED_TAB, rows ?? []);
  const requests: SheetsRequest[] = [];
  let wave = '';
  for (const { row, cells } of table.records) {
    const decision = byKey.get(keyOf(textOfCell(cells.responseId), momentOfCell(cells.sentAt ?? '')));
    if (!decision) continue;
    wave = textOfCell(cells.wave);
    if (textOfCell(cells.decision) !== '') continue;
    const member = memberByCode.get(decision.member);
    const put = (key: string, value: CellInput): void => {
      const column = table.columns.get(key);
      if (column !== undefined) requests.push(writeCells(UNMATCHED_TAB.sheetId, row, column, [[value]]));
    };
    put('decision', member ? nearMemberCell(member) : NOT_OURS);
    put('decidedBy', district.email);
  }
  district.api.change(intake, requests, true);
  return wave;
}

function keyOf(responseId: string, sentAt: number | null): string {
  return submissionId({ responseId, sentAt: sentAt ?? 0 });
}

import type { Member } from '../programme/organisation';
import { problem, type Problem } from '../programme/result';
import type { CellInput, ReadRows } from '../workbook/cells';
import { memberRecord, MEMBERS_TAB } from '../workbook/members-tab';
import { FIELD_OF_PROBLEM, importSentence, ROSTER_TAB } from '../workbook/roster-tab';
import { newTabRows, readTable, recordToMovedCells, type Table, type TabRecord } from '../workbook/tab';
import type { Job } from '../google/jobs';
import { appendRows, clearFrom, markCell, writeCells, type SheetsRequest } from '../google/sheets-batch';
import { collectState, setCollectState, touching } from './collect-state';
import type { District } from './district';
import { branchesOfUnit, readFacts, rememberCheck, type DistrictFacts } from './facts';
import { endIdle } from './idle';
import { intakeOf } from './intake';
import { answerArg } from './job-answers';
import { forget } from './properties';
import { readIntakeState, wavesToServe } from './push-job';
import { importLine, leftReason, planRoster, readRosterTab, type PlannedRoster } from './roster-plan';
import { giveTokens } from './setup-job';

type RosterPhase = 'TAKE_OVER' | 'TOKENS' | 'TOUCH';
const PHASES: readonly RosterPhase[] = ['TAKE_OVER', 'TOKENS', 'TOUCH'];

/** Cells that a list may change in a row of *Đoàn viên*. */
const FROM_LIST = ['fullName', 'birthDate', 'branch', 'group', 'role', 'email', 'classed', 'whyNot'] as const;

/**
 * *Nhập danh sách* into *Đoàn viên*, in one atomic write however many members there are: rows of new members behind the last, changed cells
 * in their places, and the tab of the list emptied. While a line has a problem nothing is taken over; each is marked in its cell. Who moved
 * keeps code, token and row; who is not in the list keeps his row and, where staff chose a reason, is not classed any more. Then tokens for
 * the new ones, and every base workbook of an open wave is due for the next push. Problems: ROSTER_PROBLEMS with one SHEET_PROBLEM each, and
 * those of `planRoster`.
 */
export function rosterJob(district: District): Job<RosterPhase> {
  return {
    name: 'roster',
    first: () => 'TAKE_OVER',
    step(args, phase) {
      const done = PHASES.indexOf(phase);
      const facts = readFacts(district);
      let counts: Readonly<Record<string, number>> = {};
      if (phase === 'TAKE_OVER') {
        const taken = takeOver(district, facts, answerArg(args, 'left'));
        if ('problems' in taken)
          return { cursor: phase, done: 0, total: PHASES.length, problems: taken.problems };
        counts = taken.counts;
      }
      if (phase === 'TOKENS') giveTokens(district, facts);
      if (phase === 'TOUCH') {
        touchOpenWaves(district, facts);
        rememberCheck(district, facts.setup);
      }
      return { cursor: PHASES[done + 1] ?? null, done: done + 1, total: PHASES.length, counts };
    },
  };
}

type Taken =
  { readonly counts: Readonly<Record<string, number>> } | { readonly problems: readonly Problem[] };

function takeOver(district: District, facts: DistrictFacts, answer: string): Taken {
  const rows = readRosterTab(district);
  const planned = planRoster(district, facts, rows);
  // Emptied by a run that was cut off right after its write: what it had to do is done.
  if (!planned.ok && planned.problems.every((one) => one.code === 'ROSTER_EMPTY')) return { counts: {} };
  if (!planned.ok) return { problems: planned.problems };
  const { plan, left } = planned.value;
  if (plan.problems.length > 0) {
    district.api.change(district.book, marks(planned.value, rows ?? []), true);
    return {
      problems: [
        problem('ROSTER_PROBLEMS', '', { count: plan.problems.length }),
        ...plan.problems.map((one) => problem('SHEET_PROBLEM', '', { sentence: importLine(one) })),
      ],
    };
  }
  const reason = leftReason(answer);
  const gone = reason === null ? [] : left.map((one): Member => ({ ...one, classed: false, whyNot: reason }));
  const changed = [...plan.changed, ...plan.moved].map((one) => one.after);
  const table = readTable(MEMBERS_TAB, facts.tabs.members ?? []);
  district.api.change(
    district.book,
    [
      ...changedCells(table, facts.setup.members, [...changed, ...gone]),
      ...newRows(table, plan.added),
      clearFrom(ROSTER_TAB.sheetId, 0),
      unmarked(),
      writeCells(ROSTER_TAB.sheetId, 0, 0, newTabRows(ROSTER_TAB)),
    ],
    false,
  );
  forget(district.services, 'roster');
  return {
    counts: {
      added: plan.added.length,
      moved: plan.moved.length,
      changed: plan.changed.length,
      left: gone.length,
    },
  };
}

/** Single cells that differ, column by column, neighbours in one block: what staff keep in columns of their own is not touched. */
function changedCells(
  table: Table,
  members: readonly Member[],
  wanted: readonly Member[],
): readonly SheetsRequest[] {
  const records = new Map(wanted.map((member) => [member.code, memberRecord(member)]));
  const before = new Map(members.map((member) => [member.code, memberRecord(member)]));
  return FROM_LIST.flatMap((key) => {
    const column = table.columns.get(key);
    if (column === undefined) return [];
    const blocks: { readonly from: number; readonly cells: (readonly CellInput[])[] }[] = [];
    members.forEach(({ code }, index) => {
      const row = table.records[index]?.row;
      const value = records.get(code)?.[key];
      if (row === undefined || value === undefined || value === before.get(code)?.[key]) return;
      const last = blocks[blocks.length - 1];
      if (last && last.from + last.cells.length === row) last.cells.push([value]);
      else blocks.push({ from: row, cells: [[value]] });
    });
    return blocks.map(({ from, cells }) => writeCells(MEMBERS_TAB.sheetId, from, column, cells));
  });
}

function newRows({ columns }: Table, added: readonly Member[]): readonly SheetsRequest[] {
  if (added.length === 0) return [];
  const rows = added.map((member) => recordToMovedCells(columns, memberRecord(member) as TabRecord));
  return [appendRows(MEMBERS_TAB.sheetId, rows)];
}

/** A note and a colour at each problem; those of before go. */
function marks({ plan, table }: PlannedRoster, rows: ReadRows): readonly SheetsRequest[] {
  const names = table.columns.get('fullName') ?? 0;
  return [
    unmarked(),
    ...plan.problems
      .filter((one) => one.row <= rows.length)
      .map((one) =>
        markCell(
          ROSTER_TAB.sheetId,
          one.row - 1,
          table.columns.get(FIELD_OF_PROBLEM[one.code]) ?? names,
          `Cần sửa: ${importSentence(one)}`,
        ),
      ),
  ];
}

function unmarked(): SheetsRequest {
  return {
    updateCells: {
      range: { sheetId: ROSTER_TAB.sheetId, startRowIndex: ROSTER_TAB.frozenRows },
      fields: 'note,userEnteredFormat.backgroundColor',
    },
  };
}

/** The members' tabs of open waves lag behind the roster now: each unit is due for the next push. */
export function touchOpenWaves(district: District, facts: DistrictFacts): void {
  const waves = wavesToServe(facts, '');
  for (const programme of new Set(waves.map((wave) => wave.programme))) {
    const intake = intakeOf(district, programme);
    if (intake === '') continue;
    const texts = readIntakeState(district, intake);
    for (const wave of waves.filter((one) => one.programme === programme)) {
      const units = facts.setup.units.filter(
        ({ unit, book }) => book !== '' && unit.calendar === wave.calendar && hasMembers(facts, unit),
      );
      const codes = units.map(({ unit }) => unit.code);
      setCollectState(texts, wave.code, touching(collectState(texts, wave.code), codes));
    }
    // A name that is new is appended: not to be written twice.
    district.api.change(intake, texts.changes(), false);
  }
  endIdle(district);
}

function hasMembers({ setup }: DistrictFacts, unit: Parameters<typeof branchesOfUnit>[1]): boolean {
  return branchesOfUnit(setup, unit).length > 0;
}

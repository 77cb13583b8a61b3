import type { EventDraft } from '../programme/events';
import { foldDifficulties, type Difficulty, type DueFacts } from '../programme/difficulties';
import {
  DIFFICULTIES_TAB,
  difficultyRecord,
  difficultyRowsFrom,
  type DifficultyRow,
} from '../workbook/difficulties-tab';
import { recordToCells } from '../workbook/tab';
import type { UnitEntry } from '../workbook/units-tab';
import { textArg, type Job } from '../google/jobs';
import { appendRows, writeCells } from '../google/sheets-batch';
import type { District } from './district';
import { districtLedger, keepAsRead, recordActs } from './district-act';
import { factsOnce, type DistrictFacts } from './facts';
import { dueDay, keepDifficulties, waitingDifficulties } from './kept-difficulties';
import { copiesOf } from './ledger-copies';
import { readPlaces, unitsWithBooks, type LedgerPlaces } from './ledgers-job';
import { remember } from './properties';
import { wavesToServe } from './push-job';
import { readUnit, type UnitReading } from './read-unit';
import { isShareDue, shareNext, type DifficultiesCursor } from './shared-answers';
import { nextOf } from './walk';

/**
 * *Khó khăn, vướng mắc* (P8): one list over all units. Of each unit one read: what committees raised and answered is brought into the list, found by
 * the difficulty's own name; what staff typed under *Trả lời* since the last run travels back as an event answer in *Sổ Quận*, once. Owner, day
 * and sharing typed by staff stay as they are. When the answers marked *Chia sẻ cho các đơn vị* are others than before, *Bắt đầu* of every unit gets
 * them.
 */
export function difficultiesJob(district: District): Job<DifficultiesCursor> {
  const facts = factsOnce(district);
  let places: LedgerPlaces | null = null;
  return {
    name: 'difficulties',
    first: () => ({ phase: 'LIST', after: '' }),
    step(args, cursor) {
      const waves = wavesToServe(facts(), textArg(args, 'wave'));
      const units = unitsWithBooks(facts(), waves);
      if (cursor.phase === 'SHARE') return shareNext(district, facts(), units.length, cursor.after);
      const { next, done } = nextOf(units, ({ unit }) => unit.code, cursor.after);
      if (!next) {
        const { setup, state } = facts();
        const now = district.now();
        remember(district.services, 'difficulties', { ...waitingDifficulties(state, setup, now), at: now });
        return {
          cursor: isShareDue(district, facts()) ? { phase: 'SHARE', after: '' } : null,
          done,
          total: units.length,
        };
      }
      const own = waves.filter((wave) => wave.calendar === next.unit.calendar);
      const reading = readUnit(district, facts().setup, next, own);
      const rows = rowsOf(district);
      const { answerDays } = facts().settings;
      const dueOf = (one: DueFacts): string =>
        dueDay(one, rows.find((row) => row.id === one.id)?.due, answerDays);
      const found = foldDifficulties(reading.events, district.now(), dueOf);
      const drafts = answersTyped(district, found, rows, reading);
      let after = reading;
      if (drafts.length > 0) {
        places ??= readPlaces(district);
        after = recordActs(district, facts(), places, reading, drafts, district.now());
      } else if (isBehind(facts(), reading)) {
        places ??= readPlaces(district);
        keepAsRead(district, facts(), places, reading);
      }
      const listed = foldDifficulties(after.events, district.now(), dueOf);
      listUnit(district, facts(), next, listed, rows);
      return {
        cursor: { phase: 'LIST', after: next.unit.code },
        done: done + 1,
        total: units.length,
        counts: { listed: listed.length, answered: drafts.length },
      };
    },
  };
}

/** Whether an answer of ours stands in the unit and not in *Nhật ký*: a run was killed between its two writes. */
function isBehind({ state }: DistrictFacts, reading: UnitReading): boolean {
  const { ledger, reading: own } = districtLedger(reading);
  return own.lastSeq > (copiesOf(state, reading.entry.unit.code).tails[ledger.ledger]?.lastSeq ?? 0);
}

function rowsOf(district: District): readonly DifficultyRow[] {
  const [rows] = district.api.read(district.book, [{ sheetId: DIFFICULTIES_TAB.sheetId }]);
  return difficultyRowsFrom(rows ?? []);
}

/** An answer typed in the list that no ledger has yet. */
function answersTyped(
  district: District,
  found: readonly Difficulty[],
  rows: readonly DifficultyRow[],
  reading: UnitReading,
): readonly EventDraft[] {
  return found.flatMap((difficulty): readonly EventDraft[] => {
    const row = rows.find((one) => one.id === difficulty.id);
    const known = difficulty.answers.map((one) => one.text).filter((text) => text !== '');
    if (!row || row.answer.trim() === '' || row.answer === known.join('\n')) return [];
    // What stands above in the cell was said before; only what is new is an answer of ours.
    const before = known.join('\n');
    const text = (
      row.answer.startsWith(`${before}\n`) ? row.answer.slice(before.length + 1) : row.answer
    ).trim();
    if (text === '' || known.includes(text)) return [];
    const { ledger } = districtLedger(reading);
    return [
      {
        ledger: ledger.ledger,
        kind: 'answer',
        wave: difficulty.wave,
        round: 0,
        subject: difficulty.subject,
        levels: '',
        class: '',
        reason: '',
        text,
        data: { difficulty: difficulty.id, ...(row.shared ? { shared: true } : {}) },
        operation: `${district.services.utilities.getUuid().replace(/-/g, '')}/01`,
      },
    ];
  });
}

/** The unit's rows in the list: those there are written in place, new ones behind. One write with what is kept for the other runs. */
function listUnit(
  district: District,
  { setup, state }: DistrictFacts,
  { unit }: UnitEntry,
  listed: readonly Difficulty[],
  rows: readonly DifficultyRow[],
): void {
  const nameOf = new Map(setup.allBranches.map((branch) => [branch.code, branch.name]));
  const { sheetId } = DIFFICULTIES_TAB;
  keepDifficulties(state, unit.code, listed);
  const added: ReturnType<typeof recordToCells>[] = [];
  const changes = listed.flatMap((difficulty) => {
    const notes = rows.find((one) => one.id === difficulty.id) ?? null;
    const branch = nameOf.get(difficulty.subject) ?? nameOf.get(difficulty.unit) ?? '';
    const record = difficultyRecord(difficulty, { unit: unit.name, branch }, notes);
    const cells = recordToCells(DIFFICULTIES_TAB, record);
    if (notes) return [writeCells(sheetId, notes.row, 0, [cells])];
    added.push(cells);
    return [];
  });
  district.api.change(
    district.book,
    [...changes, ...(added.length > 0 ? [appendRows(sheetId, added)] : []), ...state.changes()],
    false,
  );
}

import type { Operation, UnitRecord, UnitView } from '../contract/committee';
import { appendToLedger, readBack, readOn, rowsOfOperation, type OpenLedger } from '../google/ledger';
import { withDocumentLock } from '../google/locks';
import { isGuarded } from '../google/tab-access';
import type { Services } from '../google/services';
import { foldUnit } from '../programme/fold-unit';
import { planUnitRecording, type RecordRow, type UnitRecordKind } from '../programme/plan-records';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { EVENT_WORDS } from '../workbook/words';
import { tooLong } from './act';
import { changedProblem } from './books';
import { notOnCommittee } from './desk';
import { difficultiesIn } from './difficulty-brief';
import { readUnitBooks, unitEvents, unitLedger, unitView, type UnitBooks } from './open-unit';
import { dueOf } from './record';

/**
 * One record of the base unit itself, and its *Gửi về Quận đoàn*; a retry answers without a second row. Problems: those of `readUnitBooks` and
 * `planUnitRecording`, TAB_NOT_READY, BUSY, TEXT_TOO_LONG. Calls: 4 reads and one for each branch, 2 for the protection, 6 to act.
 */
export function recordForUnit(
  services: Services,
  request: { readonly wave: string } & Operation & { readonly record: UnitRecord },
): Result<UnitView, Problem> {
  const books = readUnitBooks(services, request.wave);
  if (!books.ok) return books;
  const { desk } = books.value;
  const own = ownLedger(books.value);
  if (!own) return fail(notOnCommittee(desk));
  if (desk.config.unit.kind === 'BASE_BRANCH' && request.record.kind === 'send')
    // Its branch's *Gửi* is the unit's (P2).
    return fail(problem('BAD_REQUEST', '', { field: 'record.kind' }));
  if (!isGuarded(services, own.sheet)) return fail(problem('TAB_NOT_READY', desk.config.unit.code));

  const held = withDocumentLock(services, () => {
    const target = readOn(services, own);
    const changed = changedProblem(target, desk.config.unit.ledger.title);
    if (changed) return fail(changed);
    const fresh = withLedger(books.value, target);
    if (rowsOfOperation(target, request.operation).length > 0) return ok({ books: fresh, written: null });
    const known = difficultiesIn(unitEvents(fresh), desk.wave.code, desk.now).map((one) => one.id);
    const act = {
      ledger: target.ledger,
      operation: request.operation,
      text: EVENT_WORDS.wordOf(request.record.kind),
    };
    const facts = { unit: fresh.unit, branches: [...fresh.folds.values()] };
    const planned = planUnitRecording(facts, rowOf(request.record), new Set(known), act);
    if (!planned.ok) return planned;
    const long = tooLong(planned.value);
    if (long) return fail(long);
    const by = { actor: desk.email, at: services.now() };
    const written = appendToLedger(services, target, [planned.value], by);
    return ok({ books: withLedger(fresh, written.open), written });
  });
  if (!held) return fail(problem('BUSY'));
  if (!held.value.ok) return held.value;
  const { books: after, written } = held.value.value;
  if (written) readBack(services, written);
  return ok(unitView(after, true));
}

function ownLedger(books: UnitBooks): OpenLedger | null {
  const at = unitLedger(books.desk);
  if (!at) return null;
  return books.base ?? books.branches.find((open) => open.sheet.getSheetId() === at.sheetId) ?? null;
}

/** The unit's books with one ledger as it is now. */
function withLedger(books: UnitBooks, open: OpenLedger): UnitBooks {
  const changed: UnitBooks = {
    ...books,
    base: books.base?.ledger === open.ledger ? open : books.base,
    branches: books.branches.map((one) => (one.ledger === open.ledger ? open : one)),
  };
  const { config, wave } = books.desk;
  const unit = foldUnit({
    wave,
    unit: config.unit,
    branches: config.branches.map(({ code }) => code),
    events: unitEvents(changed),
  });
  return { ...changed, unit };
}

function rowOf(record: UnitRecord): RecordRow<UnitRecordKind> {
  switch (record.kind) {
    case 'difficulty':
      return { kind: record.kind, text: record.text, data: { raisedBy: 'BASE', ...dueOf(record) } };
    case 'answer':
      return {
        kind: record.kind,
        text: record.text,
        difficulty: record.difficulty,
        data: { done: record.done },
      };
    case 'guidance':
      return { kind: record.kind, text: record.text, data: { link: record.link } };
    case 'deployed':
      return { kind: record.kind, text: record.data.how, data: record.data };
    case 'activity':
      return { kind: record.kind, text: record.data.name, data: record.data };
    default:
      return record;
  }
}

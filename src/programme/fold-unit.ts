import { actOf, eventData, ledgerId, type LedgerEvent } from './events';
import { readLedgers } from './ledgers';
import type { BaseKind } from './organisation';

/** Everything from which a base unit's own acts in a wave are folded. */
export interface UnitFacts {
  readonly wave: { readonly code: string; readonly programme: string };
  readonly unit: { readonly code: string; readonly kind: BaseKind };
  /** Its branches: a base branch records on its own ledger what a base committee records on the base's. */
  readonly branches: readonly string[];
  readonly events: readonly LedgerEvent[];
}

/** What the base unit itself did in a wave. */
export interface UnitFold {
  readonly unit: string;
  readonly wave: string;
  /** Newest record that it deployed (P18); null = none. */
  readonly deployed: LedgerEvent | null;
  /** Its own guidance (P19). */
  readonly guidance: readonly LedgerEvent[];
  /** Its lessons (P13), newest. */
  readonly lessons: LedgerEvent | null;
  /** Activities the unit itself organised (P7). */
  readonly activities: readonly LedgerEvent[];
  /** *Gửi về Quận đoàn* of the unit, newest; of a base branch its branch's *Gửi* stands for it. */
  readonly send: LedgerEvent | null;
  /** The district standing committee's recognition of the unit's result as a whole (P11), naming that *Gửi*; null = none. */
  readonly recognised: LedgerEvent | null;
}

/** Folds the acts of a base unit in a wave (P7, P11, P13, P18, P19); undone ones are absent. */
export function foldUnit(facts: UnitFacts): UnitFold {
  const { wave, unit } = facts;
  const own = new Set([
    ledgerId('BASE', unit.code, wave.programme),
    ...(unit.kind === 'BASE_BRANCH'
      ? facts.branches.map((branch) => ledgerId('BRANCH', branch, wave.programme))
      : []),
  ]);
  const district = ledgerId('DISTRICT', unit.code, wave.programme);
  const inWave = readLedgers(facts.events).filter((row) => row.wave === wave.code);
  const undone = undoneIn(inWave);
  const rows = inWave.filter((row) => !undone.has(actOf(row)));
  const ownRows = rows.filter((row) => own.has(row.ledger));
  const send = newest(ownRows.filter((row) => row.kind === 'send' && row.subject === unit.code));
  const recognised = newest(
    rows.filter(
      (row) =>
        row.ledger === district &&
        row.kind === 'recognise' &&
        row.subject === unit.code &&
        (send === null || (row.data as { readonly send?: string }).send === send.operation),
    ),
  );
  return {
    unit: unit.code,
    wave: wave.code,
    deployed: newest(
      rows.filter((row) => row.kind === 'deployed' && (own.has(row.ledger) || row.subject === unit.code)),
    ),
    guidance: ownRows.filter((row) => row.kind === 'guidance'),
    lessons: newest(ownRows.filter((row) => row.kind === 'lessons')),
    activities: ownRows.filter((row) => row.kind === 'activity' && row.subject === unit.code),
    send,
    recognised,
  };
}

/** An undo of an undo gives back what was taken, so they are read newest first. */
export function undoneIn(rows: readonly LedgerEvent[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const row of rows.filter((one) => one.kind === 'undo').reverse()) {
    if (undone.has(actOf(row))) continue;
    for (const operation of eventData(row, 'undo').operations ?? [])
      undone.add(actOf({ ledger: row.ledger, operation }));
  }
  return undone;
}

function newest(rows: readonly LedgerEvent[]): LedgerEvent | null {
  return rows[rows.length - 1] ?? null;
}

import { eventData, ledgerOwner, type LedgerEvent } from './events';

/** What stands in the place of the name of a member whose data were erased (Luật 91/2025/QH15). */
export const ERASED_NAME = 'Đã xóa theo yêu cầu';

/** What stands in the place of a text that must not be empty: that something was registered, or shown as evidence, is counted. */
export const ERASED_TEXT = '(đã xóa)';

/** Fields of an event's data that hold words about a person; all others are figures, codes and names of acts. */
const WORDS: readonly string[] = ['remark', 'fullName', 'birthDate'];

/** The data of a row without the words about a person: commitments keep that they were made, a copy of another row is without its words too. */
export function wordlessData(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      if (WORDS.includes(key)) return [];
      if (key === 'commitments') return [[key, wordlessCommitments(value)]];
      if (key === 'event' && isRecord(value)) return [[key, wordlessCopy(value)]];
      return [[key, value]];
    }),
  );
}

function wordlessCopy(copy: Readonly<Record<string, unknown>>): unknown {
  const data = isRecord(copy.data) ? wordlessData(copy.data) : copy.data;
  return { ...copy, reason: '', text: '', data };
}

function wordlessCommitments(commitments: unknown): unknown {
  if (!isRecord(commitments)) return commitments;
  return Object.fromEntries(
    Object.entries(commitments).map(([code, one]) => [
      code,
      isRecord(one) && one.kind === 'OWN' ? { ...one, text: ERASED_TEXT } : one,
    ]),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rows whose words were taken out on request, by ledger, as *Sổ Quận* names them. */
export function erasedRows(events: readonly LedgerEvent[]): ReadonlyMap<string, ReadonlySet<number>> {
  const rows = new Map<string, Set<number>>();
  for (const event of events) {
    if (event.kind !== 'erased' || ledgerOwner(event.ledger) !== 'DISTRICT') continue;
    for (const { ledger, seq } of eventData(event, 'erased').rows ?? [])
      rows.set(ledger, (rows.get(ledger) ?? new Set()).add(seq));
  }
  return rows;
}

/** Whether the words of a ledger's row are to be taken out. */
export type Concerns = (event: LedgerEvent) => boolean;

/** Whether a row speaks of the member: he is its subject, or among those it names. `codes` = his own and the provisional ones he had. */
export function isAbout(event: LedgerEvent, codes: ReadonlySet<string>): boolean {
  if (event.kind === 'erased') return false;
  if (codes.has(event.subject)) return true;
  const named = event.kind === 'return' || event.kind === 'reopen' ? event.data.members : undefined;
  return Array.isArray(named) && named.some((code) => typeof code === 'string' && codes.has(code));
}

/** A member's code and the provisional codes (`TAM-…`) that staff said are his. */
export function codesOf(member: string, events: readonly LedgerEvent[]): ReadonlySet<string> {
  const own = events.flatMap((event) =>
    event.kind === 'identify' && eventData(event, 'identify').member === member ? [event.subject] : [],
  );
  return new Set([member, ...own]);
}

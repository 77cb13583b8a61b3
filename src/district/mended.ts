import { formatMoment, parseMoment, type EpochMs } from '../programme/dates';
import type { BaseUnit } from '../programme/organisation';
import type { District } from './district';
import { logRequests } from './ledger-copies';
import type { NamedTexts } from './state-tab';

/** *Bắt đầu* shows what was mended for so long. */
const SHOWN_MS = 7 * 86_400_000;

/** Writes what a run mends in a unit's workbook into *Nhật ký*, and keeps it for *Bắt đầu*; nothing mended = no call. */
export function tellMended(
  district: District,
  state: NamedTexts,
  unit: BaseUnit,
  said: readonly string[],
): void {
  if (said.length === 0) return;
  const at = district.now();
  const entries = said.map((detail) => ({
    at,
    actor: district.email,
    what: 'Sửa sổ và quyền',
    related: '',
    detail: `${unit.name}: ${detail}`,
    data: {},
  }));
  state.set(
    `mended:${unit.code}`,
    [formatMoment(at), ...said.map((one) => `${unit.name}: ${one}`)].join('\n'),
  );
  district.api.change(district.book, [...logRequests(state, entries), ...state.changes()], false);
}

/** What was mended in the last seven days, newest run of each unit, as lines for *Bắt đầu*. */
export function lastMended(
  state: NamedTexts,
  now: EpochMs,
): readonly { readonly at: string; readonly sentence: string }[] {
  return state.names().flatMap((name) => {
    if (!name.startsWith('mended:')) return [];
    const [at = '', ...said] = (state.get(name) ?? '').split('\n');
    const moment = parseMoment(at);
    if (moment === null || now - moment > SHOWN_MS) return [];
    return said.map((sentence) => ({ at: at.slice(0, 16), sentence }));
  });
}

import { jsonOf, type NamedTexts } from './state-tab';

/** What is told of each tab *Nhập tay* of a unit: sentences by title of the tab. */
export type ByHandSaid = Readonly<Record<string, readonly string[]>>;

/** What of a tab was seen in the run before and not yet taken, by member. */
export type ByHandSeen = Readonly<Record<string, string>>;

/** What *Bắt đầu* of a unit tells of its tabs *Nhập tay*. */
export function saidByHand(state: NamedTexts, unit: string): ByHandSaid {
  return jsonOf<ByHandSaid>(state, saidName(unit), {});
}

/** Keeps what is told; the write that ends the unit brings it to the sheet. True when it is something else than before. */
export function keepSaid(state: NamedTexts, unit: string, said: ByHandSaid): boolean {
  return keep(state, saidName(unit), said);
}

/** What was seen of a branch's tab in the run before. */
export function seenByHand(state: NamedTexts, wave: string, branch: string): ByHandSeen {
  return jsonOf<ByHandSeen>(state, seenName(wave, branch), {});
}

/** Keeps what was seen. True when it is something else than before. */
export function keepSeen(state: NamedTexts, wave: string, branch: string, seen: ByHandSeen): boolean {
  return keep(state, seenName(wave, branch), seen);
}

function keep(state: NamedTexts, name: string, value: object): boolean {
  const text = JSON.stringify(value);
  if ((state.get(name) ?? '{}') === text) return false;
  state.set(name, text);
  return true;
}

function saidName(unit: string): string {
  return `byHandSaid:${unit}`;
}

function seenName(wave: string, branch: string): string {
  return `byHand:${wave}|${branch}`;
}

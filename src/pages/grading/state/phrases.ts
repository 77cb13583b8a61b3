import { gradeShown } from './list';
import { splitReasons } from './reasons';
import type { GradingState } from './model';

/** Most phrases a bank shows. */
const BANK = 12;

/** The committee's own phrases: the remarks it has written in this branch and wave, most used first. */
export function remarkBank(state: GradingState): readonly string[] {
  return mostUsed((state.view?.members ?? []).map((member) => gradeShown(state, member)?.remark ?? ''));
}

/** The committee's own reasons, likewise. */
export function reasonBank(state: GradingState): readonly string[] {
  return mostUsed(
    (state.view?.members ?? []).flatMap((member) => {
      const reasons = splitReasons(gradeShown(state, member)?.reason ?? '');
      return Object.values(reasons.criteria);
    }),
  );
}

/** The phrase after the one that stands in the field; round and round. '' when the bank is empty. */
export function nextPhrase(bank: readonly string[], current: string): string {
  return bank[(bank.indexOf(current) + 1) % Math.max(1, bank.length)] ?? current;
}

function mostUsed(texts: readonly (string | undefined)[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const bare = (text ?? '').trim();
    if (bare !== '') counts.set(bare, (counts.get(bare) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, BANK)
    .map(([text]) => text);
}

/** A stream of draws that is the same for the same seed on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, 0 ≤ n < below. */
  below(below: number): number;
  chance(share: number): boolean;
  /** One of the list, each as likely. Throws when it is empty. */
  pick<T>(list: readonly T[]): T;
  /** One of the list, as likely as its weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[];
  /** A stream of its own: what is drawn from it moves no other. */
  fork(name: string): Random;
  /** 32 hex digits, as a page makes them for one act. */
  operation(): string;
}

/** A stream of draws (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('Nothing to pick from');
    return list[below(list.length)] as T;
  };
  return {
    next,
    below,
    pick,
    chance: (share) => next() < share,
    weighted(list) {
      const whole = list.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * whole;
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(list)[0];
    },
    shuffled(list) {
      const copy = [...list];
      for (let place = copy.length - 1; place > 0; place -= 1) {
        const other = below(place + 1);
        [copy[place], copy[other]] = [copy[other]!, copy[place]!];
      }
      return copy;
    },
    fork: (name) => createRandom(hash(`${seed}:${name}`)),
    operation: () => Array.from({ length: 32 }, () => below(16).toString(16)).join(''),
  };
}

function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    mixed = Math.imul(mixed ^ text.charCodeAt(place), 0x01000193);
  return mixed >>> 0;
}

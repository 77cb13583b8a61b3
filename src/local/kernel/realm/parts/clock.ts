/** The realm's clock: set by every answer of the host, moved a little by a script that only waits. */
export interface RealmClock {
  now: number;
  /** Looks at the clock since the last call to Google. */
  looks: number;
}

/** Puts the workspace's clock behind Date and its chance behind Math.random; `instanceof Date` and subclasses keep working. */
export function installClock(
  global: object,
  setup: { readonly now: number; readonly seed: number },
  hidden: (target: object, name: string, value: unknown) => void,
): RealmClock {
  const RealDate = Date;
  const { defineProperty } = Object;
  const { construct } = Reflect;
  const clock: RealmClock = { now: setup.now, looks: 0 };
  // A loop that waits for the clock without calling Google would never end: after many looks the clock moves by itself.
  const look = (): number => {
    clock.looks += 1;
    if (clock.looks > 100_000) clock.now += 1;
    return clock.now;
  };
  const FakeDate = function (this: unknown, ...args: unknown[]): unknown {
    if (!new.target) return new RealDate(look()).toString();
    return construct(RealDate, args.length === 0 ? [look()] : args, new.target);
  };
  defineProperty(FakeDate, 'name', { value: 'Date', configurable: true });
  defineProperty(FakeDate, 'length', { value: 7, configurable: true });
  hidden(FakeDate, 'now', { now: () => look() }.now);
  hidden(FakeDate, 'parse', RealDate.parse);
  hidden(FakeDate, 'UTC', RealDate.UTC);
  defineProperty(FakeDate, 'prototype', { value: RealDate.prototype, writable: false });
  hidden(RealDate.prototype, 'constructor', FakeDate);
  hidden(global, 'Date', FakeDate);

  let seed = setup.seed | 0;
  const draw = {
    random: (): number => {
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    },
  };
  hidden(Math, 'random', draw.random);
  return clock;
}

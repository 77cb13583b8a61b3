import type { BranchKey, Greeting } from '../../contract/committee';
import type { EpochMs } from '../../programme/dates';
import { NET_KEPT_MS, NET_PREFIX, netName, readNet, type Net } from './state/net';

/** The second net in the browser's own store. It may be switched off or full: then the page goes on without it, and says so. */
export interface NetBox {
  isThere(): boolean;
  keep(name: string, net: Net | null): void;
  read(greeting: Greeting | null, key: BranchKey, now: EpochMs): Net | null;
  /** Erases what is older than seven days. */
  sweep(now: EpochMs): void;
}

/** Makes the box over localStorage; every touch of it may throw. */
export function createNetBox(): NetBox {
  const attempt = <T>(act: () => T, otherwise: T): T => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };
  return {
    isThere: () =>
      attempt(() => {
        const name = `${NET_PREFIX}?`;
        localStorage.setItem(name, '1');
        localStorage.removeItem(name);
        return true;
      }, false),
    keep: (name, net) =>
      attempt(() => {
        if (net) localStorage.setItem(name, JSON.stringify(net));
        else localStorage.removeItem(name);
      }, undefined),
    read: (greeting, key, now) =>
      greeting === null
        ? null
        : attempt(() => {
            const name = netName(greeting.email, greeting.unit.code, key.wave, key.branch);
            return readNet(localStorage.getItem(name), key.branch, now);
          }, null),
    sweep: (now) =>
      attempt(() => {
        const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
        for (const name of names) {
          if (name === null || !name.startsWith(NET_PREFIX)) continue;
          // What cannot be read is of no use to anybody either.
          const net = attempt(
            () => JSON.parse(localStorage.getItem(name) ?? 'null') as Partial<Net> | null,
            null,
          );
          if (!net || now - (net.keptAt ?? 0) > NET_KEPT_MS) localStorage.removeItem(name);
        }
      }, undefined),
  };
}

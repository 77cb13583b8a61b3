import type { Services } from './services';

/** What an execution knows of the script's properties, and what it has yet to write. */
interface Kept {
  readonly texts: Map<string, string>;
  readonly later: Map<string, string>;
}

const keptOf = new WeakMap<Services, Kept>();

/**
 * Does something while nobody else writes the script's properties (inside the script's lock): they are read once, in one call, and what may wait is
 * written with the next `writeProperties`. What was to be written and was not is lost with the execution.
 */
export function keepingProperties<T>(services: Services, act: () => T): T {
  const all = services.properties.getScriptProperties().getProperties();
  keptOf.set(services, { texts: new Map(Object.entries(all)), later: new Map() });
  try {
    return act();
  } finally {
    keptOf.delete(services);
  }
}

/** A property; null when there is none. One call, or none while properties are kept. */
export function readProperty(services: Services, name: string): string | null {
  const kept = keptOf.get(services);
  if (kept) return kept.texts.get(name) ?? null;
  return services.properties.getScriptProperties().getProperty(name);
}

/** Writes a property at once, and with it, in the same call, whatever waited. */
export function writeProperty(services: Services, name: string, text: string): void {
  const kept = keptOf.get(services);
  kept?.texts.set(name, text);
  const properties = services.properties.getScriptProperties();
  kept?.later.delete(name);
  if (!kept || kept.later.size === 0) properties.setProperty(name, text);
  else {
    properties.setProperties({ ...Object.fromEntries(kept.later), [name]: text });
    kept.later.clear();
  }
}

/** Writes a property that may be lost: with the next one while properties are kept, else at once. */
export function writePropertyLater(services: Services, name: string, text: string): void {
  const kept = keptOf.get(services);
  if (!kept) services.properties.getScriptProperties().setProperty(name, text);
  else {
    kept.texts.set(name, text);
    kept.later.set(name, text);
  }
}

/** Takes a property away; no call when it is known not to be there. */
export function deleteProperty(services: Services, name: string): void {
  const kept = keptOf.get(services);
  if (kept && !kept.texts.has(name)) return;
  kept?.texts.delete(name);
  kept?.later.delete(name);
  services.properties.getScriptProperties().deleteProperty(name);
}

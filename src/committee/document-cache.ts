import { messageOf } from '../google/retry';
import type { Services } from '../google/services';

/** What the cache of this workbook holds under a key; null for nothing, for Google forgets at any time. One call. */
export function kept(services: Services, key: string): string | null {
  return cacheOf(services)?.get(key) ?? null;
}

/** What it holds under several keys; absent ones are left out. One call. */
export function keptAll(
  services: Services,
  keys: readonly string[],
): Readonly<Record<string, string | undefined>> {
  return cacheOf(services)?.getAll([...keys]) ?? {};
}

/** Keeps a text for a time; a cache that refuses (a text above 100 kB, or one of its bad moments) spoils nothing. One call. */
export function keep(services: Services, key: string, text: string, seconds: number): void {
  try {
    cacheOf(services)?.put(key, text, seconds);
  } catch (error) {
    services.log(`The cache did not keep ${key}: ${messageOf(error)}`);
  }
}

/** Keeps several texts for a time, as `keep` does one. One call. */
export function keepAll(services: Services, texts: Readonly<Record<string, string>>, seconds: number): void {
  try {
    cacheOf(services)?.putAll({ ...texts }, seconds);
  } catch (error) {
    services.log(`The cache did not keep ${Object.keys(texts)[0] ?? ''} …: ${messageOf(error)}`);
  }
}

/** Forgets what is kept under a key; a cache that does not answer forgets by itself after a while. One call. */
export function drop(services: Services, key: string): void {
  try {
    cacheOf(services)?.remove(key);
  } catch (error) {
    services.log(`The cache did not drop ${key}: ${messageOf(error)}`);
  }
}

/** Google gives null to a script without a document, whatever its types say. */
function cacheOf(services: Services): GoogleAppsScript.Cache.Cache | null {
  return services.cache.getDocumentCache() as GoogleAppsScript.Cache.Cache | null;
}

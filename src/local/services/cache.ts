import {
  type Emulated,
  type Execution,
  GoogleError,
  HostObject,
  type ServiceModule,
  defineType,
} from '../kernel/host';
import type { CacheEntry } from '../kernel/state';

type Google = GoogleAppsScript.Cache.Cache;

/** One cache: entries end on the workspace's clock, and the nearest to their end go first when there are too many. */
class CacheObject
  extends HostObject
  implements Emulated<Google, 'get' | 'getAll' | 'put' | 'putAll' | 'remove' | 'removeAll'>
{
  constructor(
    execution: Execution,
    private readonly name: string,
  ) {
    super(execution);
  }

  get(key: string): string | null {
    const entry = this.entries()[key];
    return entry && entry.until > this.execution.now() ? entry.value : null;
  }

  getAll(keys: string[]): Record<string, string> {
    const found = keys.map((key) => [key, this.get(key)] as const).filter(([, value]) => value !== null);
    return Object.fromEntries(found) as Record<string, string>;
  }

  put(key: string, value: unknown, seconds = this.execution.core.limits.cacheDefaultSeconds): void {
    const { limits } = this.execution.core;
    if (key.length > limits.cacheKeyChars) throw new GoogleError('Exception', 'Argument too large: key');
    if (Buffer.byteLength(String(value)) > limits.cacheValueBytes) {
      throw new GoogleError('Exception', 'Argument too large: value');
    }
    const ttl = Math.min(Math.max(seconds, 1), limits.cacheMaxSeconds);
    const entries = this.entries();
    entries[key] = { value: String(value), until: this.execution.now() + ttl * 1000 };
    this.thinOut(entries);
  }

  putAll(values: Record<string, string>, seconds?: number): void {
    for (const [key, value] of Object.entries(values)) this.put(key, value, seconds);
  }

  remove(key: string): void {
    delete this.entries()[key];
  }

  removeAll(keys: string[]): void {
    for (const key of keys) this.remove(key);
  }

  private entries(): Record<string, CacheEntry> {
    return (this.execution.state.caches[this.name] ??= {});
  }

  private thinOut(entries: Record<string, CacheEntry>): void {
    const { cacheItems, cacheItemsKeptWhenFull } = this.execution.core.limits;
    const all = Object.entries(entries);
    if (all.length <= cacheItems) return;
    const longest = all.sort(([, a], [, b]) => b.until - a.until);
    for (const [key] of longest.slice(cacheItemsKeptWhenFull)) delete entries[key];
  }
}

class CacheServiceObject
  extends HostObject
  implements
    Emulated<GoogleAppsScript.Cache.CacheService, 'getScriptCache' | 'getUserCache' | 'getDocumentCache'>
{
  getScriptCache(): CacheObject {
    return this.cache(`script:${this.execution.project.id}`);
  }

  getUserCache(): CacheObject {
    return this.cache(`user:${this.execution.project.id}:${this.execution.effectiveUser}`);
  }

  getDocumentCache(): CacheObject | null {
    const { container, project } = this.execution;
    return container ? this.cache(`document:${project.id}:${container.id}`) : null;
  }

  private cache(name: string): CacheObject {
    return this.execution.memo(`cache:${name}`, () => new CacheObject(this.execution, name));
  }
}

const read = { latency: 'Cache.get' } as const;
const write = { latency: 'Cache.put' } as const;
const uncounted = { counted: false } as const;

/** CacheService with its three caches. */
export const cacheModule: ServiceModule = {
  types: [
    defineType({
      name: 'CacheService',
      google: 'Cache.CacheService',
      class: CacheServiceObject,
      methods: { getScriptCache: uncounted, getUserCache: uncounted, getDocumentCache: uncounted },
    }),
    defineType({
      name: 'Cache',
      google: 'Cache.Cache',
      fullName: 'CacheService.Cache',
      class: CacheObject,
      methods: { get: read, getAll: read, put: write, putAll: write, remove: write, removeAll: write },
    }),
  ],
  globals: { CacheService: (execution) => new CacheServiceObject(execution) },
};

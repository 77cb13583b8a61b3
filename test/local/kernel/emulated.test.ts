import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import members from '../../../src/local/platform/google-members.json';
import { emulatedTable } from '../../../src/local/emulated-table';
import latency from '../../../src/local/platform/latency.json';
import { catalogue } from '../../../src/local/workspace';

const document = join(__dirname, '..', '..', '..', 'docs', 'emulated.md');

describe('what is emulated', () => {
  it('is written down as it is (npm run gas -- --emulated > docs/emulated.md)', () => {
    expect(existsSync(document)).toBe(true);
    expect(readFileSync(document, 'utf8')).toBe(emulatedTable(catalogue));
  });

  it('is charged by lines the latency model has', () => {
    const lines = [...catalogue.types.values()].flatMap((type) =>
      Object.values(type.methods).flatMap(({ latency: line }) => (typeof line === 'string' ? [line] : [])),
    );

    expect(lines.length).toBeGreaterThan(10);
    expect([...new Set(lines)].filter((line) => !(line in latency.calls))).toEqual([]);
  });

  it('has the methods it names, and names interfaces Google has', () => {
    const types = [...catalogue.types.values()];
    const broken = types.flatMap((type) =>
      Object.entries(type.methods)
        .filter(([name, facts]) => !facts.property && !(name in (type.class.prototype as object)))
        .map(([name]) => `${type.name}.${name}`),
    );

    expect(types.length).toBeGreaterThan(20);
    expect(broken).toEqual([]);
    expect(types.filter((type) => type.google !== null && !(type.google in members.interfaces))).toEqual([]);
  });
});

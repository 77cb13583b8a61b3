import { ALL_PAGES, SCRIPTS, shipped } from './shipped';

/**
 * The whole of Code.js is read and run at every single call, and a page travels at every opening: growth is latency (Google states no limit
 * of its own). A limit is raised with a reason in the commit.
 */
const CODE_LIMIT_BYTES = { district: 800_000, committee: 300_000 } as const;
const PAGE_LIMIT_BYTES = 220_000;

describe('the size of', () => {
  it.each(SCRIPTS)('the %s script stays within its limit', (script) => {
    const bytes = Buffer.byteLength(shipped(script, 'Code.js'));

    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(CODE_LIMIT_BYTES[script]);
  });

  it.each(ALL_PAGES)('the page %s/%s stays within its limit', (script, page) => {
    const bytes = Buffer.byteLength(shipped(script, `${page}.html`));

    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(PAGE_LIMIT_BYTES);
  });
});

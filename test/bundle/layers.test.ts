import { layersIn, layersOf } from './layers';

/** What may be, and is, in each shipped file (ARCHITECTURE.md, Layers). A change here is a decision, not a repair. */
const EXPECTED = [
  [
    'district',
    'Code',
    ['contract', 'district', 'google', 'npm:@noble/hashes', 'npm:zod', 'programme', 'workbook'],
  ],
  [
    'committee',
    'Code',
    ['committee', 'contract', 'google', 'npm:@noble/hashes', 'npm:zod', 'programme', 'workbook'],
  ],
  [
    'district',
    'console',
    ['contract', 'npm:fflate', 'npm:papaparse', 'npm:preact', 'npm:read-excel-file', 'pages', 'programme'],
  ],
  ['committee', 'grading', ['contract', 'npm:preact', 'pages', 'programme']],
  ['committee', 'papers', ['contract', 'npm:preact', 'pages', 'programme']],
] as const;

describe('a shipped file', () => {
  it.each(EXPECTED)('%s/%s holds exactly its layers', (script, file, layers) => {
    expect(layersIn(script, file)).toEqual(layers);
  });
});

describe('the judgement of layers', () => {
  const output = (inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>) => ({
    outputs: { 'Code.js': { inputs } },
  });

  it('names layers and packages, and leaves out what left no byte', () => {
    const metafile = output({
      'src/google/locks.ts': { bytesInOutput: 9 },
      'src/local/a.ts': { bytesInOutput: 0 },
      'node_modules/@noble/hashes/sha2.js': { bytesInOutput: 5 },
    });

    expect(layersOf(metafile)).toEqual(['google', 'npm:@noble/hashes']);
  });

  it.each([
    ['no output', { outputs: {} }],
    ['no input', output({})],
    ['no byte', output({ 'src/google/locks.ts': { bytesInOutput: 0 } })],
    ['a file of no layer', output({ 'lib/x.ts': { bytesInOutput: 1 } })],
  ])('refuses %s', (_name, metafile) => {
    expect(() => layersOf(metafile)).toThrow(/names no input|left a byte|no layer/);
  });
});

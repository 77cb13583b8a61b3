import data from '../../../src/local/platform/conformance-cases.json';
import { type ConformanceCase, judge } from '../../../src/local/conformance-case';
import { controlCases } from '../../../src/local/conformance-controls';

const cases = (data.cases as unknown as ConformanceCase[]).filter((one) =>
  ['Spreadsheet', 'Base'].includes(one.service),
);
const controls = (data.cases as unknown as ConformanceCase[]).filter((one) => one.run === 'control');

describe('SpreadsheetApp, against what is known of Google', () => {
  it('has cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(63);
  });

  it.each(cases.filter((one) => one.run === 'auto').map((one) => [one.id, one] as const))('%s', (_, one) => {
    expect(judge(one)).toMatchObject({ kind: 'right' });
  });
});

describe('what needs the workspace’s own controls, against what is known of Google', () => {
  it('is written, all of it', () => {
    expect(controls.map((one) => one.id).filter((id) => !(id in controlCases))).toEqual([]);
  });

  it.each(controls.filter((one) => one.id in controlCases).map((one) => [one.id, one] as const))(
    '%s',
    (id, one) => {
      expect(controlCases[id]!(one)).toMatchObject({ kind: 'right' });
    },
  );
});

import data from '../../../src/local/platform/conformance-cases.json';
import { documentIn, load, workspaceWithPeople } from './scripts';

interface Case {
  readonly id: string;
  readonly service: string;
  readonly run: string;
  readonly setup: string;
  readonly call: string;
  readonly expected: { readonly equals?: unknown; readonly throws?: string };
}

const OURS = ['Lock', 'Properties', 'Cache', 'Session', 'Utilities', 'HTML', 'Script'];
const cases = (data.cases as unknown as Case[]).filter(
  (one) => one.run === 'auto' && OURS.includes(one.service),
);

describe('the small services, against what is known of Google', () => {
  it('have cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, { setup, call, expected }) => {
    const workspace = workspaceWithPeople({ now: '2015-06-07T20:54:13Z', locale: 'en_US' });
    const code = `function probe() { ${setup};\nvar value = (${call});\nreturn value === undefined ? 'undefined' : value; }`;
    const project = load(workspace, code, {
      container: documentIn(workspace),
      manifest: { timeZone: 'Etc/GMT' },
    });

    const result = workspace.run(project, 'probe');

    if (expected.throws !== undefined) {
      expect(result.error?.name).toBe('Exception');
      expect(result.error?.message).toMatch(new RegExp(expected.throws));
    } else {
      expect(result.error).toBeUndefined();
      expect(JSON.parse(JSON.stringify(result.value))).toEqual(expected.equals);
    }
  });
});

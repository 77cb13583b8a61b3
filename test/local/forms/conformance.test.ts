import data from '../../../src/local/platform/conformance-cases.json';
import { load, workspaceWithPeople } from '../kernel/scripts';
import { bookFile } from './book-file';

interface Case {
  readonly id: string;
  readonly service: string;
  readonly run: string;
  readonly setup: string;
  readonly call: string;
  readonly expected: { readonly equals?: unknown; readonly throws?: string };
}

const cases = (data.cases as unknown as Case[]).filter(
  (one) => one.run === 'auto' && (one.service === 'Forms' || one.id === 'ref-enum-name'),
);

describe('FormApp, against what is known of Google', () => {
  it('has cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(24);
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, { setup, call, expected }) => {
    const workspace = workspaceWithPeople({ now: '2015-06-07T20:54:13Z', locale: 'en_US' });
    const book = bookFile(workspace);
    const code = `function probe(id) { var ss = { getId: function () { return id; } }; ${setup};\nreturn ${call}; }`;
    const project = load(workspace, code, { manifest: { timeZone: 'Etc/GMT' } });

    const result = workspace.run(project, 'probe', { args: [book.id] });

    if (expected.throws !== undefined) {
      expect(result.error?.name).toBe('Exception');
      expect(result.error?.message).toMatch(new RegExp(expected.throws));
    } else {
      expect(result.error).toBeUndefined();
      expect(JSON.parse(JSON.stringify(result.value))).toEqual(expected.equals);
    }
  });
});

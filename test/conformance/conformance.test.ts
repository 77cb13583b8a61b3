import type { Verdict } from '../../src/local/conformance-case';
import { type Judged, holds, judgeCases, ofKind } from '../../src/local/conformance-tally';

const judged = judgeCases();

describe('the offline workspace, against what is known of Google', () => {
  it('has cases of every kind', () => {
    expect(judged.length).toBeGreaterThan(130);
    expect(new Set(judged.map(({ id }) => id)).size).toBe(judged.length);
  });

  it.each(judged.map(({ id, verdict }) => [id, verdict] as const))(
    'is right, or says that it is not there: %s',
    (_, { kind, why }) => {
      expect(kind === 'wrong' ? why : '').toBe('');
    },
  );

  it('does without a tenth of them at most', () => {
    expect(ofKind(judged, 'unsupported').map(({ id, verdict }) => `${id}: ${verdict.why}`)).toEqual([]);
    expect(holds(judged)).toBe(true);
  });
});

describe('the verdict on all cases', () => {
  const of = (kind: Verdict['kind'], times: number): Judged[] =>
    Array.from({ length: times }, (_, at) => ({ id: `${kind}-${at}`, verdict: { kind, why: '' } }));

  it.each([
    { what: 'nothing but right ones', some: of('right', 10), verdict: true },
    { what: 'a tenth unsupported', some: [...of('right', 9), ...of('unsupported', 1)], verdict: true },
    { what: 'more unsupported', some: [...of('right', 8), ...of('unsupported', 1)], verdict: false },
    { what: 'one wrong', some: [...of('right', 99), ...of('wrong', 1)], verdict: false },
    { what: 'no case at all', some: [], verdict: false },
  ])('is $verdict with $what', ({ some, verdict }) => {
    expect(holds(some)).toBe(verdict);
  });
});

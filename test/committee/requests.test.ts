import { REQUESTS } from '../../src/committee/requests';

const KEY = { wave: '2014-C1', branch: 'P05-KP1' };
const OPERATION = 'a'.repeat(32);
const GRADE = {
  kind: 'grade',
  member: 'DV-1',
  levels: '4444433333',
  class: 'GOOD',
  reason: '',
  data: { selfClass: '', submission: '1/2' },
  lastSeen: 3,
};

describe('a request', () => {
  it('is taken whole, without what nobody knows', () => {
    const read = REQUESTS.saveGrades.safeParse({
      ...KEY,
      operation: OPERATION,
      lastSeen: 3,
      actor: 'somebody.else@vidu.vn',
      grades: [{ ...GRADE, data: { ...GRADE.data, branch: 'P05-KP2' } }],
    });

    expect(read.data).toEqual({ ...KEY, operation: OPERATION, lastSeen: 3, grades: [GRADE] });
  });

  it.each([
    ['an operation that is none', 'sendBranch', { ...KEY, operation: `${OPERATION}/01` }],
    ['a branch that is no text', 'openBranch', { ...KEY, branch: 7 }],
    ['a role nobody has', 'openBranch', { ...KEY, role: 'OWNER' }],
    ['no grades', 'saveGrades', { ...KEY, operation: OPERATION, lastSeen: 0, grades: [] }],
    [
      'a grade by hand, which only the owner writes',
      'saveGrades',
      { ...KEY, operation: OPERATION, lastSeen: 0, grades: [{ ...GRADE, kind: 'byHand' }] },
    ],
    [
      'more grades than a trip has',
      'saveGrades',
      { ...KEY, operation: OPERATION, lastSeen: 0, grades: Array.from({ length: 201 }, () => GRADE) },
    ],
    ['a judgement nobody knows', 'judge', { ...KEY, operation: OPERATION, judgement: { kind: 'lock' } }],
    [
      'a day that does not exist',
      'recordForUnit',
      {
        wave: KEY.wave,
        operation: OPERATION,
        record: { kind: 'deployed', data: { day: '2014-02-31', how: '', document: '', branches: [] } },
      },
    ],
    [
      'more words than anybody types',
      'record',
      { ...KEY, operation: OPERATION, record: { kind: 'difficulty', text: 'a'.repeat(50_001) } },
    ],
    ['nothing at all', 'memberHistory', null],
  ] as const)('is refused with %s', (_, endpoint, body) => {
    expect(REQUESTS[endpoint].safeParse(body).success).toBe(false);
  });
});

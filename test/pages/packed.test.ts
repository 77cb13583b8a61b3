import { answerFromText, answerToText } from '../../src/contract/answer';

const member = (index: number) => ({
  code: `DV-${index}`,
  state: index % 2 === 0 ? 'GRADED' : 'REGISTERED',
  flags: index % 5 === 0 ? ['Nên xem lại'] : [],
  grade: index % 3 === 0 ? { class: 'GOOD', at: index, remark: null } : null,
});

describe('an answer', () => {
  it.each([
    ['of many members', Array.from({ length: 500 }, (_, index) => member(index))],
    [
      'of members without any grade',
      Array.from({ length: 40 }, (_, index) => ({ ...member(index), grade: null })),
    ],
    ['of few members', [member(1)]],
    ['of no member', []],
    [
      'of records that are not alike',
      Array.from({ length: 40 }, (_, index) => (index === 7 ? { code: 'DV-7' } : member(index))),
    ],
    ['of plain texts', Array.from({ length: 40 }, (_, index) => `DV-${index}`)],
  ])('%s comes over as it was', (_, members) => {
    const answer = { v: 1 as const, ok: true as const, value: { members, packed: 3, columns: 'x' } };

    expect(answerFromText(answerToText(answer))).toEqual(answer);
  });

  it('of many members is a fraction of its size', () => {
    const members = Array.from({ length: 500 }, (_, index) => member(index));

    const text = answerToText({ v: 1, ok: true, value: { members } });

    expect(text.length * 2).toBeLessThan(JSON.stringify(members).length);
  });

  it('of problems comes over too', () => {
    const answer = { v: 1 as const, ok: false as const, problems: [{ code: 'BUSY', at: '', data: {} }] };

    expect(answerFromText(answerToText(answer))).toEqual(answer);
  });
});

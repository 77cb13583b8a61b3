import type { Answer } from '../../src/contract/answer';
import type { BranchView, MemberBrief } from '../../src/contract/committee';
import { sentenceOf } from '../../src/contract/problems';
import {
  agree,
  BASE,
  baseBook,
  codes,
  KEY,
  kinds,
  NEIGHBOUR,
  op,
  SECRETARY,
  STAFF,
  type BaseBook,
} from './base-book';
import { ASSESSMENT } from './ward';

const DAY_MS = 86_400_000;
const LOOK = `${op('5')}/01`;

/** A branch whose members are recognised; DV-1001 has not asked yet. */
function recognisedBook(): BaseBook {
  const book = baseBook();
  const grades = ['DV-1001', 'DV-1002', 'DV-1003'].map((code) => agree(code, { lastSeen: 9 }));
  book.value('saveGrades', { ...KEY, operation: op('1'), grades, lastSeen: 0 }, SECRETARY);
  book.value('record', { ...KEY, operation: op('2'), record: ASSESSMENT }, SECRETARY);
  book.value('sendBranch', { ...KEY, operation: op('3') }, SECRETARY);
  const judgement = { kind: 'recogniseAll', exceptions: [] } as const;
  book.value('judge', { ...KEY, operation: op('4'), judgement }, BASE);
  return book;
}

function ask(book: BaseBook, text = 'Em có minh chứng tiêu chí 3', as = SECRETARY, sign = '5') {
  const record = { kind: 'secondLook', member: 'DV-1001', text } as const;
  return book.ask('record', { ...KEY, operation: op(sign), record }, as);
}

function answerOf(book: BaseBook, agreed: boolean, text = 'Đánh giá lại tiêu chí 3', as = BASE) {
  const judgement = { kind: 'answerLook', member: 'DV-1001', look: LOOK, agreed, text } as const;
  return book.ask('judge', { ...KEY, operation: op('6'), judgement }, as);
}

function memberOf(answer: Answer<BranchView>, code = 'DV-1001'): MemberBrief | undefined {
  return answer.ok ? answer.value.members.find((one) => one.code === code) : undefined;
}

describe('a second look', () => {
  it('is asked for by the branch for its member, and seen by branch and base committee', () => {
    const book = recognisedBook();
    const before = memberOf(book.ask('openBranch', KEY, SECRETARY));
    const own = memberOf(ask(book));
    const above = memberOf(book.ask('openBranch', { ...KEY, role: 'BASE' }, BASE));

    expect(before).toMatchObject({ secondLook: null, result: { until: '2014-04-12', reason: '' } });
    expect(own?.secondLook).toMatchObject({
      operation: LOOK,
      state: 'OPEN',
      text: 'Em có minh chứng tiêu chí 3',
    });
    expect(above).toMatchObject({
      secondLook: own?.secondLook,
      marks: expect.arrayContaining(['SECOND_LOOK']),
    });
  });

  it('agreed with, comes back to the branch with its reason, is assessed anew and recognised again', () => {
    const book = recognisedBook();
    ask(book);
    const agreed = memberOf(answerOf(book, true));
    const regrade = agree('DV-1001', { kind: 'grade', class: 'GOOD', reason: 'Có minh chứng', lastSeen: 99 });
    book.value('saveGrades', { ...KEY, operation: op('7'), grades: [regrade], lastSeen: 99 }, SECRETARY);
    book.value('sendBranch', { ...KEY, operation: op('8') }, SECRETARY);
    const judgement = { kind: 'recognise', member: 'DV-1001' } as const;
    const end = memberOf(book.ask('judge', { ...KEY, operation: op('9'), judgement }, BASE));

    expect(agreed).toMatchObject({
      state: 'RETURNED',
      returnReason: 'Đánh giá lại tiêu chí 3',
      secondLook: { state: 'AGREED', answer: 'Đánh giá lại tiêu chí 3' },
    });
    expect(end).toMatchObject({ recognised: 'GOOD', marks: expect.arrayContaining(['LOOKED_AGAIN']) });
    expect(kinds(book.ledger('BASE', 'P05').events).slice(1, 3)).toEqual([
      'return DV-1001',
      'answer DV-1001',
    ]);
  });

  it('explained, leaves the result; the history tells both', () => {
    const book = recognisedBook();
    ask(book);
    const explained = memberOf(answerOf(book, false, 'Minh chứng là của đợt trước'));
    const history = book.value('memberHistory', { ...KEY, member: 'DV-1001' }, SECRETARY);

    expect(explained).toMatchObject({
      recognised: 'AVERAGE',
      secondLook: { state: 'EXPLAINED', answer: 'Minh chứng là của đợt trước' },
    });
    expect(history.rows.map(({ what }) => what).slice(-2)).toEqual(['Đề nghị xem lại', 'Trả lời']);
  });

  it('may be explained by the branch itself, which cannot agree in the base committee’s place', () => {
    const book = recognisedBook();
    ask(book);
    const notTheirs = codes(answerOf(book, true, 'Đồng ý', SECRETARY));
    const record = {
      kind: 'answerLook',
      member: 'DV-1001',
      look: LOOK,
      text: 'Đã trao đổi trực tiếp',
    } as const;
    const own = memberOf(book.ask('record', { ...KEY, operation: op('6'), record }, SECRETARY));

    expect(notTheirs).toEqual(['NOT_ON_COMMITTEE']);
    expect(own?.secondLook).toMatchObject({ state: 'EXPLAINED', answer: 'Đã trao đổi trực tiếp' });
  });

  it('is refused kindly after three days, before a result, and while one waits', () => {
    const late = recognisedBook();
    late.workspace.setClock(late.workspace.now() + 4 * DAY_MS);
    const refused = ask(late);
    const waiting = recognisedBook();
    ask(waiting);

    expect(refused.ok ? '' : sentenceOf(refused.problems[0]!, () => 'Nguyễn Thị Ánh')).toBe(
      'Đã hết thời gian đề nghị xem lại kết quả của Nguyễn Thị Ánh (đến hết ngày 12/4/2014). Đoàn viên vẫn trao đổi được với Ban Chấp hành; nếu có sai sót rõ ràng, hãy báo cán bộ phụ trách.',
    );
    expect(late.ledger('BRANCH', 'P05-KP1').events.some(({ kind }) => kind === 'secondLook')).toBe(false);
    expect(codes(ask(baseBook()))).toEqual(['NO_RESULT_YET DV-1001']);
    expect(codes(ask(waiting, 'lần nữa', SECRETARY, '7'))).toEqual(['SECOND_LOOK_WAITING DV-1001']);
  });

  it('is nobody else’s to ask or answer', () => {
    const book = recognisedBook();

    expect(codes(ask(book, 'x', NEIGHBOUR))).toEqual(['NOT_ON_COMMITTEE']);
    expect(codes(ask(book, 'x', STAFF))).toEqual(['NOT_ON_COMMITTEE']);
    ask(book);
    expect(codes(answerOf(book, false, 'x', NEIGHBOUR))).toEqual(['NOT_ON_COMMITTEE']);
    expect(codes(answerOf(book, false, 'x', STAFF))).toEqual(['NOT_ON_COMMITTEE']);
  });

  it('pressed twice, is asked and answered once', () => {
    const book = recognisedBook();
    ask(book);
    ask(book);
    answerOf(book, true);
    answerOf(book, true);
    const rows = [...book.ledger('BRANCH', 'P05-KP1').events, ...book.ledger('BASE', 'P05').events];

    expect(rows.filter(({ kind }) => kind === 'secondLook' || kind === 'answer')).toHaveLength(2);
  });
});

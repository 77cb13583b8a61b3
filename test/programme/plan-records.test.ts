import { foldUnit, type UnitFold } from '../../src/programme/fold-unit';
import {
  planRecording,
  planUnitRecording,
  type RecordKind,
  type RecordRow,
} from '../../src/programme/plan-records';
import { PRESET_2014 } from '../../src/programme/presets';
import { momentOf } from '../../src/programme/dates';
import { assessed, type Books, fold, WAVE } from './ledger-builder';
import { BASE_ACT, BRANCH_ACT, codes, facts } from './plan-builder';

const KNOWN = new Set(['f'.repeat(32) + '/01']);
const OWN: RecordRow<RecordKind> = { kind: 'branchAssessment', class: 'GOOD', data: { lessons: '' } };
const ACTIVITY: RecordRow<RecordKind> = { kind: 'activity', data: { name: 'Ngày đoàn viên' } };
const CARRYING_OUT = { now: momentOf('2014-04-02') };

function plan(books: Books, row: RecordRow<RecordKind>, act = BRANCH_ACT, change = {}) {
  return planRecording(facts(books, change), row, PRESET_2014, KNOWN, act);
}

describe('planRecording', () => {
  it('writes what a row says, about the branch where no member is named', () => {
    const planned = plan(assessed(), { ...OWN, text: 'Họp ngày 09/04' });

    expect(planned).toMatchObject({
      ok: true,
      value: {
        kind: 'branchAssessment',
        subject: 'P05-KP3',
        class: 'GOOD',
        text: 'Họp ngày 09/04',
        round: 1,
      },
    });
  });

  it('takes activities and paper before grading opens, the own assessment not', () => {
    expect(codes(plan(assessed(), ACTIVITY, BRANCH_ACT, CARRYING_OUT))).toEqual([]);
    expect(codes(plan(assessed(), { kind: 'paperEntry', member: 'DV-1' }, BRANCH_ACT, CARRYING_OUT))).toEqual(
      [],
    );
    expect(codes(plan(assessed(), OWN, BRANCH_ACT, CARRYING_OUT))).toEqual(['WAVE_NOT_OPEN 2014-C1']);
  });

  it('closes results at Gửi, and never talk', () => {
    const books = assessed();
    books.send();

    expect(codes(plan(books, OWN))).toEqual(['ALREADY_SENT P05-KP3']);
    expect(codes(plan(books, ACTIVITY))).toEqual(['ALREADY_SENT P05-KP3']);
    expect(codes(plan(books, { kind: 'difficulty', text: 'Thiếu chỗ sinh hoạt' }))).toEqual([]);
    books.base({ kind: 'recognise', subject: 'DV-1', data: { send: books.rows[4]?.operation } });
    expect(codes(plan(books, { kind: 'secondLook', member: 'DV-1', text: 'Xin xem lại' }))).toEqual([]);
  });

  it('lets only the holder of the branch write its results', () => {
    const books = assessed();

    expect(codes(plan(books, ACTIVITY, BASE_ACT))).toEqual(['NOT_TAKEN_OVER P05-KP3']);

    books.base({ kind: 'takeOver' });

    expect(codes(plan(books, ACTIVITY, BASE_ACT))).toEqual([]);
    expect(codes(plan(books, ACTIVITY))).toEqual(['TAKEN_OVER P05-KP3']);
  });

  it('tells all that is wrong at once', () => {
    const row: RecordRow<RecordKind> = {
      kind: 'answer',
      member: 'DV-9',
      text: ' ',
      difficulty: 'x',
      class: 'SUPERB',
    };

    expect(codes(plan(assessed(), row))).toEqual([
      'UNKNOWN_CLASS P05-KP3',
      'UNKNOWN_MEMBER DV-9',
      'UNKNOWN_DIFFICULTY x',
      'TEXT_MISSING P05-KP3',
    ]);
  });

  it('names the difficulty it answers, and lets one tap say that somebody was there', () => {
    const [known = ''] = KNOWN;
    const answer = plan(assessed(), {
      kind: 'answer',
      text: 'Đã mượn hội trường',
      difficulty: known,
      data: { done: true },
    });

    expect(answer).toMatchObject({ ok: true, value: { data: { difficulty: known, done: true } } });
    expect(codes(plan(assessed(), { kind: 'progress', member: 'DV-1', data: { attended: true } }))).toEqual(
      [],
    );
    expect(codes(plan(assessed(), { kind: 'progress', member: 'DV-1', data: { attended: false } }))).toEqual([
      'TEXT_MISSING P05-KP3',
    ]);
  });

  it('knows members who are only proposed', () => {
    expect(codes(plan(assessed(), { kind: 'rosterProposal', member: 'TAM-1a2b3c4d' }))).toEqual([]);
  });
});

describe('planUnitRecording', () => {
  const unitOf = (books: Books): UnitFold =>
    foldUnit({
      wave: WAVE,
      unit: { code: 'P05', kind: 'BASE_UNION' },
      branches: ['P05-KP3'],
      events: books.rows,
    });
  const send = (books: Books) =>
    planUnitRecording({ unit: unitOf(books), branches: [fold(books)] }, { kind: 'send' }, KNOWN, BASE_ACT);

  it('sends the unit once every branch has sent and is recognised', () => {
    const books = assessed();

    expect(codes(send(books))).toEqual(['NOT_SENT P05-KP3']);

    const sent = books.send();

    expect(codes(send(books))).toEqual(['NOT_RECOGNISED P05-KP3']);

    books.base({ kind: 'recognise', data: { send: sent.operation } });

    expect(send(books)).toMatchObject({ ok: true, value: { kind: 'send', subject: 'P05', round: 0 } });
  });

  it('is over when the district has recognised or locked', () => {
    const books = assessed();
    const branchSend = books.send();
    books.base({ kind: 'recognise', data: { send: branchSend.operation } });
    const unitSend = books.base({ kind: 'send', subject: 'P05', round: 0 });
    books.district({ kind: 'recognise', subject: 'P05', round: 0, data: { send: unitSend.operation } });

    expect(codes(send(books))).toEqual(['ALREADY_SENT P05']);

    books.district({ kind: 'lock', subject: 'P05', round: 0, data: { closedOn: {} } });

    expect(codes(send(books))).toEqual(['LOCKED P05']);
  });

  it('takes lessons at any time, with words', () => {
    const books = assessed();
    const record = (text: string) =>
      planUnitRecording({ unit: unitOf(books), branches: [] }, { kind: 'lessons', text }, KNOWN, BASE_ACT);

    expect(codes(record(''))).toEqual(['TEXT_MISSING P05']);
    expect(record('Mở đăng ký sớm hơn')).toMatchObject({ ok: true, value: { text: 'Mở đăng ký sớm hơn' } });
  });
});

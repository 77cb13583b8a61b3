import { gradeRequest, draftOf } from '../../src/pages/grading/state/drafts';
import { joinReasons, splitReasons } from '../../src/pages/grading/state/reasons';
import { nextPhrase, reasonBank } from '../../src/pages/grading/state/phrases';
import { filterCounts, listed, progressOf } from '../../src/pages/grading/state/list';
import { FIRST_TEXTS } from '../../src/pages/grading/state/reduce-open';
import { branch, KEY, member, members, opened } from './page-builder';

describe('a grade', () => {
  it('is an agreement only when every registered criterion is as self-assessed', () => {
    const one = member('DV-1', { registered: '1111111110' });
    const view = branch([one]);
    const draft = { ...draftOf(one, null), levels: '4444444440' };

    const agreed = gradeRequest(draft, one, view, 5_000);
    const changed = gradeRequest({ ...draft, levels: '4444444430' }, one, view, 0);

    expect(agreed).toMatchObject({
      kind: 'agree',
      lastSeen: 10,
      data: { shownMs: 5_000, submission: '1/2' },
    });
    expect(changed).toMatchObject({ kind: 'grade', levels: '4444444430' });
    expect(changed.data.shownMs).toBeUndefined();
  });

  it('carries no class for a member who is not to be classed', () => {
    const one = member('DV-1', { classed: false });
    const draft = { ...draftOf(one, null), levels: '4444444444' };

    expect(gradeRequest(draft, one, branch([one]), 0)).toMatchObject({ kind: 'agree', class: '' });
  });

  it('is marked as of the base committee where it assesses for the branch', () => {
    const one = member('DV-1');
    const draft = { ...draftOf(one, null), levels: '4444444444' };

    expect(gradeRequest(draft, one, branch([one], { role: 'BASE', takenOver: true }), 0).kind).toBe(
      'gradeFor',
    );
  });

  it('asks for a reason when the class is another than proposed, and forgets the change when it is the same again', () => {
    const page = opened(branch(members(2))).send({ type: 'CLASS', class: 'GOOD' });

    page.press('Enter');
    expect(page.effects()).toContainEqual({ kind: 'FOCUS', on: 'CLASS_REASON' });
    expect(page.state.queue.waiting).toEqual([]);

    page.send({ type: 'CLASS_REASON', text: 'Vắng họp' }).press('Enter');
    expect(page.state.queue.waiting).toMatchObject([
      { kind: 'grade', class: 'GOOD', reason: 'Xếp loại: Vắng họp', data: { proposed: 'EXCELLENT' } },
    ]);

    page.send({ type: 'CLASS', class: 'EXCELLENT' });
    expect(page.state.drafts['DV-2']?.class).toBeNull();
  });
});

describe('the reasons of a grade', () => {
  it('come apart as they were put together', () => {
    const draft = {
      reasons: { R4: 'Chưa nộp giấy', A5: 'Vắng 2 buổi; có xin phép' },
      class: 'GOOD',
      classReason: 'Tập thể thống nhất',
      otherReason: '',
    };

    const text = joinReasons(draft);

    expect(text).toBe(
      'Tiêu chí 4: Chưa nộp giấy; Tiêu chí 10: Vắng 2 buổi; có xin phép; Xếp loại: Tập thể thống nhất',
    );
    expect(splitReasons(text)).toEqual({ criteria: draft.reasons, class: draft.classReason, other: '' });
  });

  it('keep words that stand under no heading', () => {
    expect(splitReasons('Nhập tay')).toEqual({ criteria: {}, class: '', other: 'Nhập tay' });
  });

  it('are offered again, the most used first, one after the other', () => {
    const page = opened(branch(members(4)));
    for (const text of ['Vắng 1 buổi', 'Chưa nộp giấy', 'Vắng 1 buổi'])
      page.press('Digit8', 'KeyH').send({ type: 'REASON', code: 'A3', text }).press('Enter');

    const bank = reasonBank(page.state);

    expect(bank).toEqual(['Vắng 1 buổi', 'Chưa nộp giấy']);
    expect(nextPhrase(bank, '')).toBe('Vắng 1 buổi');
    expect(nextPhrase(bank, 'Chưa nộp giấy')).toBe('Vắng 1 buổi');
    expect(nextPhrase([], 'x')).toBe('x');
  });
});

describe('the list', () => {
  it('finds names without diacritics', () => {
    const page = opened(
      branch([member('DV-1', { name: 'Đặng Thị Mỹ Lệ' }), member('DV-2', { name: 'Lê Hoàng Uyên' })]),
    );

    page.send({ type: 'SEARCH', text: 'dang my le' });
    const apart = listed(page.state);
    page.send({ type: 'SEARCH', text: 'thi my' });

    expect(apart).toEqual([]);
    expect(listed(page.state).map((one) => one.code)).toEqual(['DV-1']);
  });

  it('counts only those who have something to be assessed, and the returned ones as waiting', () => {
    const graded = member('DV-1', { state: 'GRADED' });
    const grade = {
      ...gradeRequest({ ...draftOf(graded, null), levels: '4444444444' }, graded, branch([]), 0),
    };
    const brief = {
      levels: grade.levels,
      class: grade.class,
      proposed: 'EXCELLENT',
      reason: '',
      remark: '',
      how: grade.kind,
      by: 'x',
      at: 1,
      seq: 1,
      operation: 'o/01',
    };
    const list = [
      { ...graded, grade: brief },
      member('DV-2', { state: 'RETURNED', grade: brief }),
      member('DV-3', { registered: '0000000000', selfLevels: '', state: 'NOT_REGISTERED' }),
      member('DV-4'),
    ];

    const { state } = opened(branch(list));

    expect(progressOf(state)).toEqual({ done: 1, total: 3 });
    expect(filterCounts(state)).toMatchObject({ ALL: 4, UNGRADED: 2, GRADED: 1, NO_SELF: 1 });
    expect(state.member).toBe('DV-2');
  });
});

describe('agreeing with many at once', () => {
  const texts = (codes: readonly string[]) => ({
    type: 'TEXTS' as const,
    key: KEY,
    members: codes,
    result: {
      kind: 'VALUE' as const,
      value: { members: codes.map((code) => ({ code, commitments: {}, evidence: {}, difficulties: '' })) },
    },
  });

  it('takes only members whose evidence was on the screen', () => {
    const page = opened(branch(members(3))).send(texts(['DV-1', 'DV-2', 'DV-3']));
    page.send({ type: 'SCREEN', screen: 'LIST' });

    page.send({ type: 'SELECT', member: 'DV-1', on: true });
    const unread = page.state.selected;
    page.send({ type: 'UNFOLD', member: 'DV-1' }).send({ type: 'SELECT', member: 'DV-1', on: true });
    page.send({ type: 'UNFOLD', member: 'DV-2' }).send({ type: 'SELECT', member: 'DV-2', on: true });
    page.send({ type: 'AGREE_SELECTED' });

    expect(unread).toEqual([]);
    expect(page.state.queue.waiting).toMatchObject([
      { member: 'DV-1', kind: 'agreeBulk' },
      { member: 'DV-2', kind: 'agreeBulk' },
    ]);
  });

  it('does not count evidence as read before it has come', () => {
    const page = opened(branch(members(2))).send({ type: 'SCREEN', screen: 'LIST' });

    page.send({ type: 'UNFOLD', member: 'DV-1' }).send({ type: 'SELECT', member: 'DV-1', on: true });

    expect(page.state.selected).toEqual([]);
  });

  it('leaves out whoever called himself another class than the rule', () => {
    const page = opened(branch([member('DV-1', { selfClass: 'GOOD' }), member('DV-2')])).send(
      texts(['DV-1', 'DV-2']),
    );

    page.send({ type: 'UNFOLD', member: 'DV-1' }).send({ type: 'SELECT', member: 'DV-1', on: true });

    expect(page.state.selected).toEqual([]);
  });
});

describe('Hoàn tác', () => {
  it('takes a grade that still waits out of the queue', () => {
    const page = opened(branch(members(3))).press('Enter');

    page.send({ type: 'UNDO' });

    expect(page.state.queue.waiting).toEqual([]);
    expect(page.state.member).toBe('DV-1');
    expect(page.effects()).not.toContainEqual(expect.objectContaining({ kind: 'DO' }));
  });

  it('undoes a saved grade in the ledger, by its operation', () => {
    const page = opened(branch(members(3)))
      .press('Enter')
      .wait(2_000)
      .arrive();
    const operation = page.state.view?.members[0]?.grade?.operation;
    page.effects();

    page.send({ type: 'UNDO' });

    expect(operation).toMatch(/^\d{32}\/01$/);
    expect(page.effects()).toContainEqual({
      kind: 'DO',
      act: expect.objectContaining({ kind: 'undo', key: KEY, operations: [operation] }),
    });
  });

  it('goes back to an earlier grade: what was in hand of that member makes way', () => {
    const page = opened(branch(members(3))).send({ type: 'LEVEL', code: 'R2', level: 'DONE' });
    const before = Object.keys(page.state.drafts);
    page.effects();
    page.send({
      type: 'ACT',
      body: { kind: 'restore', key: KEY, to: `${'1'.repeat(32)}/01`, members: ['DV-1'] },
    });
    const [effect] = page.effects();
    if (effect?.kind !== 'DO') throw new Error('Nothing was asked of the script');
    const view = branch(members(3), { lastSeen: 44 });

    page.send({ type: 'ACTED', act: effect.act, result: { kind: 'VALUE', value: view } });

    expect(before).toEqual(['DV-1']);
    expect(page.state.drafts).toEqual({});
    expect(page.state).toMatchObject({ pending: null, question: null, view: { lastSeen: 44 } });
  });

  it('waits with a grade that is on its way', () => {
    const page = opened(branch(members(3)))
      .press('Enter')
      .wait(2_000);
    page.effects();

    page.send({ type: 'UNDO' });
    const meanwhile = page.effects();
    page.arrive().send({ type: 'UNDO' });

    expect(meanwhile.filter((effect) => effect.kind === 'DO')).toEqual([]);
    expect(page.effects().filter((effect) => effect.kind === 'DO')).toHaveLength(1);
  });

  it('takes levels back one by one, and brings hand-written words back', () => {
    const page = opened(branch(members(3)))
      .press('Digit1', 'KeyH', 'KeyC')
      .send({ type: 'UNDO' });
    const after = page.state.drafts['DV-1']?.levels;
    page.send({ type: 'REASON', code: 'R1', text: 'Vắng' }).press('Enter').send({ type: 'UNDO' });

    expect(after).toBe('3_________');
    expect(page.state.drafts['DV-1']).toMatchObject({ levels: '3444444444', reasons: { R1: 'Vắng' } });
  });
});

describe('texts', () => {
  it('come for the nearest members first, then for all others', () => {
    const page = opened(branch(members(100)));
    page.send({ type: 'SHOW', member: 'DV-50' });
    const first = page.state.textsAsked;

    page.send({
      type: 'TEXTS',
      key: KEY,
      members: first,
      result: { kind: 'VALUE', value: { members: [] } },
    });
    const next = page.effects().find((effect) => effect.kind === 'LOAD_TEXTS');

    expect(first).toHaveLength(FIRST_TEXTS);
    expect(first[0]).toBe('DV-1');
    expect(next).toMatchObject({ members: expect.arrayContaining(['DV-50', 'DV-51', 'DV-49']) });
  });
});

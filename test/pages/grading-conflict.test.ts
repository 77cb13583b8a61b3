import { allOf, chosenGrade, differencesOf, isDecided } from '../../src/pages/grading/state/conflict';
import type { Conflict } from '../../src/pages/grading/state/model';
import { problem } from '../../src/programme/result';
import { branch, member, members, opened } from './page-builder';

const THEIRS: Conflict['theirs'] = {
  levels: '4444444244',
  class: 'EXCELLENT',
  proposed: 'EXCELLENT',
  reason: 'Tiêu chí 8: Vắng',
  remark: 'Cần nộp giấy',
  how: 'grade',
  by: 'chau@thu.example',
  at: 5,
  seq: 12,
  operation: 'b/01',
};

/** A page on which another person was faster. */
function twoVersions() {
  const page = opened(branch(members(3))).press('Digit1', 'KeyH');
  page.send({ type: 'REASON', code: 'R1', text: 'Thiếu bài' }).press('Enter').wait(2_000);
  const theirs = member('DV-1', { state: 'GRADED', grade: THEIRS });
  page.arrive({
    saved: [],
    members: [theirs],
    refused: [problem('NEWER_GRADE', 'DV-1', { seq: 12, actor: THEIRS.by, at: 5 })],
    lastSeen: 12,
  });
  const [conflict] = page.state.conflicts;
  if (!conflict || !page.state.view) throw new Error('No conflict');
  return { page, conflict, theirs, view: page.state.view };
}

describe('two people on one member', () => {
  it('keeps both versions and names only what differs', () => {
    const { conflict, page } = twoVersions();

    expect(differencesOf(conflict).map(({ key }) => key)).toEqual(['R1', 'A3', 'REMARK']);
    expect(page.state.queue).toMatchObject({ flight: null, waiting: [] });
    expect(isDecided(conflict, {})).toBe(false);
  });

  it('makes one grade of the choices, each with its own reason', () => {
    const { conflict, theirs, view } = twoVersions();

    const grade = chosenGrade(conflict, { R1: 'MINE', A3: 'THEIRS', REMARK: 'MINE' }, theirs, view);

    expect(grade).toMatchObject({
      levels: '3444444244',
      reason: 'Tiêu chí 1: Thiếu bài; Tiêu chí 8: Vắng',
      lastSeen: 12,
    });
    expect(grade?.data.remark).toBeUndefined();
  });

  it('saves nothing when the other version is right', () => {
    const { conflict, theirs, view, page } = twoVersions();

    const grade = chosenGrade(conflict, allOf(conflict, 'THEIRS'), theirs, view);
    page.send({ type: 'SETTLE', member: 'DV-1', grade });

    expect(grade).toBeNull();
    expect(page.state.conflicts).toEqual([]);
    expect(page.state.queue.waiting).toEqual([]);
  });

  it('sends our version again as of the row that was seen now', () => {
    const { conflict, theirs, view, page } = twoVersions();

    page.send({
      type: 'SETTLE',
      member: 'DV-1',
      grade: chosenGrade(conflict, allOf(conflict, 'MINE'), theirs, view),
    });

    expect(page.state.queue.waiting).toMatchObject([{ member: 'DV-1', levels: '3444444444', lastSeen: 12 }]);
  });
});

describe('Gửi', () => {
  it('goes only once the last grades are saved', () => {
    const page = opened(branch(members(1)))
      .press('Enter')
      .send({ type: 'SEND' });
    const before = page.effects();

    page.arrive();

    expect(before.some((effect) => effect.kind === 'SAVE')).toBe(true);
    expect(before.some((effect) => effect.kind === 'DO')).toBe(false);
    expect(page.effects()).toContainEqual({ kind: 'DO', act: expect.objectContaining({ kind: 'send' }) });
  });

  it('stays when a grade was refused or did not arrive', () => {
    const refused = opened(branch(members(1)))
      .press('Enter')
      .send({ type: 'SEND' });
    refused.arrive({ saved: [], members: [], refused: [problem('NOT_CLASSED', 'DV-1')] });
    const lost = opened(branch(members(1)))
      .press('Enter')
      .send({ type: 'SEND' });
    const operation = lost.state.queue.flight?.operation ?? '';
    lost.send({
      type: 'SAVED',
      operation,
      result: { kind: 'FAULT', fault: { class: 'NETWORK', number: '' } },
    });

    for (const page of [refused, lost]) {
      expect(page.state.sendWhenSaved).toBe(false);
      expect(page.effects().filter((effect) => effect.kind === 'DO')).toEqual([]);
    }
  });

  it('is one act however often it is pressed, and a retry sends it unchanged', () => {
    const page = opened(branch(members(1)));
    page.send({ type: 'SEND' }).send({ type: 'SEND' });
    const acts = page.effects().flatMap((effect) => (effect.kind === 'DO' ? [effect.act] : []));
    const [act] = acts;
    if (!act) throw new Error('Nothing was sent');
    page.send({ type: 'ACTED', act, result: { kind: 'FAULT', fault: { class: 'BUSY', number: '' } } });

    page.send({ type: 'RETRY_ACT' });

    expect(acts).toHaveLength(1);
    expect(page.effects()).toContainEqual({ kind: 'DO', act });
  });
});

import { actionOfKey } from '../../src/pages/grading/state/keys';
import { draftShown, filledAct } from '../../src/pages/grading/state/filled-act';
import { memberOf, type GradingState } from '../../src/pages/grading/state/model';
import { branch, member, members, opened, press } from './page-builder';

function levelsOf(state: GradingState, code: string): string {
  const found = memberOf(state.view, code);
  if (!found) throw new Error(`No member ${code}`);
  return draftShown(state, found).levels;
}

describe('keys of the grading page', () => {
  it('agree with the self-assessment by Enter and bring the next member', () => {
    const page = opened(branch(members(3)));

    page.press('Enter');

    expect(page.state.member).toBe('DV-2');
    expect(page.state.queue.waiting).toMatchObject([
      { member: 'DV-1', kind: 'agree', levels: '4444444444', class: 'EXCELLENT', reason: '' },
    ]);
  });

  it.each([
    ['Digit1', 'KeyH', '3_________'],
    ['Digit0', 'KeyK', '_________1'],
    ['Numpad6', 'KeyC', '_____2____'],
    ['Digit4', 'KeyT', '___4______'],
  ])('open a criterion by %s and set its level by %s', (digit, letter, levels) => {
    const page = opened(branch(members(2)));

    page.press(digit, letter);

    expect(levelsOf(page.state, 'DV-1')).toBe(levels);
  });

  it('move a level by the arrows, and not beyond the ends', () => {
    const page = opened(branch(members(2)));

    page.press('Digit2', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    const lowest = levelsOf(page.state, 'DV-1');
    page.press('ArrowLeft');

    expect(lowest).toBe('_1________');
    expect(levelsOf(page.state, 'DV-1')).toBe('_2________');
  });

  it('never grade with K while no criterion is open', () => {
    const page = opened(branch(members(2)));

    page.press('KeyK', 'KeyT');

    expect(page.state.drafts).toEqual({});
    expect(page.state.member).toBe('DV-1');
  });

  it('do nothing while an input method composes', () => {
    const { state } = opened(branch(members(2)));

    expect(actionOfKey(state, press('Enter', { composing: true }))).toBeNull();
    expect(actionOfKey(state, press('KeyN', { composing: true, inText: true }))).toBeNull();
  });

  it('leave letters, digits and arrows to the field the cursor stands in, but not Enter and Esc', () => {
    const page = opened(branch(members(2))).press('Digit8');

    for (const code of ['KeyT', 'KeyN', 'Digit1', 'ArrowUp', 'ArrowDown', 'Slash'])
      expect(actionOfKey(page.state, press(code, { inText: true }))).toBeNull();
    expect(actionOfKey(page.state, press('Enter', { inText: true }))).toEqual({ type: 'FILLED' });
    expect(actionOfKey(page.state, press('Escape', { inText: true }))).toEqual({
      type: 'CRITERION',
      code: null,
    });
  });

  it('leave Enter to a button that has the focus of the keyboard', () => {
    const { state } = opened(branch(members(2)));

    expect(actionOfKey(state, press('Enter', { onControl: true }))).toBeNull();
  });

  it('agree with nobody while Enter is held down', () => {
    const { state } = opened(branch(members(2)));

    expect(actionOfKey(state, press('Enter', { held: true }))).toBeNull();
  });

  it('open no criterion that was not registered', () => {
    const page = opened(branch([member('DV-1', { registered: '1111011111', selfLevels: '4444044444' })]));

    page.press('Digit5');

    expect(page.state.criterion).toBeNull();
  });

  it('walk with the arrows through the list that the filter lets through', () => {
    const list = [member('DV-1'), member('DV-2', { selfLevels: '', state: 'REGISTERED' }), member('DV-3')];
    const page = opened(branch(list)).send({ type: 'FILTER', filter: 'NO_SELF' });

    page.press('ArrowDown');
    const second = page.state.member;
    page.press('ArrowDown');

    expect(second).toBe('DV-2');
    expect(page.state.member).toBe('DV-2');
  });

  it('ask for words where a level differs, and take Enter to the field that lacks them', () => {
    const page = opened(branch(members(2))).press('Digit8', 'KeyH');

    expect(filledAct(page.state)).toEqual({ kind: 'REASON', criterion: 'A3' });
    page.press('Enter');
    expect(page.state.member).toBe('DV-1');
    expect(page.effects()).toContainEqual({ kind: 'FOCUS', on: 'REASON' });

    page.send({ type: 'REASON', code: 'A3', text: 'Mới dự 1 trong 2 buổi' });
    expect(filledAct(page.state)).toEqual({ kind: 'AGREE_REST', count: 9 });
    page.press('Enter');
    expect(page.state.queue.waiting).toMatchObject([
      { kind: 'grade', levels: '4444444344', reason: 'Tiêu chí 8: Mới dự 1 trong 2 buổi' },
    ]);
  });

  it('agree with what was self-assessed and open the first criterion that was not', () => {
    const page = opened(branch([member('DV-1', { selfLevels: '4444444440', selfClass: '' })]));

    page.press('Enter');

    expect(levelsOf(page.state, 'DV-1')).toBe('444444444_');
    expect(page.state.criterion).toBe('A5');
    expect(page.state.queue.waiting).toEqual([]);
  });

  it('grade a branch of thirty, six of whom differ in one criterion, in at most sixty presses', () => {
    const page = opened(branch(members(30)));

    for (let at = 0; at < 30; at += 1) {
      if (at % 5 !== 0) page.press('Enter');
      else {
        // Digit, letter, Enter to the reason, ↓ for a phrase of the bank (the first one is typed), Enter.
        page.press('Digit8', 'KeyH', 'Enter');
        page.presses += 1;
        page.send({ type: 'REASON', code: 'A3', text: 'Mới dự 1 trong 2 buổi' });
        page.press('Enter');
      }
    }

    expect(page.state.queue.waiting).toHaveLength(30);
    expect(page.state.screen).toBe('DONE');
    expect(page.presses).toBeLessThanOrEqual(60);
  });
});

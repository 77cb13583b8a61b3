import type { Fault } from '../../src/contract/fault';
import type { Effect } from '../../src/pages/grading/state/effects';
import { netName, netOf, readNet, NET_KEPT_MS } from '../../src/pages/grading/state/net';
import { BETWEEN_TRIPS_MS, BUSY_RETRY_MS, RETRY_MS } from '../../src/pages/grading/state/queue';
import { problem } from '../../src/programme/result';
import { branch, KEY, ME, members, opened, START, type Page } from './page-builder';

const OFFLINE: Fault = { class: 'NETWORK', number: '' };

function fail(page: Page, fault: Fault = OFFLINE): void {
  const operation = page.state.queue.flight?.operation ?? '';
  page.send({ type: 'SAVED', operation, result: { kind: 'FAULT', fault } });
}

function lastKept(effects: readonly Effect[]) {
  return effects.flatMap((effect) => (effect.kind === 'KEEP' ? [effect] : [])).pop();
}

describe('saving in the background', () => {
  it('gathers what comes within a moment into one trip', () => {
    const page = opened(branch(members(5))).press('Enter', 'Enter');

    page.wait(2_000);

    expect(page.trips()).toMatchObject([
      { ...KEY, grades: [{ member: 'DV-1' }, { member: 'DV-2' }], lastSeen: 10 },
    ]);
  });

  it('sends the next trip no sooner than ten seconds after the last one set off', () => {
    const page = opened(branch(members(5)))
      .press('Enter')
      .wait(2_000);
    page.arrive().press('Enter');
    page.effects();

    page.wait(BETWEEN_TRIPS_MS - 1_000);
    const early = page.trips();
    page.wait(2_000);

    expect(early).toEqual([]);
    expect(page.trips()).toHaveLength(1);
  });

  it('has one trip under way, whatever is pressed', () => {
    const page = opened(branch(members(5)))
      .press('Enter')
      .wait(2_000);
    page.effects();

    page.press('Enter').send({ type: 'FLUSH' }).send({ type: 'HIDDEN', hidden: true }).wait(30_000);

    expect(page.trips()).toEqual([]);
    expect(page.state.queue.waiting).toHaveLength(1);
  });

  it('sets off at once when the page is hidden', () => {
    const page = opened(branch(members(5))).press('Enter');

    page.send({ type: 'HIDDEN', hidden: true });

    expect(page.trips()).toHaveLength(1);
  });

  it('sends a trip that did not arrive again unchanged: same operation, same grades', () => {
    const page = opened(branch(members(5)))
      .press('Enter')
      .wait(2_000);
    const [first] = page.trips();
    fail(page);
    page.press('Enter');

    page.wait(RETRY_MS + 500);

    const [again] = page.trips();
    expect(again).toEqual({ ...first, startedAt: again?.startedAt });
    expect(page.state.queue.waiting).toMatchObject([{ member: 'DV-2' }]);
  });

  it('comes back within three seconds when others were saving', () => {
    const page = opened(branch(members(5)))
      .press('Enter')
      .wait(2_000);
    const [first] = page.trips();
    const operation = page.state.queue.flight?.operation ?? '';
    page.send({ type: 'SAVED', operation, result: { kind: 'PROBLEMS', problems: [problem('BUSY', '')] } });
    page.effects();
    page.wait(BUSY_RETRY_MS - 500);
    const early = page.trips();

    page.wait(3_000);

    expect(early).toEqual([]);
    expect(page.trips()).toMatchObject([{ operation: first?.operation }]);
  });

  it('waits for a press where trying again by itself would not help', () => {
    const page = opened(branch(members(5)))
      .press('Enter')
      .wait(2_000);
    const operation = page.state.queue.flight?.operation ?? '';
    page.send({
      type: 'SAVED',
      operation,
      result: { kind: 'PROBLEMS', problems: [problem('LOCKED', KEY.branch)] },
    });
    page.effects();

    page.wait(120_000);
    const alone = page.trips();
    page.send({ type: 'FLUSH' });

    expect(alone).toEqual([]);
    expect(page.trips()).toMatchObject([{ operation }]);
  });

  it('says saved only with the time of the answer', () => {
    const page = opened(branch(members(5)))
      .press('Enter')
      .wait(2_000);
    const before = page.state.queue.savedAt;

    page.arrive({ at: START + 4_321 });

    expect(before).toBeNull();
    expect(page.state.queue).toMatchObject({ savedAt: START + 4_321, flight: null, waiting: [] });
    expect(page.state.view?.members[0]?.grade?.class).toBe('EXCELLENT');
    expect(page.state.view?.lastSeen).toBe(11);
  });

  it('takes no notice of the answer of a trip it has not under way', () => {
    const page = opened(branch(members(5)))
      .press('Enter')
      .wait(2_000);
    const before = page.state.queue;

    page.send({ type: 'SAVED', operation: 'f'.repeat(32), result: { kind: 'FAULT', fault: OFFLINE } });

    expect(page.state.queue).toBe(before);
  });

  it('brings a refused sheet back into the hand, with the refusal', () => {
    const page = opened(branch(members(5)))
      .press('Enter')
      .wait(2_000);

    page.arrive({ saved: [], members: [], refused: [problem('NOT_IN_ROUND', 'DV-1')] });

    expect(page.state.refused).toMatchObject([{ code: 'NOT_IN_ROUND', at: 'DV-1' }]);
    expect(page.state.drafts['DV-1']?.levels).toBe('4444444444');
    expect(page.state.queue.savedAt).toBeNull();
  });
});

describe('the second net', () => {
  it('keeps every grade that is not acknowledged and is erased at the acknowledgement', () => {
    const page = opened(branch(members(5))).press('Enter');
    const waiting = lastKept(page.effects());
    page.wait(2_000);
    const flying = lastKept(page.effects());
    page.arrive();

    expect(waiting).toMatchObject({ name: netName(ME, 'P05', '2014-C1', KEY.branch), net: { flight: null } });
    expect(waiting?.net?.waiting).toHaveLength(1);
    expect(flying?.net).toMatchObject({ waiting: [], flight: { grades: [{ member: 'DV-1' }] } });
    expect(lastKept(page.effects())).toMatchObject({ net: null });
  });

  it('gives back what an earlier page could not save, and asks again under the same operation', () => {
    const earlier = opened(branch(members(5)))
      .press('Enter')
      .wait(2_000)
      .press('Enter');
    const [flight] = earlier.trips();
    const net = netOf(KEY.branch, earlier.state.queue, earlier.now);
    const later = opened(branch(members(5)));

    later.send({ type: 'REOPEN' }).send({
      type: 'BRANCH_OPENED',
      key: KEY,
      quiet: false,
      result: { kind: 'VALUE', value: branch(members(5)) },
      net: readNet(JSON.stringify(net), KEY.branch, earlier.now),
    });
    later.effects();
    later.wait(500);

    expect(later.trips()).toMatchObject([{ operation: flight?.operation, grades: flight?.grades }]);
    expect(later.state.queue.waiting).toMatchObject([{ member: 'DV-2' }]);
    expect(later.state.member).toBe('DV-3');
  });

  it.each([
    ['of another branch', { branch: 'P05-KP9', keptAt: START, waiting: [], flight: null }, START],
    [
      'older than seven days',
      { branch: KEY.branch, keptAt: START, waiting: [], flight: null },
      START + NET_KEPT_MS + 1,
    ],
    ['without its list', { branch: KEY.branch, keptAt: START }, START],
  ])('drops a net %s', (_what, net, now) => {
    expect(readNet(JSON.stringify(net), KEY.branch, now)).toBeNull();
  });

  it('drops a net that cannot be read', () => {
    expect(readNet('{', KEY.branch, START)).toBeNull();
    expect(readNet('null', KEY.branch, START)).toBeNull();
  });
});

describe('going to another place', () => {
  const elsewhere = { wave: '2014-C1', branch: 'P05-KP9', role: 'BRANCH' } as const;

  it('waits until everything here is saved', () => {
    const page = opened(branch(members(5)))
      .press('Enter')
      .wait(2_000)
      .press('Enter');
    page.effects();

    page.send({ type: 'GO', place: elsewhere });
    const meanwhile = page.state.place?.branch;
    page.arrive();
    const second = page.trips();
    page.arrive();

    expect(meanwhile).toBe(KEY.branch);
    expect(second).toMatchObject([{ ...KEY, grades: [{ member: 'DV-2' }] }]);
    expect(page.state.place).toEqual(elsewhere);
    expect(page.state.queue.waiting).toEqual([]);
  });

  it('stays where something could not be saved', () => {
    const page = opened(branch(members(5)))
      .press('Enter')
      .send({ type: 'GO', place: elsewhere });

    fail(page);

    expect(page.state.place?.branch).toBe(KEY.branch);
    expect(page.state.queue.flight?.grades).toHaveLength(1);
  });
});

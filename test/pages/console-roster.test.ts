import { ROSTER_PIECE } from '../../src/contract/district';
import {
  NO_ROSTER,
  reduceRoster,
  type RosterAction,
  type RosterState,
} from '../../src/pages/console/roster-state';

const ROWS = Array.from({ length: ROSTER_PIECE + 5 }, (_, place) => [`T-${place}`, 'A', '', '', '', '', '']);
const FILE = { name: 'a.xlsx' } as File;

function play(...actions: readonly RosterAction[]): ReturnType<typeof reduceRoster> {
  let step: ReturnType<typeof reduceRoster> = { roster: NO_ROSTER, effects: [], isWhole: false };
  for (const action of actions) step = reduceRoster(step.roster, action);
  return step;
}

const READ: readonly RosterAction[] = [
  { type: 'ROSTER_FILE', file: FILE },
  { type: 'ROSTER_READ', read: { kind: 'LIST', rows: ROWS, kept: ['Họ và tên'], dropped: 2 } },
];
const received = (count: number): RosterAction => ({
  type: 'ROSTER_SENT',
  result: { kind: 'VALUE', value: { received: count } },
});

describe('a file of members', () => {
  it('is read with staff’s choice about identifiers', () => {
    const { effects } = play({ type: 'ROSTER_IDENTIFIER', use: true }, { type: 'ROSTER_FILE', file: FILE });

    expect(effects).toEqual([{ kind: 'ROSTER_READ', file: FILE, identifier: true }]);
  });

  it('is handed over piece by piece; only when all has come it is asked about', () => {
    const first = play(...READ);
    const second = play(...READ, received(ROSTER_PIECE));
    const last = play(...READ, received(ROSTER_PIECE), received(ROWS.length));

    expect(first.effects).toMatchObject([{ piece: { from: 0, total: ROWS.length } }]);
    expect(second.effects).toMatchObject([{ piece: { from: ROSTER_PIECE, rows: ROWS.slice(ROSTER_PIECE) } }]);
    expect([first, second, last].map(({ isWhole }) => isWhole)).toEqual([false, false, true]);
    expect(last.roster.phase).toBe('SENT');
  });

  it('after a fault goes on from the piece that did not arrive', () => {
    const fault: RosterAction = {
      type: 'ROSTER_SENT',
      result: { kind: 'FAULT', fault: { class: 'OURS', number: 'A1B2C3' } },
    };
    const broken = play(...READ, received(ROSTER_PIECE), fault);
    const again = reduceRoster(broken.roster, { type: 'ROSTER_SEND' });

    expect(broken.roster.words).not.toBe('');
    expect(broken.effects).toEqual([]);
    expect(again.roster.words).toBe('');
    expect(again.effects).toMatchObject([{ piece: { from: ROSTER_PIECE } }]);
  });

  it('that is no list says why, and another may be chosen', () => {
    const said = play(READ[0]!, { type: 'ROSTER_READ', read: { kind: 'WORDS', text: 'Tệp này trống.' } });

    expect<Partial<RosterState>>(said.roster).toMatchObject({ phase: 'CHOOSE', words: 'Tệp này trống.' });
    expect(reduceRoster(said.roster, READ[0]!).roster).toMatchObject({ phase: 'READING', words: '' });
  });

  it('of which an answer comes late, after another was chosen, is left', () => {
    const anew = play(...READ, READ[0]!, received(ROSTER_PIECE));

    expect(anew.roster).toMatchObject({ phase: 'READING', sent: 0 });
    expect(anew.effects).toEqual([]);
  });
});

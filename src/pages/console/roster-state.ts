import { ROSTER_PIECE, type DistrictEndpoints } from '../../contract/district';
import type { AnswerOf, RequestOf } from '../../contract/answer';
import type { RosterCells } from '../../programme/roster-template';
import type { Called } from '../parts/call';
import { consoleTroubleWords } from './props';
import type { RosterFileRead } from './roster-file';

/** A file of members on its way into *Nhập danh sách*. */
export interface RosterState {
  /** *Mã định danh* stands in where there is no card number: staff's choice, because it may be a citizen's number. */
  readonly identifier: boolean;
  readonly phase: 'CHOOSE' | 'READING' | 'SENDING' | 'SENT';
  readonly file: string;
  readonly rows: readonly RosterCells[];
  readonly sent: number;
  readonly kept: readonly string[];
  readonly dropped: number;
  /** What went wrong, in words; '' = nothing. */
  readonly words: string;
}

/** Before a file was chosen. */
export const NO_ROSTER: RosterState = {
  identifier: false,
  phase: 'CHOOSE',
  file: '',
  rows: [],
  sent: 0,
  kept: [],
  dropped: 0,
  words: '',
};

export type RosterAction =
  | { readonly type: 'ROSTER_IDENTIFIER'; readonly use: boolean }
  | { readonly type: 'ROSTER_FILE'; readonly file: File }
  | { readonly type: 'ROSTER_READ'; readonly read: RosterFileRead }
  | { readonly type: 'ROSTER_SEND' }
  | { readonly type: 'ROSTER_SENT'; readonly result: Called<AnswerOf<DistrictEndpoints['putRoster']>> };

export type RosterEffect =
  | { readonly kind: 'ROSTER_READ'; readonly file: File; readonly identifier: boolean }
  | { readonly kind: 'ROSTER_PUT'; readonly piece: RequestOf<DistrictEndpoints['putRoster']> };

/** What a file's next step is: read here, its list handed over piece by piece, then (`isWhole`) the question what taking it over will do. */
export function reduceRoster(
  before: RosterState,
  action: RosterAction,
): { readonly roster: RosterState; readonly effects: readonly RosterEffect[]; readonly isWhole: boolean } {
  switch (action.type) {
    case 'ROSTER_IDENTIFIER':
      return stays({ ...before, identifier: action.use });
    case 'ROSTER_FILE': {
      const { file } = action;
      const { identifier } = before;
      return {
        roster: { ...NO_ROSTER, identifier, phase: 'READING', file: file.name },
        effects: [{ kind: 'ROSTER_READ', file, identifier }],
        isWhole: false,
      };
    }
    case 'ROSTER_READ': {
      const { read } = action;
      if (before.phase !== 'READING') return stays(before);
      return read.kind === 'WORDS'
        ? stays({ ...before, phase: 'CHOOSE', words: read.text })
        : sending({ ...before, rows: read.rows, kept: read.kept, dropped: read.dropped });
    }
    case 'ROSTER_SEND':
      return sending(before);
    case 'ROSTER_SENT': {
      const { result } = action;
      if (before.phase !== 'SENDING') return stays(before);
      if (result.kind !== 'VALUE') {
        const trouble =
          result.kind === 'FAULT'
            ? { fault: result.fault, problems: [] }
            : { fault: null, problems: result.problems };
        return stays({ ...before, words: consoleTroubleWords(trouble) });
      }
      const sent = result.value.received;
      if (sent < before.rows.length) return sending({ ...before, sent });
      return { roster: { ...before, sent, phase: 'SENT' }, effects: [], isWhole: true };
    }
  }
}

function stays(roster: RosterState): ReturnType<typeof reduceRoster> {
  return { roster, effects: [], isWhole: false };
}

function sending(roster: RosterState): ReturnType<typeof reduceRoster> {
  const { file, rows, sent } = roster;
  const piece = {
    file: file.slice(0, 200),
    total: rows.length,
    from: sent,
    rows: rows.slice(sent, sent + ROSTER_PIECE),
  };
  return {
    roster: { ...roster, phase: 'SENDING', words: '' },
    effects: [{ kind: 'ROSTER_PUT', piece }],
    isWhole: false,
  };
}

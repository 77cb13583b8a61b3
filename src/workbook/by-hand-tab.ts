import type { Preset } from '../programme/classification';
import { CRITERION_CODES, type Criterion } from '../programme/criteria';
import type { Wave } from '../programme/wave';
import type { CellInput } from './cells';
import { waveName } from './class-words';
import { byHandSheetId } from './sheet-ids';
import { DID_NOT_REGISTER } from './submission-rows';
import { column, headerRow, keyRow, recordToCells, type TabDefinition } from './tab';
import { LEVEL_SHORT_WORDS } from './words';

/** The word that hands a row over. */
export const DONE_WORD = 'Xong';

/** Row with the cell *Gửi*, between the hidden keys and the header; the cell stands in the column *Xong*. */
export const SEND_ROW = 1;
export const BY_HAND_HEADER = 2;
const SEND_LABEL = 'Xong cả chi đoàn thì chọn Gửi ở cột Xong';

/** What the branch says of itself (P10), a row each; the answer stands in the first column of levels, beside the name. */
export const OWN_ROWS = [
  { code: '#1', key: 'day', label: 'Chi đoàn: ngày họp (ngày/tháng/năm)' },
  { code: '#2', key: 'class', label: 'Chi đoàn: tự xếp loại' },
  { code: '#3', key: 'present', label: 'Chi đoàn: thành phần dự họp' },
  { code: '#4', key: 'doneWell', label: 'Chi đoàn: việc làm tốt' },
  { code: '#5', key: 'limits', label: 'Chi đoàn: hạn chế' },
  { code: '#6', key: 'causes', label: 'Chi đoàn: nguyên nhân' },
  { code: '#7', key: 'proposals', label: 'Chi đoàn: kiến nghị' },
  { code: '#8', key: 'lessons', label: 'Chi đoàn: rút kinh nghiệm' },
] as const;
export type OwnKey = (typeof OWN_ROWS)[number]['key'];

/** Column that holds the answers of `OWN_ROWS`. */
export const OWN_COLUMN = 'R1';

/** Rounds for which the drop-down of *Gửi* has words; later ones are typed. */
const OFFERED_ROUNDS = [1, 2, 3];

/** What the cell *Gửi* says for a round of the branch: 'Gửi', 'Gửi lần 2' …; the same for *Rút lại*. */
export function sendWord(what: 'Gửi' | 'Rút lại', round: number): string {
  return round === 1 ? what : `${what} lần ${round}`;
}

/** Words the cell *Gửi* offers. */
export const SEND_WORDS: readonly string[] = OFFERED_ROUNDS.flatMap((round) => [
  sendWord('Gửi', round),
  sendWord('Rút lại', round),
]);

/**
 * The tab *Nhập tay <Chi đoàn>* of a wave: for branches that work by phone. One a wave, so that nothing typed in one is taken for another. Its
 * drop-downs warn and do not refuse: a phone that pastes must not lose text.
 */
export function byHandTab(
  branch: { readonly code: string; readonly name: string },
  wave: Pick<Wave, 'code' | 'calendar' | 'number'>,
  preset: Preset,
  criteria: readonly Pick<Criterion, 'code' | 'title'>[],
): TabDefinition {
  const levels = [...LEVEL_SHORT_WORDS.words, DID_NOT_REGISTER];
  return {
    sheetId: byHandSheetId(branch.code, wave.code),
    title: `Nhập tay ${branch.name.replace(/[[\]*?:/\\]/g, ' ').slice(0, 70)} – ${waveName(wave)}`,
    columns: [
      column('code', 'Mã đoàn viên', 'text', 90),
      column('fullName', 'Họ và tên', 'text', 170),
      ...CRITERION_CODES.map((code, place) => {
        const title = criteria.find((one) => one.code === code)?.title ?? '';
        return column(code, `${place + 1}. ${title}`.trim(), 'text', 110, { words: levels, typed: true });
      }),
      column('class', 'Xếp loại', 'text', 110, {
        words: preset.classes.map((one) => one.label),
        typed: true,
      }),
      column('reason', 'Lý do', 'text', 200, { typed: true }),
      column('done', 'Xong', 'text', 90, { words: [DONE_WORD], typed: true }),
    ],
    frozenRows: BY_HAND_HEADER + 1,
    frozenColumns: 2,
  };
}

/** All rows of a new tab: code and name are the owner's, the rest is typed. */
export function byHandRows(
  definition: TabDefinition,
  members: readonly { readonly code: string; readonly fullName: string }[],
): readonly (readonly CellInput[])[] {
  return [
    keyRow(definition),
    recordToCells(definition, { fullName: SEND_LABEL }),
    headerRow(definition),
    ...OWN_ROWS.map(({ code, label }) => recordToCells(definition, { code, fullName: label })),
    ...members.map(({ code, fullName }) => recordToCells(definition, { code, fullName })),
  ];
}

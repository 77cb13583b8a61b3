import { join } from 'node:path';
import { CONTRACT_VERSION, type Answer, type RequestOf } from '../../src/contract/answer';
import type { CommitteeEndpoints } from '../../src/contract/committee';
import type { RunResult, WorkspaceState } from '../../src/local/workspace';
import { ledgerId, type LedgerOwner } from '../../src/programme/events';
import { readLedgerRows, type LedgerReading } from '../../src/workbook/ledger-reading';
import { ledgerSheetId } from '../../src/workbook/sheet-ids';
import type { SheetData } from '../../src/local/sheets/model/book';
import { typeBeside } from '../../src/demo/people/typing';
import { bookNamed, seen } from '../district/books';
import { assessedDistrict } from '../district/grading';
import { must, ROLE_ACCOUNT, SECRETARY, WAVE, type SmallDistrict } from '../district/small-district';
import { agree, op } from './base-book';

export const NEIGHBOUR = 'bi.thu.kp2@vidu.vn';
export const OTHER_BASE = 'bch.thpt@vidu.vn';
export const OFFICER = 'binh@vidu.vn';
export const SEVERAL = 'hai.tai.khoan@vidu.vn';
export const KEY = { wave: WAVE.code, branch: 'P05-KP1' };

const DIST = join(__dirname, '..', '..', 'dist', 'committee');

/** The district of `small-district.ts` with its real base workbooks, and the shipped committee script beside it. */
export interface Ward {
  readonly district: SmallDistrict;
  /** Id of *Sổ cơ sở – Đoàn Phường 5*. */
  readonly file: string;
  /** Id of the committee script. */
  readonly addon: string;
  /** Any public function of the committee script, in the ward's workbook; without a body as the menu calls it. */
  readonly call: (fn: string, as: string, body?: unknown) => RunResult;
  /** An endpoint that must answer with a value. */
  readonly must: <K extends keyof CommitteeEndpoints>(
    fn: K,
    body: RequestOf<CommitteeEndpoints[K]>,
    as: string,
  ) => void;
  readonly ledger: (owner: LedgerOwner, unit: string) => LedgerReading;
  readonly tab: (sheetId: number) => SheetData;
}

/** How far the first branch of the ward has come. */
export type WardState = 'OPEN' | 'READY' | 'REGRADED' | 'SENT';

/** The ward in a state: played once, then each time a copy of its own. `OPEN` = everybody has assessed himself; `READY` = graded, not sent;
 * `REGRADED` = one member graded anew after that. */
export function wardIn(state: WardState): Ward {
  const played = (kept[state] ??= play(state));
  ward ??= makeWard();
  ward.district.workspace.restore(played);
  ward.district.workspace.faults([]);
  return ward;
}

let ward: Ward | null = null;
const kept: Partial<Record<WardState, WorkspaceState>> = {};

function play(state: WardState): WorkspaceState {
  ward ??= makeWard();
  if (state === 'OPEN') return ward.district.workspace.snapshot();
  const before = { READY: 'OPEN', REGRADED: 'READY', SENT: 'READY' } as const;
  const own = wardIn(before[state]);
  if (state === 'READY') {
    const grades = ['DV-01', 'DV-02', 'DV-03'].map((code) => agree(code));
    own.must('saveGrades', { ...KEY, operation: op('1'), grades, lastSeen: 0 }, SECRETARY);
    own.must('record', { ...KEY, operation: op('2'), record: ASSESSMENT }, SECRETARY);
  }
  if (state === 'SENT') own.must('sendBranch', { ...KEY, operation: op('3') }, SECRETARY);
  if (state === 'REGRADED') {
    const anew = agree('DV-01', { kind: 'grade', class: 'WEAK', reason: 'Xem lại', lastSeen: 9 });
    own.must('saveGrades', { ...KEY, operation: op('4'), grades: [anew], lastSeen: 9 }, SECRETARY);
  }
  return own.district.workspace.snapshot();
}

/** A branch's own assessment. */
export const ASSESSMENT = {
  kind: 'branchAssessment' as const,
  class: 'GOOD',
  data: {
    day: '2014-04-09',
    present: ['Bí thư'],
    doneWell: '',
    limits: '',
    causes: '',
    proposals: '',
    lessons: '',
  },
};

function makeWard(): Ward {
  const district = assessedDistrict();
  const { workspace } = district;
  workspace.addPerson({ email: OFFICER });
  workspace.addPerson({ email: SEVERAL, severalAccounts: true });
  for (const [header, text] of [
    ['Cán bộ phụ trách', 'Trần Thị Bình'],
    ['Email cán bộ phụ trách', OFFICER],
  ] as const)
    typeBeside(
      workspace,
      { file: district.book, title: 'Đơn vị', as: ROLE_ACCOUNT },
      { header: 'Mã đơn vị', text: 'P05' },
      { header, text },
    );
  must(district.press('createBooks'));
  const { id: file } = bookNamed(workspace, 'Sổ cơ sở – Đoàn Phường 5');
  const { id: addon } = workspace.loadProject({
    dir: DIST,
    kind: 'addon',
    owner: ROLE_ACCOUNT,
    name: 'Rèn luyện',
  });
  const call: Ward['call'] = (fn, as, body) =>
    workspace.run(addon, fn, {
      as,
      from: body === undefined ? 'menu' : 'page',
      args: body === undefined ? [] : [JSON.stringify({ v: CONTRACT_VERSION, body })],
      document: file,
    });
  const tab: Ward['tab'] = (sheetId) => {
    const found = bookNamed(workspace, 'Sổ cơ sở – Đoàn Phường 5').data.sheets.find(
      (sheet) => sheet.sheetId === sheetId,
    );
    if (!found) throw new Error(`The ward has no tab ${sheetId}`);
    return found;
  };
  return {
    district,
    file,
    addon,
    call,
    must: (fn, body, as) => {
      const result = call(fn, as, body);
      const answer = result.ok ? (JSON.parse(String(result.value)) as Answer<unknown>) : null;
      if (!answer?.ok)
        throw new Error(`${fn}: ${JSON.stringify(answer?.problems)} ${result.error?.message ?? ''}`);
    },
    ledger: (owner, unit) => {
      const ledger = ledgerId(owner, unit, '2014');
      const rows = tab(ledgerSheetId(ledger)).rows.map((row) =>
        (row?.v ?? []).map((cell) => String(seen(cell))),
      );
      return readLedgerRows(ledger, rows);
    },
    tab,
  };
}

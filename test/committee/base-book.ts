import { join } from 'node:path';
import {
  answerFromText,
  CONTRACT_VERSION,
  type Answer,
  type AnswerOf,
  type RequestOf,
} from '../../src/contract/answer';
import type { CommitteeEndpoints } from '../../src/contract/committee';
import type { RowData, SheetData, SpreadsheetData } from '../../src/local/sheets/model/book';
import { createSheet } from '../../src/local/sheets/model/book';
import {
  createWorkspace,
  type ProjectRecord,
  type RunResult,
  type Workspace,
} from '../../src/local/workspace';
import { DEFAULT_CRITERIA } from '../../src/programme/criteria';
import { momentOf } from '../../src/programme/dates';
import { ledgerId, type EventDraft, type LedgerEvent, type LedgerOwner } from '../../src/programme/events';
import { GENERAL_CALENDAR_2014 } from '../../src/programme/plan-defaults';
import { PRESET_2014 } from '../../src/programme/presets';
import type { Wave } from '../../src/programme/wave';
import { configToRows, CONFIG_TAB, type BaseConfig } from '../../src/workbook/base-config';
import type { CellInput } from '../../src/workbook/cells';
import { readLedgerRows, type LedgerReading } from '../../src/workbook/ledger-reading';
import { appendRowsFor } from '../../src/workbook/ledger-rows';
import { ledgerTab, ledgerTitle } from '../../src/workbook/ledger-tab';
import { ledgerSheetId, waveSheetId } from '../../src/workbook/sheet-ids';
import { newTabRows, type TabDefinition } from '../../src/workbook/tab';
import { waveRowFrom, type WaveMember } from '../../src/workbook/wave-rows';
import { waveTab } from '../../src/workbook/wave-tab';

/** Everybody of these tests; invented. */
export const ROLE_ACCOUNT = 'quan.doan@vidu.vn';
export const STAFF = 'can.bo@vidu.vn';
export const SECRETARY = 'bi.thu.kp1@vidu.vn';
export const DEPUTY = 'pho.bi.thu.kp1@vidu.vn';
export const NEIGHBOUR = 'bi.thu.kp2@vidu.vn';
export const BASE = 'bch.p05@vidu.vn';
export const STRANGER = 'nguoi.la@vidu.vn';

export const WAVE = GENERAL_CALENDAR_2014[0] as Wave;
export const KEY = { wave: WAVE.code, branch: 'P05-KP1' };
export const GRADING_DAY = '2014-04-09T09:00:00+07:00';

/** How a book under test differs from the usual one: a ward with two branches of three members each, in the grading step. */
export interface BookChange {
  readonly now?: string;
  readonly kind?: 'BASE_UNION' | 'BASE_BRANCH';
  readonly membersABranch?: number;
  readonly member?: (member: WaveMember) => WaveMember;
  readonly config?: (config: BaseConfig) => BaseConfig;
  readonly spareRows?: number;
  /** Tabs, by title, that have lost their protection. */
  readonly unguarded?: readonly string[];
}

/** A base workbook in an offline workspace, with the shipped committee script beside it. */
export interface BaseBook {
  readonly workspace: Workspace;
  readonly file: string;
  readonly project: ProjectRecord;
  readonly config: BaseConfig;
  /** Calls an endpoint as a page does. */
  readonly run: <K extends keyof CommitteeEndpoints>(
    name: K,
    body: RequestOf<CommitteeEndpoints[K]>,
    as: string,
  ) => RunResult;
  /** The same, its answer opened; throws what the script threw. */
  readonly ask: <K extends keyof CommitteeEndpoints>(
    name: K,
    body: RequestOf<CommitteeEndpoints[K]>,
    as: string,
  ) => Answer<AnswerOf<CommitteeEndpoints[K]>>;
  /** The value of the answer; throws when it is a refusal. */
  readonly value: <K extends keyof CommitteeEndpoints>(
    name: K,
    body: RequestOf<CommitteeEndpoints[K]>,
    as: string,
  ) => AnswerOf<CommitteeEndpoints[K]>;
  /** A ledger as it stands in the sheet. */
  readonly ledger: (owner: LedgerOwner, unit: string) => LedgerReading;
  readonly sheet: (sheetId: number) => SheetData;
  /** Appends a row to the district's ledger, as the owner's run does. */
  readonly district: (row: Partial<EventDraft>) => void;
}

const DIST = join(__dirname, '..', '..', 'dist', 'committee');

/** Builds the workbook as the owner's run leaves it. */
export function baseBook(change: BookChange = {}): BaseBook {
  const workspace = createWorkspace({ now: change.now ?? GRADING_DAY, seed: 11 });
  const people = [ROLE_ACCOUNT, STAFF, SECRETARY, DEPUTY, NEIGHBOUR, BASE, STRANGER];
  for (const email of people) workspace.addPerson({ email });
  const file = workspace.createSpreadsheet({ name: 'Sổ cơ sở – Đoàn Phường 5', owner: ROLE_ACCOUNT });
  for (const email of people.slice(1)) workspace.share(file.id, email, 'writer');

  const kind = change.kind ?? 'BASE_UNION';
  const members = membersOf(kind, change.membersABranch ?? 3).map(change.member ?? ((one) => one));
  const plain = configOf(kind, members);
  const config = change.config?.(plain) ?? plain;
  const book = file.data as SpreadsheetData;
  book.styles.push({ numberFormat: '@' }, { numberFormat: 'dd/MM/yyyy HH:mm' });
  const unguarded = new Set(change.unguarded);
  const add = (
    tab: TabDefinition,
    rows: readonly (readonly CellInput[])[],
    spare: number,
    editors: string[],
  ): void => {
    book.sheets.push(sheetOf(tab, rows, spare, unguarded.has(tab.title) ? null : editors));
  };
  add(CONFIG_TAB, configToRows(config), 0, []);
  const rows = members.map((member) => waveRowFrom(member, null, PRESET_2014, kind));
  const tabOfWave = waveTab(WAVE, momentOf('2014-04-09', 8, 30));
  add(tabOfWave, newTabRows(tabOfWave, rows), 0, []);
  const spare = change.spareRows ?? 300;
  for (const { code, name, committeeEmails } of config.branches) {
    const tab = ledgerTab(ledgerId('BRANCH', code, '2014'), name);
    add(tab, newTabRows(tab), spare, [...committeeEmails]);
  }
  const base = ledgerTab(ledgerId('BASE', 'P05', '2014'));
  if (kind === 'BASE_UNION') add(base, newTabRows(base), spare, [...config.unit.committeeEmails]);
  const district = ledgerTab(ledgerId('DISTRICT', 'P05', '2014'));
  add(district, newTabRows(district), spare, []);

  const project = workspace.loadProject({ dir: DIST, kind: 'addon', owner: ROLE_ACCOUNT, name: 'Rèn luyện' });
  const run: BaseBook['run'] = (name, body, as) =>
    workspace.run(project, name, {
      as,
      args: [JSON.stringify({ v: CONTRACT_VERSION, body })],
      from: 'page',
      document: file.id,
    });
  const ask: BaseBook['ask'] = (name, body, as) => {
    const result = run(name, body, as);
    if (!result.ok)
      throw new Error(`${result.error?.message ?? ''}\n${result.logs.map(({ line }) => line).join('\n')}`);
    return answerFromText(String(result.value)) as never;
  };
  const ledgerOf: BaseBook['ledger'] = (owner, unit) => {
    const ledger = ledgerId(owner, unit, '2014');
    const { rows: given } = sheetIn(workspace, file.id, ledgerSheetId(ledger));
    return readLedgerRows(ledger, given.map(textsOf));
  };
  return {
    workspace,
    file: file.id,
    project,
    config,
    run,
    ask,
    value: (name, body, as) => {
      const answer = ask(name, body, as);
      if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.problems)}`);
      return answer.value;
    },
    ledger: ledgerOf,
    district: (row) => {
      const tail = ledgerOf('DISTRICT', 'P05');
      const ledger = ledgerId('DISTRICT', 'P05', '2014');
      const draft: EventDraft = { ...EMPTY_DRAFT, operation: `${op('d')}/${tail.lastSeq}`, ...row, ledger };
      const { rows: added } = appendRowsFor([draft], tail, { actor: ROLE_ACCOUNT, at: workspace.now() });
      sheetIn(workspace, file.id, ledgerSheetId(ledger)).rows[tail.nextRow] = { v: [...(added[0] ?? [])] };
    },
    sheet: (sheetId) => sheetIn(workspace, file.id, sheetId),
  };
}

/** Codes of a refusal, each with what it is about. */
export function codes(answer: Answer<unknown>): readonly string[] {
  return answer.ok ? [] : answer.problems.map(({ code, at }) => `${code} ${at}`.trim());
}

/** An operation id made of one sign. */
export function op(sign: string): string {
  return sign.repeat(32);
}

/** Kinds and subjects of a ledger's rows. */
export function kinds(events: readonly LedgerEvent[]): readonly string[] {
  return events.map(({ kind, subject }) => `${kind} ${subject}`);
}

/** A grade that agrees with the self-assessment of `membersOf`. */
export function agree(
  member: string,
  more: Partial<RequestOf<CommitteeEndpoints['saveGrades']>['grades'][number]> = {},
) {
  return {
    kind: 'agree' as const,
    member,
    levels: '3333333333',
    class: 'AVERAGE',
    reason: '',
    data: { selfClass: 'AVERAGE', submission: '' },
    lastSeen: 0,
    ...more,
  };
}

function membersOf(kind: 'BASE_UNION' | 'BASE_BRANCH', count: number): readonly WaveMember[] {
  return branchCodes(kind).flatMap((branch, place) =>
    Array.from({ length: count }, (_, index) =>
      memberOf(branch, `DV-${place + 1}${String(index + 1).padStart(3, '0')}`),
    ),
  );
}

function memberOf(branch: string, code: string): WaveMember {
  const commitments = Object.fromEntries(
    DEFAULT_CRITERIA.map((criterion) => [
      criterion.code,
      { kind: 'SUGGESTED' as const, text: criterion.hints.DAN_CU },
    ]),
  );
  return {
    facts: {
      code,
      classed: true,
      registered: DEFAULT_CRITERIA.map((criterion) => criterion.code),
      registeredAt: momentOf('2014-03-25', 20, 15, 7),
      selfAt: momentOf('2014-04-06', 21, 5, 33),
      selfLevels: '3333333333',
      selfClass: 'AVERAGE',
      evidence: ['R1', 'A2'],
    },
    fullName: `Đoàn viên ${code}`,
    birthYear: '1995',
    branch,
    branchName: branchName(branch),
    group: 'DAN_CU',
    commitments,
    evidence: { R1: 'Dự buổi nói chuyện ngày 26/3', A2: '=HYPERLINK("x")' },
    difficulties: '',
  };
}

function branchCodes(kind: 'BASE_UNION' | 'BASE_BRANCH'): readonly string[] {
  return kind === 'BASE_UNION' ? ['P05-KP1', 'P05-KP2'] : ['P05-KP1'];
}

function branchName(code: string): string {
  return `Chi đoàn Khu phố ${code.slice(-1)}`;
}

function configOf(kind: 'BASE_UNION' | 'BASE_BRANCH', members: readonly WaveMember[]): BaseConfig {
  const ledger = (owner: LedgerOwner, unit: string, name = '') => {
    const sheetId = ledgerSheetId(ledgerId(owner, unit, '2014'));
    return { sheetId, protectionId: sheetId, title: ledgerTitle(owner, name, '2014') };
  };
  const branches = branchCodes(kind).map((code, place) => ({
    code,
    name: branchName(code),
    committeeEmails: kind === 'BASE_BRANCH' || place === 0 ? [SECRETARY, DEPUTY] : [NEIGHBOUR],
    ledger: ledger('BRANCH', code, branchName(code)),
    byHandSheetId: null,
  }));
  return {
    version: 1,
    programme: '2014',
    district: '8',
    unit: {
      code: 'P05',
      name: 'Đoàn Phường 5',
      kind,
      committeeEmails: kind === 'BASE_UNION' ? [BASE] : [],
      ledger: ledger('BASE', 'P05'),
      districtLedger: ledger('DISTRICT', 'P05'),
    },
    branches,
    waves: [
      {
        ...WAVE,
        sheetId: waveSheetId(WAVE.code, 'members'),
        rows: Object.fromEntries(
          branches.map(({ code }) => {
            const first = members.findIndex((member) => member.branch === code);
            return [
              code,
              { first: first + 2, count: members.filter((member) => member.branch === code).length },
            ];
          }),
        ),
        ledgerFrom: {},
      },
    ],
    criteria: DEFAULT_CRITERIA.map(({ code, title, evidenceHint }) => ({ code, title, evidenceHint })),
    preset: PRESET_2014 as BaseConfig['preset'],
    branchRule: { registered: [90, 70, 50], goodOrBetter: [80, 60, 40], withoutWeak: 2 },
    roleAccount: ROLE_ACCOUNT,
    reserveAccount: '',
    staffEmails: [STAFF],
    officers: [{ name: 'Trần Thị Bình', email: 'binh@vidu.vn' }],
  };
}

function sheetOf(
  tab: TabDefinition,
  rows: readonly (readonly CellInput[])[],
  spare: number,
  editors: string[] | null,
): SheetData {
  const sheet = createSheet(tab.sheetId, tab.title, rows.length + spare, Math.max(tab.columns.length, 1));
  const styles = tab.columns.map(({ kind }) => (kind === 'moment' || kind === 'day' ? 2 : 1));
  sheet.hidden = tab.hidden === true;
  sheet.frozenRows = tab.frozenRows;
  sheet.rows = Array.from({ length: rows.length + spare }, (_, index) => ({
    v: (rows[index] ?? []).map((cell) => (cell === '' ? null : cell)),
    s: [...styles],
  }));
  if (editors)
    sheet.protections.push({
      id: tab.sheetId,
      type: 'SHEET',
      range: {},
      description: 'Rèn luyện và hành động',
      editors,
      domainEdit: false,
      warningOnly: false,
      unprotected: [],
    });
  return sheet;
}

const EMPTY_DRAFT: EventDraft = {
  ledger: '',
  kind: 'lock',
  wave: WAVE.code,
  round: 0,
  subject: '',
  levels: '',
  class: '',
  reason: '',
  text: '',
  data: {},
  operation: '',
};

function textsOf(row: RowData | null): readonly string[] {
  return (row?.v ?? []).map((cell) => (typeof cell === 'object' ? (cell?.f ?? '') : String(cell)));
}

function sheetIn(workspace: Workspace, file: string, sheetId: number): SheetData {
  const book = workspace.core.file<SpreadsheetData>(file)?.data;
  const sheet = book?.sheets.find((one) => one.sheetId === sheetId);
  if (!sheet) throw new Error(`The book has no tab ${sheetId}`);
  return sheet;
}

import * as committeeMain from '../../src/committee/main';
import * as districtMain from '../../src/district/main';
import type { Answer } from '../../src/contract/answer';
import type { RunResult } from '../../src/local/workspace';
import { configFromRows, CONFIG_TAB, configToRows, type BaseConfig } from '../../src/workbook/base-config';
import { digest, seen } from '../district/books';
import { BASE, ROLE_ACCOUNT, SECRETARY, STAFF } from '../district/small-district';
import {
  COMMITTEE_ROWS,
  DISTRICT_ROWS,
  ROLES,
  WRITERS,
  type MatrixRole,
  type MatrixRow,
  type Outcome,
} from './permission-matrix';
import { NEIGHBOUR, OFFICER, OTHER_BASE, SEVERAL, wardIn, type Ward, type WardState } from './ward';

const EMAILS: Readonly<Record<MatrixRole, string>> = {
  own: SECRETARY,
  neighbour: NEIGHBOUR,
  base: BASE,
  otherBase: OTHER_BASE,
  officer: OFFICER,
  staff: STAFF,
  roleAccount: ROLE_ACCOUNT,
  severalAccounts: SEVERAL,
};

/** The ward is put back only when the case before changed it: that costs most of the time. */
let ready: { readonly state: WardState; readonly books: string } | null = null;

function wardUnchangedIn(state: WardState): { readonly ward: Ward; readonly books: string } {
  if (ready?.state !== state) {
    const ward = wardIn(state);
    ready = { state, books: booksOf(ward) };
    return { ward, books: ready.books };
  }
  return { ward: theWard, books: ready.books };
}

const theWard = wardIn('OPEN');

/** Everything the role account owns, hidden tabs and what waits included. */
function booksOf({ district }: Ward): string {
  const { properties } = district.workspace.state;
  const logs = Object.values(district.workspace.state.files).map((file) => JSON.stringify(file.data).length);
  return JSON.stringify([digest(district.workspace), Object.keys(properties).length, logs]);
}

function outcomeOf(result: RunResult, before: string, after: string): Outcome {
  const changed = before !== after;
  if (!result.ok) {
    const message = result.error?.message ?? '';
    const refusal = /permission to access the requested document/.test(message)
      ? 'GOOGLE_FILE'
      : /PERMISSION_DENIED/.test(message)
        ? 'GOOGLE_ACCOUNTS'
        : /protected cell or object/.test(message)
          ? 'GOOGLE_TAB'
          : message;
    return changed ? `${refusal}, BUT WRITTEN` : refusal;
  }
  if (typeof result.value !== 'string') return changed ? 'WRITES' : 'NOTHING';
  const answer = JSON.parse(result.value) as Answer<unknown>;
  if (answer.ok) return changed ? 'WRITES' : 'ANSWERS';
  return `${answer.problems[0]?.code ?? ''}${changed ? ', BUT WRITTEN' : ''}`;
}

function tried(state: WardState, act: (ward: Ward) => RunResult): Outcome {
  const { ward, books } = wardUnchangedIn(state);
  // For whoever only shows words and waits until they were read.
  ward.district.workspace.answer('OK');
  const result = act(ward);
  const after = booksOf(ward);
  if (after !== books) ready = null;
  return outcomeOf(result, books, after);
}

describe.each([
  ['committee', committeeMain, COMMITTEE_ROWS],
  ['district', districtMain, DISTRICT_ROWS],
] as const)('the matrix of the %s script', (_, main, rows) => {
  it('has a row for every public function, and for nothing else', () => {
    const names = Object.keys(main).sort();

    expect(names.length).toBeGreaterThan(10);
    expect(Object.keys(rows).sort()).toEqual(names);
  });
});

const casesOf = (rows: Readonly<Record<string, MatrixRow>>) =>
  Object.entries(rows)
    .sort(([, a], [, b]) => (a.state < b.state ? -1 : a.state > b.state ? 1 : 0))
    .map(([fn, row]) => [fn, row] as const);

describe('the committee script', () => {
  it.each(casesOf(COMMITTEE_ROWS))('%s does for each role what its row says', (fn, row) => {
    const found = ROLES.map((role) => [
      role,
      tried(row.state, (ward) => ward.call(fn, EMAILS[role], row.body)),
    ]);

    expect(Object.fromEntries(found)).toEqual(row.outcome);
  });
});

describe('the district script', () => {
  it.each(casesOf(DISTRICT_ROWS))('%s does for each role what its row says', (fn, row) => {
    const found = ROLES.map((role) => [
      role,
      tried(row.state, ({ district }) => district.run(fn, EMAILS[role], row.body)),
    ]);

    expect(Object.fromEntries(found)).toEqual(row.outcome);
  });
});

describe('a call forged so that our own code is taken in', () => {
  const FORGERS = ['own', 'neighbour', 'base', 'officer', 'staff'] as const;

  it.each(Object.entries(WRITERS))('%s is still refused by Google to all but its writer', (fn, writer) => {
    const { state, body } = COMMITTEE_ROWS[fn]!;
    const found = FORGERS.map((role) => {
      const ward = wardIn(state);
      ready = null;
      believe(ward, EMAILS[role], writer === 'base' ? 'base' : 'branch');
      const before = booksOf(ward);
      return [role, outcomeOf(ward.call(fn, EMAILS[role], body), before, booksOf(ward))];
    });

    const expected = FORGERS.map((role) => [role, role === writer ? 'WRITES' : 'GOOGLE_TAB']);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  it('covers every function that writes', () => {
    const writing = Object.entries(COMMITTEE_ROWS)
      .filter(([, row]) => Object.values(row.outcome).includes('WRITES'))
      .map(([fn]) => fn);

    expect(Object.keys(WRITERS).sort()).toEqual(writing.sort());
  });
});

/** `_cfg` says that the person is the committee: what a forger would give everything for. */
function believe(ward: Ward, email: string, side: 'branch' | 'base'): void {
  const sheet = ward.tab(CONFIG_TAB.sheetId);
  const read = configFromRows(sheet.rows.map((row) => (row?.v ?? []).map((cell) => String(seen(cell)))));
  if (!read.ok) throw new Error('The ward has no record of itself');
  const config: BaseConfig = {
    ...read.value,
    staffEmails: [],
    officers: [],
    unit: { ...read.value.unit, committeeEmails: side === 'base' ? [email] : [] },
    branches: read.value.branches.map((branch) => ({
      ...branch,
      committeeEmails: side === 'branch' ? [email] : [],
    })),
  };
  configToRows(config).forEach((row, index) => {
    (sheet.rows[index] ??= { v: [] }).v = [...row];
  });
}

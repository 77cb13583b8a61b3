import { withoutSheets, type BranchFacts, type MemberFacts } from '../../src/programme/branch-facts';
import { momentOf } from '../../src/programme/dates';
import { ledgerId, type LedgerEvent } from '../../src/programme/events';
import { foldBranch, type BranchFold } from '../../src/programme/fold';
import type { MemberFold } from '../../src/programme/fold-member';
import { GENERAL_CALENDAR_2014 } from '../../src/programme/plan-defaults';
import { PRESET_2014 } from '../../src/programme/presets';
import type { Wave } from '../../src/programme/wave';

export const WAVE = GENERAL_CALENDAR_2014[0] as Wave;
export const BRANCH = 'P05-KP3';
export const BRANCH_LEDGER = ledgerId('BRANCH', BRANCH, '2014');
export const BASE_LEDGER = ledgerId('BASE', 'P05', '2014');
export const DISTRICT_LEDGER = ledgerId('DISTRICT', 'P05', '2014');
export const ALL_WELL = '4444444444';
export const ALL_DONE = '3333333333';

type Row = Partial<LedgerEvent>;

/** Ledgers under test: each call appends one row to its ledger and gives it back. */
export class Books {
  readonly rows: LedgerEvent[] = [];

  append(ledger: string, row: Row): LedgerEvent {
    const seq = this.rows.filter((one) => one.ledger === ledger).length + 1;
    const event: LedgerEvent = {
      ledger,
      seq,
      at: momentOf('2014-04-09', 9) + this.rows.length * 1000,
      actor: 'bithu@example.com',
      kind: 'grade',
      wave: WAVE.code,
      round: 1,
      subject: BRANCH,
      levels: '',
      class: '',
      reason: '',
      text: '',
      data: {},
      operation: `${ledger}-${seq}`,
      ...row,
    };
    this.rows.push(event);
    return event;
  }

  branch(row: Row): LedgerEvent {
    return this.append(BRANCH_LEDGER, row);
  }

  base(row: Row): LedgerEvent {
    return this.append(BASE_LEDGER, { ...row, data: { branch: BRANCH, ...row.data } });
  }

  district(row: Row): LedgerEvent {
    return this.append(DISTRICT_LEDGER, { ...row, data: { branch: BRANCH, ...row.data } });
  }

  grade(code: string, row: Row = {}): LedgerEvent {
    return this.branch({ subject: code, levels: ALL_WELL, class: 'EXCELLENT', ...row });
  }

  send(round = 1): LedgerEvent {
    return this.branch({ kind: 'send', round });
  }
}

/** A member who registered all ten criteria and assessed himself. */
export function member(code: string, facts: Partial<MemberFacts> = {}): MemberFacts {
  return {
    ...withoutSheets(code),
    registered: ['R1', 'R2', 'R3', 'R4', 'R5', 'A1', 'A2', 'A3', 'A4', 'A5'],
    registeredAt: momentOf('2014-03-25', 20),
    selfAt: momentOf('2014-04-06', 20),
    selfLevels: ALL_DONE,
    selfClass: 'GOOD',
    ...facts,
  };
}

export const MEMBERS = [member('DV-1'), member('DV-2'), member('DV-3')];

/** Facts of the branch from the books. */
export function factsOf(books: Books, facts: Partial<BranchFacts> = {}): BranchFacts {
  return {
    wave: WAVE,
    unit: { code: 'P05', kind: 'BASE_UNION' },
    branch: BRANCH,
    members: MEMBERS,
    preset: PRESET_2014,
    events: books.rows,
    ...facts,
  };
}

export function fold(books: Books, facts: Partial<BranchFacts> = {}): BranchFold {
  return foldBranch(factsOf(books, facts));
}

export function memberIn(result: BranchFold, code: string): MemberFold {
  const found = result.members.find((one) => one.member === code);
  if (!found) throw new Error(`No member ${code} in the fold`);
  return found;
}

/** Codes of why rows do not count, with their operations. */
export function whyNot(result: BranchFold): Readonly<Record<string, string>> {
  return Object.fromEntries(result.notCounted.map(({ event, why }) => [event.operation, why]));
}

/** A branch whose three members are assessed, with its own assessment. */
export function assessed(): Books {
  const books = new Books();
  for (const { code } of MEMBERS) books.grade(code);
  books.branch({ kind: 'branchAssessment', class: 'GOOD' });
  return books;
}

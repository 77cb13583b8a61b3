import type { JobPreview } from '../contract/district';
import { ERASED_NAME } from '../programme/privacy';
import { problem, type Problem } from '../programme/result';
import type { Wave } from '../programme/wave';
import type { LogEntry } from '../workbook/log-tab';
import type { Job } from '../google/jobs';
import type { District } from './district';
import { eraseInUnit, type Erasing } from './erase-books';
import { eraseInDistrict, rosterRow } from './erase-district';
import { eraseKeptDecisions } from './erase-decisions';
import { deleteResponse, planIntake, type Owners } from './erase-intake';
import { factsOnce, openedWaves, readFacts, type DistrictFacts } from './facts';
import { intakeOf } from './intake';
import { answerArg } from './job-answers';
import { logRequests } from './ledger-copies';
import { nextOf } from './walk';

interface EraseCursor {
  readonly phase: 'SHEETS' | 'BOOKS' | 'DISTRICT' | 'ROSTER';
  /** Programme year, or unit and year, done last. */
  readonly after: string;
}

/**
 * *Xóa dữ liệu cá nhân* (Luật 91/2025/QH15): at a member's request his name, birth date, address and every text of his or about him are taken out of the
 * forms' stores, *Sổ tiếp nhận phiếu*, every unit's workbook, *Nhật ký*, the results, the archives and the roster. Rows, numbers, levels, classes and times
 * stay, so that every count holds; *Sổ Quận* names the rows (*Xóa theo yêu cầu*). Each step may be killed and done again; pressed again it finds nothing.
 * Problems: FIELD_MISSING, UNKNOWN_MEMBER, REASON_NEEDED.
 */
export function eraseJob(district: District): Job<EraseCursor> {
  const facts = factsOnce(district);
  return {
    name: 'erase',
    first: () => ({ phase: 'SHEETS', after: '' }),
    step(args, cursor) {
      const member = answerArg(args, 'member');
      const reason = answerArg(args, 'why');
      const problems = erasingProblems(facts(), member, reason);
      const years = yearsOf(facts());
      const books = booksOf(facts(), years);
      const total = years.length + books.length + 2;
      if (problems.length > 0) return { cursor, done: 0, total, problems };
      const erasing: Erasing = { member, named: true, reason, isOwn: (code) => code === member };
      if (cursor.phase === 'SHEETS') {
        const { next, done } = nextOf(years, (one) => one.year, cursor.after);
        if (!next) return { cursor: { phase: 'BOOKS', after: '' }, done, total };
        const erased = eraseSheets(district, next, {
          isOwn: erasing.isOwn,
          fullName: nameOf(facts(), member),
        });
        const phase = 'SHEETS' as const;
        return { cursor: { phase, after: next.year }, done: done + 1, total, counts: { cells: erased } };
      }
      if (cursor.phase === 'BOOKS') {
        const { next, done } = nextOf(books, (one) => one.name, cursor.after);
        if (!next) return { cursor: { phase: 'DISTRICT', after: '' }, done: years.length + done, total };
        const { rows: cells } = eraseInUnit(district, facts(), next.entry, next.waves, erasing);
        return {
          cursor: { phase: 'BOOKS', after: next.name },
          done: years.length + done + 1,
          total,
          counts: { cells },
        };
      }
      if (cursor.phase === 'DISTRICT') {
        const cells = eraseInDistrict(district, member, nameOf(facts(), member));
        return { cursor: { phase: 'ROSTER', after: '' }, done: total - 1, total, counts: { cells } };
      }
      const { state } = readFacts(district);
      const found = rosterRow(district, member);
      if (found.rows > 0) {
        const beside = eraseKeptDecisions(district, (one) => one === member);
        const log = logRequests(state, [entryOf(district, member, reason)]);
        district.api.change(district.book, [...found.requests, ...beside, ...log, ...state.changes()], false);
      }
      return { cursor: null, done: total, total, counts: { cells: found.rows } };
    },
  };
}

/** Confirmation *erase* of wording.md: whose, why. */
export function previewErase(): Pick<JobPreview, 'sentence' | 'problems' | 'fields'> {
  return {
    sentence:
      'Xóa dữ liệu cá nhân của một đoàn viên theo yêu cầu của người ấy? Các con số tổng hợp được giữ, họ tên và nội dung bị xóa, ' +
      'không khôi phục được. Thư đã gửi và bản đã in nằm ngoài các sổ: hãy xóa, hủy riêng.',
    problems: [],
    fields: [
      { name: 'member', label: 'Mã đoàn viên', kind: 'LINE', choices: [], value: '' },
      {
        name: 'why',
        label: 'Yêu cầu (ngày nhận, cách nhận; không ghi họ tên)',
        kind: 'TEXT',
        choices: [],
        value: '',
      },
    ],
  };
}

function erasingProblems({ setup }: DistrictFacts, member: string, reason: string): readonly Problem[] {
  if (member === '') return [problem('FIELD_MISSING', '', { label: 'Mã đoàn viên' })];
  if (!setup.members.some((one) => one.code === member)) return [problem('UNKNOWN_MEMBER', member)];
  return reason === '' ? [problem('REASON_NEEDED')] : [];
}

/** His name; '' once it is erased. */
function nameOf({ setup }: DistrictFacts, member: string): string {
  const name = setup.members.find((one) => one.code === member)?.fullName ?? '';
  return name === ERASED_NAME ? '' : name;
}

/** A programme year with its opened waves. */
export interface ErasedYear {
  readonly year: string;
  readonly waves: readonly Wave[];
}

/** The years in which a wave was opened. */
export function yearsOf({ setup }: DistrictFacts): readonly ErasedYear[] {
  const waves = openedWaves(setup).map(({ wave }) => wave);
  return [...new Set(waves.map((wave) => wave.programme))]
    .sort()
    .map((year) => ({ year, waves: waves.filter((wave) => wave.programme === year) }));
}

/** Each unit's workbook in each year. */
export function booksOf({ setup }: DistrictFacts, years: readonly ErasedYear[]) {
  return years.flatMap(({ year, waves }) =>
    setup.units.flatMap((entry) => {
      const own = waves.filter((wave) => wave.calendar === entry.unit.calendar);
      return entry.book === '' || own.length === 0
        ? []
        : [{ name: `${year}/${entry.unit.code}`, entry, waves: own }];
    }),
  );
}

/**
 * Erases a year's sheets: in the form's store first, because whatever it keeps would come back with the next comparison, then in the book. What is gone
 * from the store already is passed over.
 */
export function eraseSheets(district: District, { year, waves }: ErasedYear, owners: Owners): number {
  const intake = intakeOf(district, year);
  if (intake === '') return 0;
  const plan = planIntake(district, intake, waves, owners);
  for (const sheet of plan.sheets) deleteResponse(district, sheet);
  district.api.change(intake, plan.redaction.requests, true);
  return plan.redaction.rows;
}

/** What *Nhật ký* keeps of it: that it was done, for whom by code, and why. */
function entryOf(district: District, member: string, reason: string): LogEntry {
  return {
    at: district.now(),
    actor: district.email,
    what: 'Xóa theo yêu cầu',
    related: '',
    detail: `${member}: ${reason}`,
    data: {},
  };
}

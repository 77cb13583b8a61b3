import { formatDayInDocument } from '../programme/dates';
import type { Job } from '../google/jobs';
import type { TabFacts } from '../google/sheets-api';
import type { District } from './district';
import { eraseInUnit, type Erasing } from './erase-books';
import { booksOf, yearsOf } from './erase-job';
import { factsOnce, readFacts, type DistrictFacts } from './facts';
import { intakeOf } from './intake';
import { answerArg } from './job-answers';
import { logRequests } from './ledger-copies';
import { recall, remember } from './properties';
import { eraseDifficulties, eraseYearInDistrict } from './retain-district';
import { keptYears, retainProblems } from './retain-due';
import { emptyForm, formsOf, redactStretch, wordyTabs } from './retain-intake';
import { isShareDue, shareNext } from './shared-answers';
import { nextOf } from './walk';

interface RetainCursor {
  /** The year it is about: a run that stopped may be gone on with for another one, which begins at the beginning. */
  readonly year: string;
  readonly phase: 'FORMS' | 'SHEETS' | 'BOOKS' | 'DISTRICT' | 'SHARE' | 'CLOSE';
  /** Form, place of the tab, book, or unit told, done last. */
  readonly after: string;
  /** Row at which the tab after it goes on. */
  readonly from: number;
}

/**
 * *Xóa lời văn đã hết hạn* (Luật 91/2025/QH15; the promise of the consent page): after the day to which a closed programme year's words are kept, its
 * commitments, evidence, difficulties, remarks and reasons are taken out of the forms' stores, *Sổ tiếp nhận phiếu*, every unit's workbook, *Nhật ký*,
 * the district's tabs and archives. Levels, classes, figures, names, rows and their numbers stay, so that every count holds. Each step may be killed and
 * done again; pressed again it finds nothing. Problems: FIELD_MISSING, NO_CLOSED_YEAR, WORDS_STILL_KEPT, YEAR_NOT_CLOSED.
 */
export function retainJob(district: District): Job<RetainCursor> {
  const facts = factsOnce(district);
  let there: readonly TabFacts[] | null = null;
  return {
    name: 'retain',
    first: (args) => beginning(answerArg(args, 'year')),
    step(args, given) {
      const year = answerArg(args, 'year');
      const { phase, after, from } = given.year === year ? given : beginning(year);
      const waves = yearsOf(facts()).find((one) => one.year === year)?.waves ?? [];
      const forms = formsOf(facts().setup.waves, year);
      const tabs = wordyTabs(waves).map((tab, index) => ({ tab, name: String(index) }));
      const books = booksOf(facts(), [{ year, waves }]);
      const total = forms.length + tabs.length + books.length + 2;
      const cursor = (to: RetainCursor['phase'], behind = '', row = 0): RetainCursor => ({
        year,
        phase: to,
        after: behind,
        from: row,
      });
      const problems = retainProblems(facts(), year, district.now());
      if (problems.length > 0) return { cursor: given, done: 0, total, problems };
      if (phase === 'FORMS') {
        const { next, done } = nextOf(forms, (form) => form, after);
        if (next === null) return { cursor: cursor('SHEETS'), done, total };
        emptyForm(district, next);
        return { cursor: cursor(phase, next), done: done + 1, total };
      }
      if (phase === 'SHEETS') {
        const intake = intakeOf(district, year);
        const { next, done: before } = nextOf(tabs, ({ name }) => name, after);
        const done = forms.length + before;
        if (!next || intake === '') return { cursor: cursor('BOOKS'), done, total };
        there ??= district.api.tabs(intake);
        const rows = there.find(({ sheetId }) => sheetId === next.tab.definition.sheetId)?.rows ?? 0;
        const erased = redactStretch(district, intake, next.tab, { from, rows }, new Set(forms));
        return erased.next === null
          ? { cursor: cursor(phase, next.name), done: done + 1, total, counts: { cells: erased.rows } }
          : { cursor: cursor(phase, after, erased.next), done, total, counts: { cells: erased.rows } };
      }
      if (phase === 'BOOKS') {
        const { next, done: before } = nextOf(books, ({ name }) => name, after);
        const done = forms.length + tabs.length + before;
        if (!next) return { cursor: cursor('DISTRICT'), done, total };
        const { rows, events } = eraseInUnit(
          district,
          facts(),
          next.entry,
          next.waves,
          erasingOf(facts(), year, district),
        );
        const listed = eraseDifficulties(district, events);
        return {
          cursor: cursor(phase, next.name),
          done: done + 1,
          total,
          counts: { cells: rows + listed },
        };
      }
      if (phase === 'DISTRICT') {
        const cells = eraseYearInDistrict(district, year, waves);
        return { cursor: cursor('SHARE'), done: total - 1, total, counts: { cells } };
      }
      if (phase === 'SHARE') {
        // What is shared no longer leaves every unit's *Bắt đầu* too.
        const shared =
          after !== '' || isShareDue(district, facts())
            ? shareNext(district, facts(), 0, after).cursor
            : null;
        return {
          cursor: shared ? cursor(phase, shared.after) : cursor('CLOSE'),
          done: total - 1,
          total,
        };
      }
      noteErasing(district, year);
      return { cursor: null, done: total, total };
    },
  };
}

function beginning(year: string): RetainCursor {
  return { year, phase: 'FORMS', after: '', from: 0 };
}

function erasingOf(facts: DistrictFacts, year: string, district: District): Erasing {
  return {
    member: null,
    named: false,
    reason: `Hết hạn giữ nội dung chi tiết năm ${year} (${untilSaid(facts, year, district)})`,
    isOwn: () => true,
  };
}

function untilSaid({ setup, settings }: DistrictFacts, year: string, district: District): string {
  const until = keptYears(setup.waves, settings, district.now()).find((one) => one.year === year)?.until;
  return until === undefined || until === '' ? '' : formatDayInDocument(until);
}

/** Once in *Nhật ký*, however often it is pressed. */
function noteErasing(district: District, year: string): void {
  const facts = readFacts(district);
  const { state } = facts;
  const name = `retained:${year}`;
  if (state.get(name) === null) {
    state.set(name, String(district.now()));
    const entry = {
      at: district.now(),
      actor: district.email,
      what: 'Xóa lời văn đã hết hạn',
      related: '',
      detail: `Năm ${year}, giữ đến hết ngày ${untilSaid(facts, year, district)}`,
      data: { year },
    };
    district.api.change(district.book, [...logRequests(state, [entry]), ...state.changes()], false);
  }
  if (recall(district.services, `retained:${year}`) === null)
    remember(district.services, `retained:${year}`, district.now());
}

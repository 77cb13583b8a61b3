import type { IsoDay } from '../programme/dates';
import { defaultCalendar, takesPart, type BaseUnit, type Officer } from '../programme/organisation';
import { memberDayProblem, type Wave } from '../programme/wave';
import { dayCell, emailsOfCell, flagCell, isEmail, listCell, type ReadRows } from './cells';
import { waveName } from './class-words';
import { readRecords, type RowReader, type TabReading } from './row-reader';
import { SHEET_IDS } from './sheet-ids';
import { column, tab, type TabDefinition, type TabRecord } from './tab';
import { BLOCK_WORDS, CALENDAR_WORDS, KIND_WORDS, OFFICER_RANK_WORDS } from './words';

/** A base unit with its workbook ('' = not made yet). */
export interface UnitEntry {
  readonly unit: BaseUnit;
  readonly book: string;
}

/** Key of the column with a unit's ngày đoàn viên in a wave. */
export function memberDayKey(wave: string): string {
  return `memberDay.${wave}`;
}

/** The tab *Đơn vị*, with a column of ngày đoàn viên for each of these waves. */
export function unitsTab(waves: readonly Wave[]): TabDefinition {
  return tab(
    SHEET_IDS.units,
    'Đơn vị',
    [
      column('code', 'Mã đơn vị', 'text', 90, { typed: true }),
      column('name', 'Tên đơn vị', 'text', 200, { typed: true }),
      column('block', 'Khối', 'text', 150, { words: BLOCK_WORDS.words, strict: true, typed: true }),
      column('kind', 'Loại hình', 'text', 120, { words: KIND_WORDS.words, strict: true, typed: true }),
      column('cluster', 'Cụm thi đua', 'text', 110, { typed: true }),
      column('calendar', 'Lịch thực hiện', 'text', 120, {
        words: CALENDAR_WORDS.words,
        strict: true,
        typed: true,
      }),
      column('committeeEmails', 'Email Ban Chấp hành', 'text', 220, { typed: true }),
      column('officers', 'Cán bộ phụ trách', 'text', 160, { typed: true }),
      // Several officers have several ranks in one cell, so other texts are let through.
      column('officerRank', 'Chức danh phụ trách', 'text', 160, {
        words: OFFICER_RANK_WORDS.words,
        typed: true,
      }),
      column('officerEmails', 'Email cán bộ phụ trách', 'text', 200, { typed: true }),
      column('byHand', 'Nhập tay (chi đoàn cơ sở dùng điện thoại)', 'flag', 150, {
        words: ['Có', 'Không'],
        typed: true,
      }),
      column('book', 'Sổ cơ sở', 'text', 200),
      ...waves.map((wave) =>
        column(memberDayKey(wave.code), `Ngày đoàn viên ${waveName(wave)}`, 'day', 120, { typed: true }),
      ),
    ],
    2,
  );
}

/** A unit as a row. */
export function unitRecord({ unit, book }: UnitEntry): TabRecord {
  const ranks = unit.officers.map(({ rank }) => (rank === '' ? '' : OFFICER_RANK_WORDS.wordOf(rank)));
  return {
    code: unit.code,
    name: unit.name,
    block: BLOCK_WORDS.wordOf(unit.block),
    kind: KIND_WORDS.wordOf(unit.kind),
    cluster: unit.cluster,
    calendar: CALENDAR_WORDS.wordOf(unit.calendar),
    committeeEmails: listCell(unit.committeeEmails),
    officers: listCell(unit.officers.map((officer) => officer.name)),
    officerRank: ranks.every((rank) => rank === '') ? '' : listCell(ranks.map((rank) => rank || '–')),
    officerEmails: unit.officers.every((officer) => officer.email === '')
      ? ''
      : listCell(unit.officers.map((officer) => officer.email || '–')),
    byHand: unit.byHand === true ? flagCell(true) : '',
    book,
    ...Object.fromEntries(
      Object.entries(unit.memberDays).map(([wave, day]) => [memberDayKey(wave), dayCell(day)]),
    ),
  };
}

/** The units of the tab. An empty calendar follows the block; the days of a wave are looked at where the unit takes part. */
export function unitsFrom(rows: ReadRows, waves: readonly Wave[]): TabReading<UnitEntry> {
  return readRecords(unitsTab(waves), rows, 'code', (reader) => {
    const code = reader.code('code');
    const block = reader.word('block', BLOCK_WORDS, null) || 'RESIDENTIAL';
    const unit: BaseUnit = {
      code,
      name: reader.needed('name'),
      block,
      kind: reader.word('kind', KIND_WORDS, null) || 'BASE_UNION',
      cluster: reader.text('cluster'),
      calendar: reader.word('calendar', CALENDAR_WORDS, '') || defaultCalendar(block),
      committeeEmails: reader.emails('committeeEmails'),
      officers: officersOf(reader),
      memberDays: {},
      ...(reader.flag('byHand', false) ? { byHand: true } : {}),
    };
    return { unit: { ...unit, memberDays: memberDaysOf(reader, unit, waves) }, book: reader.text('book') };
  });
}

function memberDaysOf(
  reader: RowReader,
  unit: BaseUnit,
  waves: readonly Wave[],
): Readonly<Record<string, IsoDay>> {
  const days: Record<string, IsoDay> = {};
  for (const wave of waves) {
    const key = memberDayKey(wave.code);
    const day = reader.day(key);
    if (day !== '') days[wave.code] = day;
    const wrong = takesPart(unit, wave) ? memberDayProblem(wave, unit.code, day) : null;
    if (wrong && (day !== '' || reader.text(key) === '')) reader.problem(wrong.code, key, wrong.data);
  }
  return days;
}

/** Officers stand in one cell each for names, ranks and e-mails, in the same order; one rank holds for all; '–' = none. */
function officersOf(reader: RowReader): readonly Officer[] {
  const names = reader.list('officers');
  const ranks = reader.list('officerRank').map((word) => {
    const rank = word === '–' ? '' : OFFICER_RANK_WORDS.codeOf(word);
    if (rank === null)
      reader.problem('UNKNOWN_WORD', 'officerRank', { value: word, words: OFFICER_RANK_WORDS.words });
    return rank ?? '';
  });
  const emails = emailsOfCell(reader.row.cells.officerEmails ?? '');
  for (const email of emails)
    if (email !== '–' && !isEmail(email)) reader.problem('BAD_EMAIL', 'officerEmails', { value: email });
  if (emails.length > 0 && names.length > 0 && emails.length !== names.length)
    reader.problem('OFFICERS_UNEVEN', 'officerEmails', { names: names.length, emails: emails.length });
  return names.map((name, index) => ({
    name,
    rank: ranks[index] ?? (ranks.length === 1 ? (ranks[0] ?? '') : ''),
    email: isEmail(emails[index] ?? '') ? (emails[index] ?? '') : '',
  }));
}

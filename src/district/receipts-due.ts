import type { EpochMs } from '../programme/dates';
import { stepOf, type Wave } from '../programme/wave';
import type { UnitEntry } from '../workbook/units-tab';
import { presetOfWave } from '../workbook/wave-scale';
import type { District } from './district';
import { branchesOfUnit, entriesOfWave, type DistrictFacts } from './facts';
import { intakeOf } from './intake';
import { sheetsOnce } from './push-job';
import { foldWave, readUnit } from './read-unit';
import {
  hasAddress,
  isTold,
  receiptsDue,
  resultDue,
  resultMark,
  type DueLetter,
  type ReceiptFacts,
  type Told,
} from './receipts';
import { FOLDS_TAB, jsonOf, readNamedTexts } from './state-tab';
import { resultsOf } from './summarise-job';
import { rosterOfWave, type WaveRoster } from './wave-roster';

/** Letters of a wave that wait to be sent, by thing; results as of the last reading of the units' workbooks. */
export function lettersWaiting(
  district: District,
  facts: DistrictFacts,
  wave: Wave,
): { readonly receipts: number; readonly results: number } {
  const dueOf = dueOnce(district, () => facts);
  const due = entriesOfWave(facts.setup, wave).flatMap((entry) => dueOf(wave, entry, false));
  const results = due.filter(({ thing }) => thing === 'RESULT').length;
  return { receipts: due.length - results, results };
}

/** The letters of a unit that are due. */
export type DueOf = (wave: Wave, entry: UnitEntry, isWritten: boolean) => readonly DueLetter[];

/** The letters of a unit that are due; `isWritten` false = results are only counted, no unit's workbook is read. */
export function dueOnce(district: District, facts: () => DistrictFacts): DueOf {
  const sheetsOf = sheetsOnce(district, facts);
  const rosters = new Map<string, WaveRoster>();
  const marks = new Map<string, ReadonlyMap<string, string>>();
  return (wave, entry, isWritten) => {
    const { setup, settings, state } = facts();
    const roster = rosters.get(wave.code) ?? rosterOfWave(state, setup, wave);
    rosters.set(wave.code, roster);
    const branches = branchesOfUnit(setup, entry.unit);
    const members = branches.flatMap((branch) => roster.get(branch.code) ?? []);
    if (!members.some(hasAddress)) return [];
    const told = toldOf(facts(), wave, entry.unit.code);
    const preset = presetOfWave(setup, wave);
    const about: ReceiptFacts = { wave, preset, criteria: setup.criteria, now: district.now() };
    const intake = intakeOf(district, wave.programme);
    const receipts =
      settings.mailReceipts && intake !== ''
        ? receiptsDue(about, members, sheetsOf(wave, intake).counting, told)
        : [];
    if (!settings.mailResults || !hasResults(wave, district.now())) return receipts;
    const markOf = marks.get(wave.code) ?? resultMarks(district, facts(), wave);
    marks.set(wave.code, markOf);
    const waiting = members.filter((member) => {
      const mark = markOf.get(member.code) ?? '';
      return (
        hasAddress(member) && mark !== '' && !isTold(told, { member: member.code, thing: 'RESULT', mark })
      );
    });
    if (!isWritten)
      return [
        ...receipts,
        ...waiting.map(({ code, email }): DueLetter => {
          return {
            member: code,
            to: email,
            thing: 'RESULT',
            mark: markOf.get(code) ?? '',
            subject: '',
            body: '',
          };
        }),
      ];
    return [
      ...receipts,
      ...(waiting.length === 0 ? [] : writtenResults(district, facts(), entry, about, roster)),
    ].filter((letter) => !isTold(told, letter));
  };
}

function hasResults(wave: Wave, now: EpochMs): boolean {
  return ['GRADING', 'RECOGNITION', 'LOCKED'].includes(stepOf(wave, now));
}

/** The result of each member as the last reading of the ledgers has it; one read. */
function resultMarks(district: District, facts: DistrictFacts, wave: Wave): ReadonlyMap<string, string> {
  const [rows] = district.api.read(district.book, [{ sheetId: FOLDS_TAB.sheetId }]);
  const results = resultsOf(readNamedTexts(FOLDS_TAB, rows ?? null), facts, wave);
  const members = results.flatMap((one) => one.branches).flatMap((fold) => fold.members);
  return new Map(members.map((member) => [member.member, resultMark(member)]));
}

/** Letters about all results of a unit with their reasons, which only the unit's own ledgers hold; one read. */
function writtenResults(
  district: District,
  { setup }: DistrictFacts,
  entry: UnitEntry,
  about: ReceiptFacts,
  roster: WaveRoster,
): readonly DueLetter[] {
  if (entry.book === '') return [];
  const reading = readUnit(district, setup, entry, [about.wave]);
  const [read] = reading.waves;
  if (!read) throw new Error(`${about.wave.code} was not read`);
  return [...foldWave(reading, setup, read).branches.values()].flatMap((branch) => {
    const own = roster.get(branch.branch) ?? [];
    const secretary = own.find((member) => member.role === 'SECRETARY');
    const whom = secretary ? `Bí thư ${secretary.fullName}` : 'Bí thư chi đoàn';
    return branch.members.flatMap((fold) => {
      const member = own.find(({ code }) => code === fold.member);
      return (member && resultDue(about, member, fold, whom)) ?? [];
    });
  });
}

/** Name under which it is kept. */
export function toldName(wave: Wave, unit: string): string {
  return `told:${wave.code}:${unit}`;
}

/** What the members of a unit were told already. */
export function toldOf({ state }: DistrictFacts, wave: Wave, unit: string): Told {
  return jsonOf<Told>(state, toldName(wave, unit), {});
}

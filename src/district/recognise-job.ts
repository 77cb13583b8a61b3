import type { EpochMs } from '../programme/dates';
import type { EventDraft } from '../programme/events';
import { planRecognisingAll, type Decision } from '../programme/plan-above';
import { problem, type Problem } from '../programme/result';
import type { Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import { isRunning } from '../workbook/running-year';
import type { UnitEntry } from '../workbook/units-tab';
import { textArg, type Job } from '../google/jobs';
import type { District } from './district';
import { districtLedger, keepAsRead, recordActs } from './district-act';
import { factsOnce, waveEntryOf, type DistrictFacts } from './facts';
import { answerArg } from './job-answers';
import { copiesOf } from './ledger-copies';
import { readPlaces, signOf, unitsWithBooks, type LedgerPlaces } from './ledgers-job';
import { foldWave, readUnit, type FoldedWave, type UnitReading } from './read-unit';
import { nextOf } from './walk';

interface RecogniseCursor {
  readonly after: string;
  readonly at: EpochMs;
}

/** Every unit; the answer of the field *Đơn vị*. */
export const ALL_UNITS = '*';

/**
 * *Công nhận cả đơn vị* (P11): the standing committee's decision, with number and day, in *Sổ Quận* of each unit that has sent its result; a base
 * branch directly, its members with it. Units that have not sent, and those recognised already, are passed over. Problems: UNKNOWN_WAVE,
 * WAVE_NOT_OPENED, FIELD_MISSING, UNIT_NOT_READY (one unit was asked for).
 */
export function recogniseJob(district: District): Job<RecogniseCursor> {
  const facts = factsOnce(district);
  let places: LedgerPlaces | null = null;
  return {
    name: 'recognise',
    first: () => ({ after: '', at: 0 }),
    step(args, cursor) {
      const code = textArg(args, 'wave');
      const entry = waveEntryOf(facts().setup, code);
      const decision: Decision = {
        decisionNumber: answerArg(args, 'number'),
        decisionDay: answerArg(args, 'day'),
      };
      const problems = decisionProblems(decision);
      if (!entry || entry.formId === '')
        problems.unshift(problem(entry ? 'WAVE_NOT_OPENED' : 'UNKNOWN_WAVE', code));
      if (entry && !isRunning(facts().setup, entry.wave))
        problems.unshift(problem('YEAR_OVER', code, { programme: entry.wave.programme }));
      if (!entry || problems.length > 0) return { cursor, done: 0, total: 0, problems };
      const asked = answerArg(args, 'unit') || ALL_UNITS;
      const units = unitsWithBooks(facts(), [entry.wave]).filter(
        ({ unit }) => asked === ALL_UNITS || unit.code === asked,
      );
      const { next, done } = nextOf(units, ({ unit }) => unit.code, cursor.after);
      if (!next) return { cursor: null, done, total: units.length };
      places ??= readPlaces(district);
      const at = cursor.at || district.now();
      const became = recogniseUnit(district, facts(), places, next, { wave: entry.wave, decision, at });
      if (became === 'NOT_READY' && asked !== ALL_UNITS)
        return {
          cursor,
          done,
          total: units.length,
          problems: [problem('UNIT_NOT_READY', next.unit.code, { name: next.unit.name })],
        };
      return {
        cursor: { after: next.unit.code, at },
        done: done + 1,
        total: units.length,
        counts: { recognised: became === 'RECOGNISED' ? 1 : 0, notReady: became === 'NOT_READY' ? 1 : 0 },
      };
    },
  };
}

/** What the decision still lacks. */
export function decisionProblems({ decisionNumber, decisionDay }: Decision): Problem[] {
  return [
    ...(decisionNumber === '' ? [problem('FIELD_MISSING', '', { label: 'Số quyết định' })] : []),
    ...(/^\d{4}-\d\d-\d\d$/.test(decisionDay)
      ? []
      : [problem('FIELD_MISSING', '', { label: 'Ngày quyết định' })]),
  ];
}

/** Whether the district can recognise a unit's result now: everything sent, nothing recognised yet of the newest *Gửi*. */
export function recognitionState(
  kind: UnitEntry['unit']['kind'],
  { own, branches }: Pick<FoldedWave, 'own'> & { readonly branches: Iterable<FoldedBranch> },
): 'NOT_READY' | 'READY' | 'DONE' {
  const folds = [...branches];
  if (kind === 'BASE_BRANCH') {
    if (folds.length === 0 || folds.some((fold) => fold.send === null)) return 'NOT_READY';
    const waiting = folds.some((fold) =>
      fold.members.some((member) => member.grade !== null && member.recognised === null),
    );
    return waiting ? 'READY' : 'DONE';
  }
  if (own.send === null) return 'NOT_READY';
  return own.recognised === null ? 'READY' : 'DONE';
}
type FoldedBranch = FoldedWave['branches'] extends ReadonlyMap<string, infer F> ? F : never;

interface Recognising {
  readonly wave: Wave;
  readonly decision: Decision;
  readonly at: EpochMs;
}

function recogniseUnit(
  district: District,
  facts: DistrictFacts,
  places: LedgerPlaces,
  entry: UnitEntry,
  doing: Recognising,
): 'RECOGNISED' | 'NOT_READY' | 'DONE' {
  const reading = readUnit(district, facts.setup, entry, [doing.wave]);
  const [read] = reading.waves;
  if (!read) throw new Error(`${doing.wave.code} was not read`);
  const fold = foldWave(reading, facts.setup, read);
  const state = recognitionState(entry.unit.kind, { own: fold.own, branches: fold.branches.values() });
  if (state === 'NOT_READY') return 'NOT_READY';
  const drafts = state === 'DONE' ? [] : draftsOf(district, entry, fold, reading, doing);
  if (drafts.length === 0) {
    if (copiesOf(facts.state, entry.unit.code).sign !== signOf(reading, facts))
      keepAsRead(district, facts, places, reading);
    return 'DONE';
  }
  recordActs(district, facts, places, reading, drafts, doing.at);
  return 'RECOGNISED';
}

function draftsOf(
  district: District,
  { unit }: UnitEntry,
  { own, branches }: FoldedWave,
  reading: UnitReading,
  { wave, decision, at }: Recognising,
): readonly EventDraft[] {
  const { ledger } = districtLedger(reading);
  const text = `Công nhận kết quả ${waveName(wave)} của ${unit.name} theo Quyết định số ${decision.decisionNumber}`;
  const operation = (): string => district.services.utilities.getUuid().replace(/-/g, '');
  if (unit.kind === 'BASE_BRANCH')
    return [...branches.values()].flatMap((fold) => {
      const after = reading.ledgers.find((one) => one.ledger.branch === fold.branch)?.reading?.lastSeq ?? 0;
      const act = { ledger: ledger.ledger, operation: operation(), text, after };
      const planned = planRecognisingAll({ fold, wave, now: at }, [], act, decision);
      return planned.ok ? [planned.value] : [];
    });
  return [
    {
      ledger: ledger.ledger,
      kind: 'recognise',
      wave: wave.code,
      round: 0,
      subject: unit.code,
      levels: '',
      class: '',
      reason: '',
      text,
      data: { send: own.send?.operation ?? '', ...decision },
      operation: `${operation()}/01`,
    },
  ];
}

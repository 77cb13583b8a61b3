import { planReopening } from '../programme/plan-above';
import { problem } from '../programme/result';
import { waveName } from '../workbook/class-words';
import { isRunning } from '../workbook/running-year';
import { textArg, type Job } from '../google/jobs';
import type { District } from './district';
import { districtLedger, keepAsRead, recordActs } from './district-act';
import { branchesOfUnit, factsOnce, waveEntryOf } from './facts';
import { answerArg } from './job-answers';
import { copiesOf } from './ledger-copies';
import { readPlaces, signOf } from './ledgers-job';
import { foldWave, readUnit } from './read-unit';

/**
 * *Mở lại cho chi đoàn*: late entry into a locked wave, for one branch, always with a reason, as an event in *Sổ Quận*; the others stay locked. A
 * branch that is open already is left as it is. Problems: UNKNOWN_WAVE, FIELD_MISSING, UNKNOWN_BRANCH, REASON_NEEDED.
 */
export function reopenJob(district: District): Job<'REOPEN'> {
  const facts = factsOnce(district);
  return {
    name: 'reopen',
    first: () => 'REOPEN',
    step(args) {
      const { setup } = facts();
      const code = textArg(args, 'wave');
      const branch = answerArg(args, 'branch');
      const reason = answerArg(args, 'why');
      const entry = waveEntryOf(setup, code);
      const unit = setup.units.find(
        (one) => one.book !== '' && branchesOfUnit(setup, one.unit).some((own) => own.code === branch),
      );
      const stopped = (name: string, at: string, data?: Readonly<Record<string, string>>) => ({
        cursor: 'REOPEN' as const,
        done: 0,
        total: 1,
        problems: [problem(name, at, data)],
      });
      if (!entry) return stopped('UNKNOWN_WAVE', code);
      const { programme } = entry.wave;
      if (!isRunning(setup, entry.wave)) return stopped('YEAR_OVER', code, { programme });
      if (branch === '') return stopped('FIELD_MISSING', '', { label: 'Chi đoàn' });
      if (!unit) return stopped('UNKNOWN_BRANCH', branch);
      const reading = readUnit(district, setup, unit, [entry.wave]);
      const [read] = reading.waves;
      const fold = read && foldWave(reading, setup, read).branches.get(branch);
      if (!fold) return stopped('UNKNOWN_BRANCH', branch);
      const after = reading.ledgers.find((one) => one.ledger.branch === branch)?.reading?.lastSeq ?? 0;
      const planned = planReopening({ fold, wave: entry.wave, now: district.now() }, [], reason, {
        ledger: districtLedger(reading).ledger.ledger,
        operation: district.services.utilities.getUuid().replace(/-/g, ''),
        text: `Mở lại ${waveName(entry.wave)}: ${reason}`,
        after,
      });
      if (planned.ok)
        recordActs(district, facts(), readPlaces(district), reading, [planned.value], district.now());
      else if (planned.problems.some((one) => one.code !== 'NOT_LOCKED'))
        return { cursor: 'REOPEN', done: 0, total: 1, problems: planned.problems };
      else if (copiesOf(facts().state, unit.unit.code).sign !== signOf(reading, facts()))
        keepAsRead(district, facts(), readPlaces(district), reading);
      return { cursor: null, done: 1, total: 1 };
    },
  };
}

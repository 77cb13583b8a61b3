import { JOB_NAMES, type JobName, type JobRequest } from '../contract/district';
import type { Job } from '../google/jobs';
import { acceptLateJob } from './accept-late-job';
import { applyRulesJob } from './apply-rules-job';
import { archiveJob } from './archive-job';
import { collectJob } from './collect-job';
import { createBooksJob } from './create-books-job';
import type { District } from './district';
import { eraseJob } from './erase-job';
import { retainJob } from './retain-job';
import { exportMemberJob } from './export-member-job';
import { difficultiesJob } from './difficulties-job';
import { inspectJob } from './inspect-job';
import { collectLedgersJob } from './ledgers-job';
import { lockWaveJob } from './lock-wave-job';
import { newProgrammeJob } from './new-programme-job';
import { openWaveJob } from './open-wave-job';
import { pushJob } from './push-job';
import { recogniseJob } from './recognise-job';
import { receiptsJob } from './receipts-job';
import { digestJob, remindJob } from './remind-job';
import { reopenJob } from './reopen-job';
import { reportJob } from './report-job';
import { rosterJob } from './roster-job';
import { proposalsJob } from './roster-proposals-job';
import { setupJob } from './setup-job';
import { summariseJob } from './summarise-job';
import { takeOverJob } from './reserve-job';
import { releaseJob } from './release-job';
import { yearJob } from './year-job';
import { yearSheetJob } from './year-sheet-job';

/** Jobs that are for one wave and cannot do without it. */
const OF_A_WAVE: readonly JobName[] = [
  'openWave',
  'summarise',
  'lockWave',
  'report',
  'remind',
  'digest',
  'receipts',
  'inspect',
  'recognise',
  'reopen',
  'acceptLate',
];

/** A job of the console, for one execution. Its cursor is its own business. */
export function jobOf(district: District, name: JobName): Job<unknown> {
  switch (name) {
    case 'setup':
      return anyCursor(setupJob(district));
    case 'createBooks':
      return anyCursor(createBooksJob(district));
    case 'openWave':
      return anyCursor(openWaveJob(district));
    case 'collect':
      return anyCursor(collectJob(district));
    case 'push':
      return anyCursor(pushJob(district));
    case 'collectLedgers':
      return anyCursor(collectLedgersJob(district));
    case 'summarise':
      return anyCursor(summariseJob(district));
    case 'lockWave':
      return anyCursor(lockWaveJob(district));
    case 'report':
      return anyCursor(reportJob(district));
    case 'remind':
      return anyCursor(remindJob(district));
    case 'digest':
      return anyCursor(digestJob(district));
    case 'receipts':
      return anyCursor(receiptsJob(district));
    case 'inspect':
      return anyCursor(inspectJob(district));
    case 'difficulties':
      return anyCursor(difficultiesJob(district));
    case 'recognise':
      return anyCursor(recogniseJob(district));
    case 'reopen':
      return anyCursor(reopenJob(district));
    case 'year':
      return anyCursor(yearJob(district));
    case 'yearSheet':
      return anyCursor(yearSheetJob(district));
    case 'release':
      return anyCursor(releaseJob(district));
    case 'applyRules':
      return anyCursor(applyRulesJob(district));
    case 'takeOver':
      return anyCursor(takeOverJob(district));
    case 'archive':
      return anyCursor(archiveJob(district));
    case 'newProgramme':
      return anyCursor(newProgrammeJob(district));
    case 'proposals':
      return anyCursor(proposalsJob(district));
    case 'roster':
      return anyCursor(rosterJob(district));
    case 'exportMember':
      return anyCursor(exportMemberJob(district));
    case 'erase':
      return anyCursor(eraseJob(district));
    case 'retain':
      return anyCursor(retainJob(district));
    case 'acceptLate':
      return anyCursor(acceptLateJob(district));
  }
}

/** Names one piece of work: the same job for the same wave is one. */
export function jobKey({ job, wave }: Pick<JobRequest, 'job' | 'wave'>): string {
  return `${job}:${wave}`;
}

/** Whether the text is the name of a job. */
export function isJobName(name: string): name is JobName {
  return (JOB_NAMES as readonly string[]).includes(name);
}

/** Whether the job needs a wave. */
export function needsWave(job: JobName): boolean {
  return OF_A_WAVE.includes(job);
}

/** A run gives back the cursor it was given: only the job itself looks into it. */
function anyCursor<C>(job: Job<C>): Job<unknown> {
  return job as unknown as Job<unknown>;
}

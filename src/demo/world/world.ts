import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answerFromText,
  CONTRACT_VERSION,
  type Answer,
  type AnswerOf,
  type RequestOf,
} from '../../contract/answer';
import type { CommitteeEndpoints } from '../../contract/committee';
import type { DistrictEndpoints } from '../../contract/district';
import { sentenceOf } from '../../contract/problems';
import type { Workspace } from '../../local/workspace';
import type { InventedDistrict } from '../invent/district';
import type { MeasuredJob, Meter } from './meter';

/** The workspace with the two scripts in it and the people who use them. */
export interface World {
  readonly workspace: Workspace;
  readonly district: InventedDistrict;
  readonly meter: Meter;
  /** File id of *Sổ Quận đoàn*. */
  readonly book: string;
  /** Project ids. */
  readonly districtScript: string;
  readonly committeeScript: string;
}

/** Where the built scripts are: beside the sources and beside the built programs alike. */
export function scriptFolder(name: 'district' | 'committee'): string {
  for (const up of ['..', '../..', '../../..']) {
    const dir = join(__dirname, up, 'dist', name);
    try {
      readFileSync(join(dir, 'Code.js'));
      return dir;
    } catch {
      continue;
    }
  }
  throw new Error(`dist/${name} is not built: run npm run build`);
}

/** What a page asks the district script, as that person. Faults are thrown; what a person can mend is in the answer. */
export function askDistrict<K extends keyof DistrictEndpoints>(
  world: World,
  fn: K,
  body: RequestOf<DistrictEndpoints[K]>,
  of: { readonly as: string; readonly job: MeasuredJob },
): Answer<AnswerOf<DistrictEndpoints[K]>> {
  return ask(world, world.districtScript, fn, body, of);
}

/** What the grading page asks the committee script, as that person in that base workbook. */
export function askCommittee<K extends keyof CommitteeEndpoints>(
  world: World,
  fn: K,
  body: RequestOf<CommitteeEndpoints[K]>,
  of: { readonly as: string; readonly job: MeasuredJob; readonly document: string },
): Answer<AnswerOf<CommitteeEndpoints[K]>> {
  return ask(world, world.committeeScript, fn, body, of);
}

/** The value of an answer; throws the sentences of its problems. */
export function must<T>(answer: Answer<T>, what: string): T {
  if (answer.ok) return answer.value;
  const codes = answer.problems.map(
    (problem) => `${sentenceOf(problem)} [${problem.code} ${problem.at} ${JSON.stringify(problem.data)}]`,
  );
  throw new Error(`${what}: ${codes.slice(0, 5).join(' · ')}`);
}

function ask<T>(
  { workspace, meter }: World,
  project: string,
  fn: string,
  body: unknown,
  of: { readonly as: string; readonly job: MeasuredJob; readonly document?: string },
): Answer<T> {
  const result = workspace.run(project, fn, {
    as: of.as,
    args: [JSON.stringify({ v: CONTRACT_VERSION, body })],
    from: 'page',
    ...(of.document === undefined ? {} : { document: of.document }),
  });
  meter.note(of.job, result);
  if (!result.ok) {
    const logged = result.logs.map(({ line }) => line).join('\n');
    throw new Error(`${fn} of ${of.as}: ${result.error?.message ?? ''}\n${logged}`);
  }
  return answerFromText<T>(String(result.value));
}

import { join } from 'node:path';
import { CONTRACT_VERSION, type Answer } from '../../src/contract/answer';
import { agree } from '../committee/base-book';
import { bookNamed } from './books';
import { assess, register, typedBy } from './sheets';
import {
  GRADING_DAY,
  must,
  openedDistrict,
  PEOPLE,
  ROLE_ACCOUNT,
  SELF_DAY,
  WAVE,
  type SmallDistrict,
} from './small-district';

const COMMITTEE = join(__dirname, '..', '..', 'dist', 'committee');

/** Members of Đợt I: those of the general calendar. */
export const GENERAL = PEOPLE.filter((one) => one.branch !== 'THPT-11A').map((one) => one.code);

/** A district in which everybody has registered and assessed himself, and the unit's tabs show it. */
export function assessedDistrict(): SmallDistrict {
  const district = openedDistrict();
  for (const code of GENERAL) register(district, typedBy(code));
  must(district.press('collect', WAVE.code));
  must(district.press('push', WAVE.code));
  district.workspace.setClock(SELF_DAY);
  must(district.press('collect', WAVE.code));
  for (const code of GENERAL) assess(district, typedBy(code));
  must(district.press('collect', WAVE.code));
  must(district.press('push', WAVE.code));
  district.workspace.setClock(GRADING_DAY);
  return district;
}

/** What a branch committee does through the shipped committee script: assesses everybody, itself, and sends. */
export function gradeAndSend(district: SmallDistrict, branch: string, book: string, as: string): void {
  const { workspace } = district;
  const project =
    Object.values(workspace.state.projects).find((one) => one.kind === 'addon')?.id ??
    workspace.loadProject({ dir: COMMITTEE, kind: 'addon', owner: ROLE_ACCOUNT, name: 'Rèn luyện' }).id;
  const document = bookNamed(workspace, book).id;
  const key = { wave: WAVE.code, branch };
  const operation = (number: number): string =>
    (branch.charCodeAt(branch.length - 1) * 16 + number).toString(16).padStart(32, 'a');
  const ask = (fn: string, body: unknown): void => {
    const args = [JSON.stringify({ v: CONTRACT_VERSION, body })];
    const result = workspace.run(project, fn, { as, args, from: 'page', document });
    const answer = result.ok ? (JSON.parse(String(result.value)) as Answer<unknown>) : null;
    if (!answer?.ok)
      throw new Error(`${fn}: ${JSON.stringify(answer?.problems)} ${result.error?.message ?? ''}`);
  };
  const own = branch === 'CTY-CD' ? 'CTY' : branch;
  const grades = PEOPLE.filter((one) => one.branch === own).map((one) => agree(one.code));
  const data = {
    day: '2014-04-09',
    present: ['Bí thư'],
    doneWell: '',
    limits: '',
    causes: '',
    proposals: '',
    lessons: '',
  };
  ask('saveGrades', { ...key, operation: operation(1), grades, lastSeen: 0 });
  ask('record', {
    ...key,
    operation: operation(2),
    record: { kind: 'branchAssessment', class: 'GOOD', data },
  });
  ask('sendBranch', { ...key, operation: operation(3) });
}

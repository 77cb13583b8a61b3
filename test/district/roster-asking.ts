import { CONTRACT_VERSION, type Answer } from '../../src/contract/answer';
import type { BranchRecord } from '../../src/contract/committee';
import { agree } from '../committee/base-book';
import { bookNamed } from './books';
import { SECRETARY, WAVE, type SmallDistrict } from './small-district';

/** The provisional code of the member whom Khu phố 1 misses. */
export const MISSING = 'TAM-1a2b3c4d';

const KEY = { wave: WAVE.code, branch: 'P05-KP1' };

/** Asks the shipped committee script as the secretary of Khu phố 1. Throws when it refuses. */
function ask({ workspace }: SmallDistrict, fn: string, body: unknown): void {
  const project = Object.values(workspace.state.projects).find((one) => one.kind === 'addon')?.id ?? '';
  const result = workspace.run(project, fn, {
    as: SECRETARY,
    args: [JSON.stringify({ v: CONTRACT_VERSION, body })],
    from: 'page',
    document: bookNamed(workspace, 'Sổ cơ sở – Đoàn Phường 5').id,
  });
  const answer = result.ok ? (JSON.parse(String(result.value)) as Answer<unknown>) : null;
  if (!answer?.ok)
    throw new Error(`${fn}: ${JSON.stringify(answer?.problems)} ${result.error?.message ?? ''}`);
}

/** Khu phố 1 proposes for the roster. */
export function propose(
  district: SmallDistrict,
  sign: string,
  record: Omit<Extract<BranchRecord, { readonly kind: 'rosterProposal' }>, 'kind'>,
): void {
  ask(district, 'record', {
    ...KEY,
    operation: sign.repeat(32),
    record: { kind: 'rosterProposal', ...record },
  });
}

/** A member who is missing, and is assessed meanwhile; one who has left; one who has moved. */
export function proposeThree(district: SmallDistrict): void {
  propose(district, '1', {
    member: MISSING,
    text: 'Mới chuyển đến',
    data: { proposal: 'ADD', fullName: 'Lê Văn Mới', birthDate: '1996-02-03' },
  });
  propose(district, '2', {
    member: 'DV-03',
    text: 'Đã đi học xa',
    data: { proposal: 'LEAVE', fullName: 'Lê Thị Cúc', birthDate: '' },
  });
  propose(district, '3', {
    member: 'DV-02',
    text: 'Chuyển về Khu phố 2',
    data: { proposal: 'MOVE', fullName: 'Trần Văn Bảo', birthDate: '' },
  });
  const grade = agree(MISSING, { kind: 'grade', data: { selfClass: '', submission: '/' } });
  ask(district, 'saveGrades', { ...KEY, operation: '4'.repeat(32), grades: [grade], lastSeen: 0 });
}

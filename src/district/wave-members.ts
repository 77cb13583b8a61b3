import { withoutSheets } from '../programme/branch-facts';
import type { Branch, Member } from '../programme/organisation';
import {
  countingByMember,
  holdingRegistrations,
  registeredCriteria,
  type HoldingRegistration,
  type Registration,
  type SelfAssessment,
} from '../programme/submission';
import { CRITERION_CODES } from '../programme/criteria';
import type { Wave } from '../programme/wave';
import { withDecisions } from '../workbook/unmatched-rows';
import type { WaveMember } from '../workbook/wave-rows';
import type { WaveSheets } from './intake';
import type { WaveRoster } from './wave-roster';

/** The sheets of a wave that count, by member code. */
export interface CountingSheets {
  readonly registrations: ReadonlyMap<string, HoldingRegistration>;
  readonly selfAssessments: ReadonlyMap<string, SelfAssessment>;
}

/**
 * Which sheets count (P3, P9): the newest of each member before the deadline; what staff decided is taken in; a late sheet that staff let in, with a
 * reason, is among them. `earlier` = the waves of the same year before it, for registrations that hold all year.
 */
export function countingSheets(
  wave: Wave,
  sheets: WaveSheets,
  earlier: readonly { readonly wave: Wave; readonly sheets: WaveSheets }[],
): CountingSheets {
  const registrationsOf = (of: Wave, from: WaveSheets): ReadonlyMap<string, Registration> =>
    countingByMember(withDecisions(from.registrations, from.decisions), of, from.accepted);
  const byWave = new Map([
    ...earlier.map((one) => [one.wave.code, registrationsOf(one.wave, one.sheets)] as const),
    [wave.code, registrationsOf(wave, sheets)] as const,
  ]);
  return {
    registrations: holdingRegistrations(wave, [...earlier.map((one) => one.wave), wave], byWave),
    selfAssessments: countingByMember(
      withDecisions(sheets.selfAssessments, sheets.decisions),
      wave,
      sheets.accepted,
    ),
  };
}

/** The waves whose registrations may hold in this one. */
export function earlierWaves(wave: Wave, waves: readonly Wave[]): readonly Wave[] {
  if (wave.scope !== 'YEAR') return [];
  return waves.filter(
    (other) =>
      other.calendar === wave.calendar && other.programme === wave.programme && other.number < wave.number,
  );
}

/** The members of these branches with what counts of what they sent, in the order of the branches. */
export function waveMembersOf(
  branches: readonly Branch[],
  roster: WaveRoster,
  counting: CountingSheets,
): readonly WaveMember[] {
  return branches.flatMap((branch) =>
    (roster.get(branch.code) ?? []).map((member) => waveMember(member, branch, counting)),
  );
}

function waveMember(member: Member, branch: Branch, counting: CountingSheets): WaveMember {
  const registration = counting.registrations.get(member.code)?.registration;
  const self = counting.selfAssessments.get(member.code);
  const commitments = registration?.commitments ?? {};
  const evidence = self?.evidence ?? {};
  return {
    facts: {
      ...withoutSheets(member.code, member.classed),
      registered: registeredCriteria(commitments),
      registeredAt: registration?.sentAt ?? null,
      selfAt: self?.sentAt ?? null,
      selfLevels: self?.levels ?? '',
      selfClass: self?.ownClass ?? '',
      evidence: CRITERION_CODES.filter((code) => (evidence[code] ?? '').trim() !== ''),
    },
    fullName: member.fullName,
    birthYear: member.birthDate.slice(0, 4),
    branch: branch.code,
    branchName: branch.name,
    // The roster's group is counted; the form's only guided the page.
    group: member.group !== '' ? member.group : (registration?.group ?? ''),
    commitments,
    evidence,
    difficulties: self?.difficulties ?? '',
  };
}

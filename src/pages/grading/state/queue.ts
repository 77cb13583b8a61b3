import type { BranchKey, Saved } from '../../../contract/committee';
import type { Fault } from '../../../contract/fault';
import type { EpochMs } from '../../../programme/dates';
import type { GradeRequest } from '../../../programme/plan-branch';
import type { Problem } from '../../../programme/result';
import type { Queue } from './model';
import type { Net } from './net';

/** Trips start at least this far apart: the document lock is shared by the whole workbook (pages.md 2). */
export const BETWEEN_TRIPS_MS = 10_000;

/** A grade waits this long for company before the first trip. */
export const GATHER_MS = 1_500;

/** After a trip that did not arrive, the next try. */
export const RETRY_MS = 20_000;

/** After a trip that found the workbook busy with others' saves: soon, and not all at one moment. */
export const BUSY_RETRY_MS = 1_000;
const BUSY_JITTER_MS = 2_000;

/** Most grades of one trip (contract, SaveGrades). */
export const GRADES_A_TRIP = 200;

/** Puts grades into the queue; a newer grade of a member takes the waiting one's place. */
export function enqueue(queue: Queue, grades: readonly GradeRequest[], now: EpochMs): Queue {
  const codes = new Set(grades.map((grade) => grade.member));
  const kept = queue.waiting.filter((grade) => !codes.has(grade.member));
  return { ...queue, waiting: [...kept, ...grades], waitingSince: queue.waitingSince ?? now };
}

/** Takes a member's waiting grade out again; grades that have left cannot be taken back here. */
export function withdraw(queue: Queue, members: readonly string[]): Queue {
  const waiting = queue.waiting.filter((grade) => !members.includes(grade.member));
  return { ...queue, waiting, waitingSince: waiting.length === 0 ? null : queue.waitingSince };
}

/** When the next trip may leave; null when there is nothing to carry or the last one waits for a press. */
export function dueAt(queue: Queue): EpochMs | null {
  if (queue.trouble) return queue.flight ? queue.trouble.retryAt : null;
  if (queue.flight || queue.waiting.length === 0 || queue.waitingSince === null) return null;
  const apart = queue.lastTripAt === null ? 0 : queue.lastTripAt + BETWEEN_TRIPS_MS;
  return Math.max(apart, queue.waitingSince + GATHER_MS);
}

/** Starts the next trip, or sends the failed one again unchanged. Null when a trip is under way or nothing waits. */
export function startTrip(
  queue: Queue,
  key: BranchKey,
  lastSeen: number,
  operation: string,
  now: EpochMs,
): Queue | null {
  if (queue.flight)
    return queue.trouble
      ? { ...queue, trouble: null, lastTripAt: now, flight: { ...queue.flight, startedAt: now } }
      : null;
  if (queue.waiting.length === 0) return null;
  const grades = queue.waiting.slice(0, GRADES_A_TRIP);
  const waiting = queue.waiting.slice(GRADES_A_TRIP);
  return {
    ...queue,
    waiting,
    waitingSince: waiting.length === 0 ? null : now,
    trouble: null,
    lastTripAt: now,
    flight: { ...key, operation, grades, lastSeen, startedAt: now },
  };
}

/** The trip's answer has come: what it carried is settled, saved or refused. */
export function arrived(queue: Queue, saved: Saved): Queue {
  return {
    ...queue,
    flight: null,
    trouble: null,
    savedAt: saved.saved.length > 0 ? saved.at : queue.savedAt,
  };
}

/** The trip did not arrive, or was refused as a whole: it is kept as it is. */
export function failed(queue: Queue, fault: Fault | null, problems: readonly Problem[], now: EpochMs): Queue {
  const again =
    fault?.class === 'NETWORK' ||
    fault?.class === 'BUSY' ||
    problems.some(({ code }) => code === 'BUSY' || code === 'TAB_NOT_READY');
  const isLocked = problems.some(({ code }) => code === 'BUSY');
  const pauseMs = isLocked ? BUSY_RETRY_MS + jitterMs(queue, now) : RETRY_MS;
  return { ...queue, trouble: { fault, problems, retryAt: again ? now + pauseMs : null } };
}

/** An operation's id is drawn by chance: no two pages come to the same pause. */
function jitterMs({ flight }: Queue, now: EpochMs): number {
  return (Number.parseInt(flight?.operation.slice(0, 6) ?? '0', 16) + now) % BUSY_JITTER_MS;
}

/** Puts back what an earlier page of the same person left behind. */
export function fromNet(queue: Queue, net: Net, now: EpochMs): Queue {
  return {
    ...queue,
    waiting: net.waiting,
    waitingSince: net.waiting.length === 0 ? null : now,
    flight: net.flight,
    // Whether it arrived is not known: it is asked again at once.
    trouble: net.flight ? { fault: null, problems: [], retryAt: now } : null,
  };
}

/** Members that Google has not acknowledged yet. */
export function unsavedMembers(queue: Queue): readonly string[] {
  const codes = [...(queue.flight?.grades ?? []), ...queue.waiting].map((grade) => grade.member);
  return [...new Set(codes)];
}

/** The newest grade of a member on its way; null = none. */
export function gradeOnItsWay(queue: Queue, member: string): GradeRequest | null {
  const same = (grade: GradeRequest): boolean => grade.member === member;
  return queue.waiting.find(same) ?? queue.flight?.grades.find(same) ?? null;
}

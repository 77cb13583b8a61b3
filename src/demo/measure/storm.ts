import { latencyOf } from '../../local/kernel/latency';
import type { CacheEntry } from '../../local/kernel/state';
import type { RunResult } from '../../local/workspace';
import { formatDay, type EpochMs } from '../../programme/dates';
import type { InventedMember } from '../invent/members';
import type { Random } from '../invent/random';
import { registrationAnswers, type FormPaper } from '../people/form-paper';
import { inventRegistration } from '../people/habits';
import type { World } from '../world/world';
import { createShelves, type Shelves } from './storm-shelves';

const MINUTE_MS = 60_000;
const SUBMISSIONS = 20_000;
const STORM_MS = 120 * MINUTE_MS;
/** So much of it comes in its last minutes. */
const LATE_SHARE = 0.4;
const LATE_MS = 10 * MINUTE_MS;
/** A storm that is over is waited for so long. */
const PATIENCE_MS = 60 * MINUTE_MS;
/** A run says that it is there in its first calls. */
const SAID_BY = 10;

/** A sheet somebody sent, and when it stood where. */
export interface SentSheet {
  readonly responseId: string;
  readonly member: string;
  readonly sentAt: EpochMs;
  /** In *Sổ tiếp nhận phiếu*; null = it never came. */
  bookedAt: EpochMs | null;
  /** On the committee's sheet: itself, or a newer one of the same member. */
  shownAt: EpochMs | null;
}

/** What became of a storm. */
export interface StormStory {
  readonly sent: readonly SentSheet[];
  /** Rows of *Sổ tiếp nhận phiếu* with a key that another row has too. */
  readonly doubled: number;
  /** What the account of trigger minutes was charged: executions, without Google's own start. */
  readonly triggerMs: number;
  readonly runs: readonly RunResult[];
  /** Hints that found another run at work. */
  readonly idleHints: number;
}

/** When the sheets of an exam day are sent: two hours, two fifths of them in the last ten minutes. */
export function stormMoments(from: EpochMs, random: Random): readonly EpochMs[] {
  const late = Math.round(SUBMISSIONS * LATE_SHARE);
  const moments = Array.from({ length: SUBMISSIONS }, (_, index) =>
    index < late ? STORM_MS - LATE_MS + random.next() * LATE_MS : random.next() * (STORM_MS - LATE_MS),
  );
  return moments.sort((a, b) => a - b).map((at) => Math.round(from + at));
}

/** Who sends what, how, from when on. */
export interface Storm {
  readonly world: World;
  readonly paper: FormPaper;
  readonly members: readonly InventedMember[];
  readonly moments: readonly EpochMs[];
  readonly random: Random;
}

/**
 * The storm with a trigger on the form: the first sheet's hint starts a run, the sheets that come while it is at work are sent between its very calls, and
 * the next sheet after its end starts another. Hints beside a run at work are three of them run, the rest reckoned.
 */
export function stormWithHints(storm: Storm): StormStory {
  const play = begin(storm);
  const runs: RunResult[] = [];
  let idleHints = 0;
  const probes: RunResult[] = [];
  while (play.left() > 0 || play.isTaken()) {
    if (!play.isTaken()) play.sendNext();
    const before = play.left();
    const probe = probes.length < 3 ? () => probes.push(runOf(storm.world, 'onFormSent')) : null;
    runs.push(play.during('onFormSent', probe));
    idleHints += before - play.left() - (play.isTaken() ? 1 : 0);
  }
  // Were anything left, the clock would find it.
  for (let tick = 0; tick < 3 && !play.isOver(); tick += 1) {
    play.passTo(storm.world.workspace.now() + 10 * MINUTE_MS);
    runs.push(play.during('everyTenMinutes', null));
  }
  const each = probes.map((one) => one.simulatedMs);
  if (probes.some((one) => one.calls.total !== 1)) throw new Error('A hint beside a run did more than look');
  const dearest = Math.max(...each);
  const triggerMs = runs.reduce((sum, one) => sum + one.simulatedMs, 0) + idleHints * dearest;
  return { ...play.end(), triggerMs, runs, idleHints };
}

/** The same with the clock's ten-minute run alone. */
export function stormByTimer(storm: Storm): StormStory {
  const play = begin(storm);
  const runs: RunResult[] = [];
  const [first = 0] = storm.moments;
  const until = first + STORM_MS + PATIENCE_MS;
  for (let at = first + 10 * MINUTE_MS; at < until && !play.isOver(); at += 10 * MINUTE_MS) {
    play.passTo(at);
    runs.push(play.during('everyTenMinutes', null));
  }
  const triggerMs = runs.reduce((sum, one) => sum + one.simulatedMs, 0);
  return { ...play.end(), triggerMs, runs, idleHints: 0 };
}

interface Play {
  readonly left: () => number;
  readonly isOver: () => boolean;
  /** A hint found the run before giving way: the next one is under way. */
  readonly isTaken: () => boolean;
  readonly sendNext: () => void;
  /** Lets time pass; who sends until then has sent. */
  readonly passTo: (at: EpochMs) => void;
  /** A run, and what is sent while it is at work; `beside` is done once in between. */
  readonly during: (fn: string, beside: (() => void) | null) => RunResult;
  readonly end: () => Pick<StormStory, 'sent' | 'doubled'>;
}

function begin({ world, paper, members, moments, random }: Storm): Play {
  const { workspace, districtScript } = world;
  const sent: SentSheet[] = [];
  const shelves: Shelves = createShelves(world);
  const send = (at: EpochMs): void => {
    const member = random.pick(members);
    const { group, choices } = inventRegistration(member, random);
    const typed = { name: member.fullName, birthDate: formatDay(member.birthDate), code: member.code };
    const now = workspace.now();
    workspace.setClock(at);
    const answer = workspace.submitForm(paper.formId, {
      as: '',
      answers: registrationAnswers(paper, typed, { group, choices }),
    });
    workspace.setClock(now);
    if (!answer.ok) throw new Error(answer.message);
    const sheet: SentSheet = {
      responseId: answer.responseId,
      member: member.code,
      sentAt: answer.timestamp,
      bookedAt: null,
      shownAt: null,
    };
    sent.push(sheet);
    shelves.expect(sheet);
  };
  const sendUntil = (at: EpochMs): void => {
    for (let next = moments[sent.length]; next !== undefined && next <= at; next = moments[sent.length])
      send(next);
  };
  // What the runs tell each other by the script's cache (src/district/clock.ts).
  const flags = (): Record<string, CacheEntry> =>
    (workspace.core.state.caches[`script:${districtScript}`] ??= {});
  const startMs = latencyOf('execution.start') + latencyOf('Cache.get') + latencyOf('Cache.put');
  let isTaken = false;
  const look = (): void => {
    sendUntil(workspace.now());
    shelves.look();
  };
  return {
    left: () => moments.length - sent.length,
    isOver: () => sent.length === moments.length && shelves.isComplete(),
    isTaken: () => isTaken,
    sendNext() {
      const next = moments[sent.length];
      if (next === undefined) return;
      workspace.setClock(Math.max(workspace.now(), next));
      sendUntil(workspace.now());
    },
    passTo(at) {
      workspace.setClock(Math.max(workspace.now(), at));
      look();
    },
    during(fn, beside) {
      workspace.setClock(workspace.now() + Math.round(latencyOf('execution.start')));
      let [isOver, isBeside, calls] = [false, false, 0];
      // The run that took over begins: what it said before is said by itself.
      if (isTaken) delete flags()['hint'];
      isTaken = false;
      let [freeFrom, lookedAt] = [Number.POSITIVE_INFINITY, workspace.now()];
      /** Who sends while the run gives way starts the next one; it says so, and begins in earnest when this one has ended. */
      const takeOver = (): void => {
        const now = workspace.now();
        const flag = flags()['hint'];
        if (calls > SAID_BY && !isTaken && (flag === undefined || flag.until <= now)) {
          freeFrom = Math.min(freeFrom, lookedAt);
          isTaken = sent.some((one) => one.sentAt >= freeFrom && one.sentAt + startMs <= now);
          if (isTaken) flags()['hint'] = { value: 'followed', until: now + MINUTE_MS };
        }
        lookedAt = now;
      };
      const between = (): void => {
        if (isOver || isBeside) return;
        calls += 1;
        look();
        if (fn === 'onFormSent') takeOver();
        // By then the run has said that it is at work.
        if (beside && calls === SAID_BY) {
          isBeside = true;
          beside();
          isBeside = false;
        }
        workspace.between(1, between);
      };
      workspace.between(1, between);
      const result = runOf(world, fn);
      isOver = true;
      look();
      isTaken ||= sent.some((one) => one.sentAt >= freeFrom);
      return result;
    },
    end() {
      shelves.look();
      return { sent, doubled: shelves.doubled() };
    },
  };
}

function runOf({ workspace, districtScript, district }: World, fn: string): RunResult {
  const result = workspace.run(districtScript, fn, { as: district.roleAccount.email, from: 'editor' });
  const [trouble] = result.logs.map(({ line }) => line);
  if (!result.ok || trouble !== undefined) throw new Error(`${fn}: ${result.error?.message ?? trouble}`);
  return result;
}

import { dayOf, startOfDay, endOfDay } from '../../programme/dates';
import type { Wave } from '../../programme/wave';
import type { InventedBranch } from '../invent/district';
import { createRandom, type Random } from '../invent/random';
import {
  finishUnit,
  openUnit,
  recogniseBranch,
  recordDeployment,
  returnBranch,
  type UnitDesk,
} from '../people/base-committee';
import {
  enterPapers,
  finishBranch,
  gradeBranch,
  gradeReturned,
  send,
  takeBackAndSend,
  thinkAgain,
  type BranchDesk,
} from '../people/branch-committee';
import { gradeByHand, phoneBranch } from '../people/by-hand-committee';
import { decideSheets } from '../people/deciding';
import { readForm } from '../people/form-paper';
import { sendSheet, type WaveForm } from '../people/members';
import { planSheets, type PlannedSheet } from '../people/planned-sheets';
import { pressButton, recogniseUnits } from '../people/staff';
import { newWaveActs, type SentSheet, type WaveActs } from '../recount/acts';
import { HOUR, hourOf, MINUTE } from '../world/calendar';
import { booksByUnit, formOfWave, posterLinks } from '../world/files';
import type { World } from '../world/world';

/** A thing somebody does at a moment; `add` = what follows from it later. */
export interface Event {
  readonly at: number;
  readonly act: (add: (events: readonly Event[]) => void) => void;
}

/** How a wave is played. */
export interface PlayOptions {
  /** Nothing is done after this moment; default: the wave to its end. */
  readonly until?: number;
  readonly progress?: (done: number, total: number) => void;
}

const SHARE_EARLY = 0.3;
const SHARE_LATE = 0.1;
const SHARE_TAKEN_BACK = 0.06;
const SHARE_RETURNED = 0.1;
const SHARE_WITH_PAPER = 0.1;
const SHARE_THINKING_AGAIN = 0.1;

/** Plays a wave as its people do, from its opening to its report. Gives what they did. */
export function playWave(world: World, wave: Wave, options: PlayOptions = {}): WaveActs {
  const acts = newWaveActs(wave.code);
  playEvents(world, [openingOf(world, wave, acts)], options);
  return acts;
}

/** As `playWave`, without the committees: only members send, and the role account looks in. */
export function playMembers(world: World, wave: Wave, acts: WaveActs, options: PlayOptions): void {
  const random = openWave(world, wave);
  playEvents(world, [...sheetEvents(world, wave, acts), ...clockEvents(world, wave, random)], options);
}

/**
 * The opening of a wave, and with it all that follows: members send their sheets, committees assess and send, base committees recognise or
 * return, the role account collects, sums up and locks. Waves of two calendars go on side by side.
 */
export function openingOf(world: World, wave: Wave, acts: WaveActs): Event {
  return {
    at: hourOf(wave.registrationOpens, 6),
    act(add) {
      const random = openWave(world, wave);
      add([
        ...sheetEvents(world, wave, acts),
        ...clockEvents(world, wave, random),
        ...staffEvents(world, wave, acts, random),
        ...committeeEvents(world, wave, acts, random),
      ]);
    },
  };
}

function openWave(world: World, wave: Wave): Random {
  const { workspace, district } = world;
  const random = createRandom(district.seed).fork(`play ${wave.code}`);
  workspace.setClock(Math.max(hourOf(wave.registrationOpens, 6), workspace.now()));
  pressButton(world, 'openWave', wave.code, random);
  return random;
}

/** Lets things happen one after another in the order of their moments. */
export function playEvents(
  { workspace }: World,
  events: readonly Event[],
  { until = Infinity, progress }: PlayOptions,
): void {
  let due: readonly Event[] = [];
  let done = 0;
  const add = (more: readonly Event[]): void => {
    const waiting = [...due.slice(done), ...more.filter(({ at }) => at <= until)];
    due = [...due.slice(0, done), ...waiting.sort((a, b) => a.at - b.at)];
  };
  add(events);
  while (done < due.length) {
    const { at, act } = due[done]!;
    done += 1;
    if (at > workspace.now()) workspace.setClock(at);
    act(add);
    progress?.(done, due.length);
  }
}

function sheetEvents(world: World, wave: Wave, acts: WaveActs): readonly Event[] {
  const links = posterLinks(world, wave);
  const form: WaveForm = {
    paper: readForm(world.workspace, formOfWave(world, wave.code)),
    linkOf: (branch) => links.get(branch) ?? '',
  };
  const sent = new Map<PlannedSheet, SentSheet>();
  return planSheets(world.district, wave).map((planned) => ({
    at: planned.at,
    act: () => void sendSheet(world, form, acts, planned, sent),
  }));
}

/** The clock runs at the ends of windows, and the role account looks in now and then. */
function clockEvents(world: World, wave: Wave, random: Random): readonly Event[] {
  const clock = (at: number): Event => ({
    at,
    act: () => world.meter.noteFired(world.workspace.advance(15 * MINUTE)),
  });
  const receive = (at: number): Event => ({
    at,
    act: () => {
      pressButton(world, 'collect', wave.code, random);
      pressButton(world, 'push', wave.code, random);
    },
  });
  const eveBefore = (day: string): number => hourOf(dayOf(startOfDay(day) - HOUR), 22);
  const middle = (from: string, to: string): number => (startOfDay(from) + startOfDay(to)) / 2 + 13 * HOUR;
  return [
    receive(hourOf(wave.registrationOpens, 23)),
    receive(middle(wave.registrationOpens, wave.registrationCloses)),
    receive(eveBefore(wave.registrationCloses)),
    clock(endOfDay(wave.registrationCloses) + 3 * MINUTE),
    clock(startOfDay(wave.selfOpens)),
    receive(hourOf(wave.selfOpens, 23)),
    receive(eveBefore(wave.selfCloses)),
    clock(endOfDay(wave.selfCloses) + 3 * MINUTE),
    receive(hourOf(dayOf(endOfDay(wave.selfCloses) + HOUR), 6)),
    {
      at: hourOf(wave.gradingDue, 23),
      act: () => {
        pressButton(world, 'collectLedgers', wave.code, random);
        pressButton(world, 'summarise', wave.code, random);
      },
    },
    {
      at: hourOf(wave.recognitionDue, 22),
      act: () => {
        pressButton(world, 'collectLedgers', wave.code, random);
        pressButton(world, 'summarise', wave.code, random);
      },
    },
    { at: hourOf(wave.reportDue, 9), act: () => void pressButton(world, 'lockWave', wave.code, random) },
    { at: hourOf(wave.reportDue, 10), act: () => void pressButton(world, 'report', wave.code, random) },
  ];
}

/** Staff decide what the program does not, and the standing committee recognises the units. */
function staffEvents(world: World, wave: Wave, acts: WaveActs, random: Random): readonly Event[] {
  const decide = (at: number): Event => ({
    at,
    act: () => {
      decideSheets(world, wave, acts, random);
      pressButton(world, 'collect', wave.code, random);
      pressButton(world, 'push', wave.code, random);
    },
  });
  return [
    decide(hourOf(wave.registrationCloses, 14)),
    decide(hourOf(wave.selfCloses, 14)),
    {
      at: hourOf(wave.recognitionDue, 20),
      act: () => recogniseUnits(world, wave, acts, random),
    },
  ];
}

function committeeEvents(world: World, wave: Wave, acts: WaveActs, random: Random): readonly Event[] {
  const books = booksByUnit(world);
  const { district } = world;
  return district.units
    .filter((unit) => unit.calendar === wave.calendar)
    .flatMap((unit) => {
      const book = books.get(unit.code);
      if (book === undefined) throw new Error(`${unit.name} has no workbook`);
      const branches = district.branches.filter(({ base }) => base === unit.code);
      const desk: UnitDesk = { world, acts, wave, unit, branches, book };
      return [
        ...branches.flatMap((branch) =>
          branchEvents({ world, acts, wave, branch, book }, random.fork(branch.code)),
        ),
        ...(unit.kind === 'BASE_UNION' ? unitEvents(desk, random.fork(unit.code)) : []),
      ];
    });
}

/**
 * A branch assesses on the last days; some begin while members still send, some are late, some take back what they
 * sent; one has no computer and types into *Nhập tay*.
 */
function branchEvents(desk: BranchDesk, random: Random): readonly Event[] {
  const { wave } = desk;
  const isEarly = random.chance(SHARE_EARLY);
  const isLate = random.chance(SHARE_LATE);
  const takesBack = random.chance(SHARE_TAKEN_BACK);
  const hasPaper = random.chance(SHARE_WITH_PAPER);
  const thinksAgain = random.chance(SHARE_THINKING_AGAIN);
  const evening = (day: string): number => hourOf(day, 19) + random.below(3 * HOUR);
  const lateDay = dayOf(endOfDay(wave.gradingDue) + HOUR);
  const last = evening(isLate ? lateDay : wave.gradingDue);
  if (desk.branch.code === phoneBranch(desk.world.district)?.code)
    return [
      {
        at: last,
        act: () => {
          gradeByHand(desk, random);
          finishBranch(desk, random);
        },
      },
    ];
  return [
    ...(isEarly
      ? [
          {
            at: hourOf(dayOf(startOfDay(wave.selfCloses) - HOUR), 18) + random.below(HOUR),
            act: () => gradeBranch(desk, 'READY', random),
          },
        ]
      : []),
    {
      at: last,
      act: () => {
        if (hasPaper) enterPapers(desk, random);
        gradeBranch(desk, 'ALL', random);
        if (thinksAgain) thinkAgain(desk, random);
        finishBranch(desk, random);
      },
    },
    ...(takesBack ? [{ at: last + HOUR, act: () => takeBackAndSend(desk, random) }] : []),
  ];
}

function unitEvents(desk: UnitDesk, random: Random): readonly Event[] {
  const { wave, branches } = desk;
  const dayBefore = dayOf(startOfDay(wave.recognitionDue) - HOUR);
  const returned: { branch: InventedBranch; members: readonly string[] }[] = [];
  return [
    { at: hourOf(wave.registrationOpens, 9), act: () => recordDeployment(desk, random) },
    {
      at: hourOf(dayBefore, 8) + random.below(HOUR),
      act: () => {
        openUnit(desk);
        for (const branch of branches)
          if (random.chance(SHARE_RETURNED))
            returned.push({ branch, members: returnBranch(desk, branch, random) });
      },
    },
    {
      at: hourOf(dayBefore, 19),
      act: () => {
        for (const { branch, members } of returned) {
          const own: BranchDesk = { ...desk, branch };
          gradeReturned(own, members, random);
          send(own, random);
        }
      },
    },
    {
      at: hourOf(wave.recognitionDue, 8) + random.below(2 * HOUR),
      act: () => {
        openUnit(desk);
        for (const branch of branches) recogniseBranch(desk, branch, random);
        finishUnit(desk, random);
      },
    },
  ];
}

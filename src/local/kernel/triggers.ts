import type { FiredRun, OpenedMenu, RunResult } from './api';
import type { Core } from './core';
import { atLeast } from './core';
import { type EventRooms, type Happening, eventObject } from './events';
import { executionOptions } from './identity';
import { runNow } from './runner';
import type { FileRecord, ProjectRecord, TriggerRecord } from './state';

const EVENT_OF = {
  open: 'ON_OPEN',
  edit: 'ON_EDIT',
  change: 'ON_CHANGE',
  formSubmit: 'ON_FORM_SUBMIT',
  sheetSubmit: 'ON_FORM_SUBMIT',
} as const;

/** One trigger event on its way; faults may lose, double, delay, blank or reorder it. */
interface Delivery {
  readonly trigger: TriggerRecord;
  readonly happening: Happening;
  readonly blank: boolean;
}

/** Runs what listens: simple triggers of scripts in the document, installable triggers as their creators, the clock's triggers. */
export class Triggers {
  /** Events that come later than they should: when, and which. */
  private readonly late: { readonly at: number; readonly delivery: Delivery }[] = [];
  private held: Delivery | null = null;

  constructor(
    private readonly core: Core,
    private readonly rooms: EventRooms,
  ) {}

  /** onOpen or onEdit of every script that lives or is installed in the document. Nobody but an editor sets them off [facts 2.5]. */
  simple(file: FileRecord, happening: Extract<Happening, { kind: 'open' | 'edit' }>): FiredRun[] {
    if (!atLeast(this.core.roleOf(file, happening.keyboard), 'writer')) return [];
    const handler = happening.kind === 'open' ? 'onOpen' : 'onEdit';
    return this.projectsIn(file)
      .filter((project) => mentionsFunction(project, handler))
      .map((project) => ({
        project: project.id,
        handler,
        trigger: null,
        result: runNow(this.core, {
          ...executionOptions(this.core, {
            project,
            origin: 'simpleTrigger',
            keyboard: happening.keyboard,
            document: file,
          }),
          fn: handler,
          args: (execution) => [eventObject(execution, this.rooms, happening, null, false)],
          page: false,
        }),
      }))
      .filter(({ result }) => result.error?.message !== `Script function not found: ${handler}`);
  }

  /** Installable triggers on that file for that happening. */
  installable(file: FileRecord, happening: Exclude<Happening, { kind: 'clock' }>): FiredRun[] {
    const event = EVENT_OF[happening.kind];
    return Object.values(this.core.state.triggers)
      .filter((trigger) => trigger.file === file.id && trigger.event === event)
      .flatMap((trigger) => this.deliver({ trigger, happening, blank: false }));
  }

  /** Runs a trigger now, whatever its time. */
  fire(trigger: TriggerRecord, happening: Happening): FiredRun {
    return this.run({ trigger, happening, blank: false });
  }

  /** Everything due up to then, each at its own time on the workspace's clock. */
  advanceTo(until: number): FiredRun[] {
    const { state } = this.core;
    const runs: FiredRun[] = [];
    for (;;) {
      const due = Object.values(state.triggers)
        .filter((one) => one.event === 'CLOCK' && one.nextAt !== null && one.nextAt <= until && !one.disabled)
        .sort((a, b) => a.nextAt! - b.nextAt! || (a.id < b.id ? -1 : 1))[0];
      const delayed = this.late.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due && !delayed) break;
      if (delayed && (!due || delayed.at < due.nextAt!)) {
        this.late.splice(this.late.indexOf(delayed), 1);
        state.clock = Math.max(state.clock, delayed.at);
        runs.push(this.run(delayed.delivery));
        continue;
      }
      const at = due!.nextAt!;
      state.clock = Math.max(state.clock, at);
      // A trigger that fires once is gone afterwards; a recurring one keeps its rhythm, and what was missed is not made up for.
      if (due!.everyMs === 0) due!.nextAt = null;
      else due!.nextAt = at + Math.max(1, Math.ceil((state.clock - at + 1) / due!.everyMs)) * due!.everyMs;
      runs.push(this.run({ trigger: due!, happening: { kind: 'clock', at: state.clock }, blank: false }));
      if (due!.everyMs === 0) delete state.triggers[due!.id];
    }
    state.clock = Math.max(state.clock, until);
    return runs;
  }

  /** The scripts of a document: those bound to it, and installed add-ons (for spreadsheets). */
  projectsIn(file: FileRecord): ProjectRecord[] {
    return Object.values(this.core.state.projects).filter(
      (project) =>
        (project.kind === 'bound' && project.container === file.id) ||
        (project.kind === 'addon' && file.kind === 'spreadsheet'),
    );
  }

  private deliver(delivery: Delivery): FiredRun[] {
    const fault = this.core.faults.nextEvent();
    const before = this.held;
    this.held = null;
    const runs = (list: readonly Delivery[]): FiredRun[] => list.map((one) => this.run(one));
    const after = before ? [before] : [];
    switch (fault?.do) {
      case 'lose':
        return runs(after);
      case 'double':
        return runs([delivery, delivery, ...after]);
      case 'blank':
        return runs([delivery, { ...delivery, blank: true }, ...after]);
      case 'delay':
        this.late.push({ at: this.core.now() + (fault.delayMs ?? 60_000), delivery });
        return runs(after);
      case 'reorder':
        // It comes after the next one.
        this.held = delivery;
        return runs(after);
      default:
        return runs([delivery, ...after]);
    }
  }

  private run({ trigger, happening, blank }: Delivery): FiredRun {
    const { core } = this;
    const project = core.state.projects[trigger.project];
    const fired = (result: RunResult): FiredRun => ({
      project: trigger.project,
      handler: trigger.handler,
      trigger: trigger.id,
      result,
    });
    const creator = core.state.people[trigger.creator];
    if (!project || !creator || creator.gone) {
      trigger.disabled = true;
      return fired(notRun('The account that made the trigger is gone.'));
    }
    const who = { user: trigger.creator, project: project.id };
    if (core.left('triggerRuntimeMs', who) <= 0) {
      return fired(notRun('Service using too much computer time for one day.'));
    }
    const document = trigger.file === null ? null : (core.file(trigger.file) ?? null);
    const container =
      project.kind === 'standalone'
        ? null
        : project.kind === 'bound'
          ? core.file(project.container!)
          : document;
    const keyboard = happening.kind === 'clock' ? '' : happening.keyboard;
    const result = runNow(core, {
      ...executionOptions(core, {
        project,
        origin: happening.kind === 'clock' ? 'clockTrigger' : 'trigger',
        keyboard,
        runsAs: trigger.creator,
        hasWindow: ['open', 'edit', 'change'].includes(happening.kind),
        document: container,
      }),
      fn: trigger.handler,
      args: (execution) => [eventObject(execution, this.rooms, happening, trigger.id, blank)],
      page: false,
    });
    core.take('triggerRuntimeMs', who, Math.min(result.simulatedMs, core.left('triggerRuntimeMs', who)));
    return fired(result);
  }
}

/** Menus that runs made, whose they are; the last of a name counts. */
export function menusOf(core: Core, runs: readonly FiredRun[]): OpenedMenu[] {
  const menus = new Map<string, OpenedMenu>();
  for (const { project, result } of runs) {
    for (const effect of result.ui) {
      if (effect.kind !== 'menu') continue;
      const record = core.state.projects[project]!;
      const addOn = record.kind === 'addon';
      menus.set(`${project}\n${effect.menu.caption}`, {
        project,
        projectName: record.manifest.addOnName ?? record.name,
        addOn,
        menu: effect.menu,
      });
    }
  }
  return [...menus.values()];
}

const mentions = new WeakMap<ProjectRecord['files'], Map<string, boolean>>();

/** True when some file may define that function; whether at top level, its run tells. */
function mentionsFunction({ files }: ProjectRecord, name: string): boolean {
  const known = mentions.get(files) ?? new Map<string, boolean>();
  mentions.set(files, known);
  if (!known.has(name)) {
    const pattern = new RegExp(`\\bfunction\\s*\\*?\\s*${name}\\s*\\(|\\b(?:var|let|const)\\s+${name}\\s*=`);
    known.set(
      name,
      files.some((file) => file.type === 'code' && pattern.test(file.source)),
    );
  }
  return known.get(name)!;
}

function notRun(message: string): RunResult {
  return {
    ok: false,
    error: { name: 'Exception', message },
    calls: { total: 0, byService: {}, unlisted: [] },
    simulatedMs: 0,
    sleptMs: 0,
    cpuMs: 0,
    logs: [],
    ui: [],
    notEmulated: [],
  };
}

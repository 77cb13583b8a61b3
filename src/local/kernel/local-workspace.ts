import type { FiredRun, RunOptions, RunResult, Workspace, WorkspaceOptions } from './api';
import { createCatalogue } from './catalogue';
import { Core, moment } from './core';
import type { Catalogue } from './core-types';
import { GoogleError } from './errors';
import { RunningExecution } from './execution';
import { documentOf, executionOptions, refusalToRun } from './identity';
import { Interleaver } from './interleave';
import { pageArguments } from './page-values';
import { readProject } from './project';
import { compile } from './realm/compile';
import type { Rooms } from './rooms';
import { Saves } from './saves';
import { type RunRequest, failed, runNow } from './runner';
import type { FileRecord, ProjectRecord, Role } from './state';
import { Triggers, menusOf } from './triggers';

const NO_STORAGE =
  "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";

/** The catalogue of these rooms; the same for every workspace. */
export function catalogueOf(rooms: Rooms): Catalogue {
  return createCatalogue([rooms.sheets, rooms.forms, rooms.docs, rooms.drive, ...rooms.small]);
}

/** A workspace made of these rooms. */
export function buildWorkspace(rooms: Rooms, catalogue: Catalogue, options: WorkspaceOptions): Workspace {
  const core = new Core(catalogue, options);
  const triggers = new Triggers(core, rooms);
  const interleaver = new Interleaver(core);
  const saves = new Saves(core);

  const projectOf = (project: string | ProjectRecord): ProjectRecord => {
    const id = typeof project === 'string' ? project : project.id;
    const found = core.state.projects[id];
    if (!found) throw new Error(`There is no project ${id}`);
    return found;
  };
  const fileOf = (id: string): FileRecord => {
    const file = core.file(id);
    if (!file) throw new Error(`There is no file ${id}`);
    return file;
  };
  const personOf = (email: string): string => {
    const person = core.state.people[email.toLowerCase()];
    if (!person || person.gone) throw new Error(`There is no account ${email}`);
    return person.email;
  };

  /** What is to be run, or the refusal Google has for it. */
  const request = (
    project: string | ProjectRecord,
    fn: string,
    of: RunOptions,
  ):
    | { readonly ok: true; readonly request: RunRequest }
    | { readonly ok: false; readonly result: RunResult } => {
    const record = projectOf(project);
    const keyboard = personOf(of.as ?? record.owner);
    const document = documentOf(core, record, of.document);
    const origin = of.from ?? 'editor';
    const page = origin === 'page';
    const options = executionOptions(core, { project: record, origin, keyboard, document });
    const refuse = (message: string, name = page ? 'ScriptError' : 'Exception') => ({
      ok: false as const,
      result: failed(new RunningExecution(core, options), { name, message }),
    });
    if (page && core.state.people[keyboard]?.severalAccounts) return refuse(NO_STORAGE);
    const refused = refusalToRun(core, document, keyboard);
    if (refused !== null) return refuse(refused);
    let args = of.args ?? [];
    if (page) {
      if (fn.endsWith('_')) return refuse(`Script function not found: ${fn}`);
      const carried = pageArguments(args);
      if (!carried.ok) return refuse(carried.message, 'Error');
      args = carried.args;
    }
    return { ok: true, request: { ...options, fn, args: () => args, page } };
  };

  const workspace: Workspace = {
    core,
    get state() {
      return core.state;
    },
    now: () => core.now(),
    setClock: (now) => {
      core.state.clock = moment(now);
    },
    advance: (ms) => {
      if (!(ms >= 0)) throw new Error(`Time does not go back: ${ms}`);
      return triggers.advanceTo(core.now() + ms);
    },

    addPerson: (person) => {
      const email = person.email.toLowerCase();
      const record = {
        email,
        name: person.name ?? email.split('@')[0]!,
        account: person.account ?? core.account,
        gone: false,
        severalAccounts: person.severalAccounts ?? false,
      };
      core.state.people[email] = record;
      return record;
    },
    people: () => Object.values(core.state.people),
    removePerson: (email) => {
      core.state.people[personOf(email)]!.gone = true;
      for (const trigger of Object.values(core.state.triggers)) {
        if (trigger.creator === email.toLowerCase()) trigger.disabled = true;
      }
    },

    createSpreadsheet: (of) => rooms.sheets.createSpreadsheet(core, { ...of, owner: personOf(of.owner) }),
    share: (fileId, email, role, by) => {
      const file = fileOf(fileId);
      const sharer = by === undefined ? file.owner : personOf(by);
      const has: Role | null = core.roleOf(file, sharer);
      if (has !== 'owner' && !(has === 'writer' && file.writersCanShare)) {
        throw new GoogleError('Exception', 'You do not have permission to share this file.');
      }
      core.grant(file, { type: 'user', role, emailAddress: email.toLowerCase() });
    },
    files: (as) =>
      Object.values(core.state.files)
        .filter((file) => !file.trashed && core.roleOf(file, as) !== null)
        .sort((a, b) => b.modifiedAt - a.modifiedAt),

    loadProject: (of) => {
      const { files, manifest } = readProject(of.dir, core.state.timeZone);
      for (const file of files) if (file.type === 'code') compile(file);
      if (of.kind === 'bound' && of.container === undefined)
        throw new Error('A bound script needs its container');
      const id = of.id ?? core.newId();
      const before = core.state.projects[id];
      if (!before && !core.take('scriptProjectsCreated', { user: of.owner.toLowerCase(), project: id })) {
        throw new GoogleError('Exception', 'Service invoked too many times for one day: script projects.');
      }
      const record: ProjectRecord = {
        id,
        name: of.name ?? manifest.addOnName ?? of.dir.split('/').pop()!,
        kind: of.kind,
        container: of.kind === 'bound' ? fileOf(of.container!).id : null,
        owner: personOf(of.owner),
        manifest,
        files,
        disabledIn: before?.disabledIn ?? [],
      };
      core.state.projects[id] = record;
      return record;
    },
    install: (project, of) => workspace.run(project, 'onInstall', { ...of, from: 'menu' }),
    run: (project, fn, of = {}) => {
      const made = request(project, fn, of);
      return made.ok ? runNow(core, made.request) : made.result;
    },
    runAsking: async (project, fn, of, ask) => {
      const made = request(project, fn, of);
      return made.ok ? interleaver.runAsking(made.request, ask) : made.result;
    },
    answer: (button, text) => {
      core.answers.push({ button, ...(text === undefined ? {} : { text }) });
    },

    openDocument: (fileId, { as }) => {
      const file = fileOf(fileId);
      const keyboard = personOf(as);
      if (core.roleOf(file, keyboard) === null) {
        throw new GoogleError('Exception', 'You do not have permission to access the requested document.');
      }
      const happening = { kind: 'open', file, keyboard } as const;
      const runs = [...triggers.simple(file, happening), ...triggers.installable(file, happening)];
      return { menus: menusOf(core, runs), runs };
    },
    typeInto: (fileId, sheetId, a1, text, { as }) => {
      const file = fileOf(fileId);
      const keyboard = personOf(as);
      const typed = rooms.sheets.typeInto(core, { file, sheetId, a1, text, as: keyboard });
      if (!typed.ok) return { ...typed, runs: [] };
      const happening = { kind: 'edit', file, keyboard, typed } as const;
      return {
        ...typed,
        runs: [
          ...triggers.simple(file, happening),
          ...triggers.installable(file, happening),
          ...triggers.installable(file, { kind: 'change', file, keyboard }),
        ],
      };
    },
    submitForm: (formId, of) => {
      const form = fileOf(formId);
      const keyboard = of.as === '' ? '' : personOf(of.as);
      const submitted = rooms.forms.submit(core, { ...of, form, as: keyboard });
      if (!submitted.ok) return { ...submitted, runs: [] };
      const runs: FiredRun[] = triggers.installable(form, {
        kind: 'formSubmit',
        form,
        keyboard,
        responseId: submitted.responseId,
      });
      if (submitted.row) {
        const file = fileOf(submitted.row.file);
        runs.push(...triggers.installable(file, { kind: 'sheetSubmit', file, keyboard, row: submitted.row }));
      }
      return { ...submitted, runs };
    },

    triggers: () => Object.values(core.state.triggers),
    fireTrigger: (id) => {
      const trigger = core.state.triggers[id];
      if (!trigger) throw new Error(`There is no trigger ${id}`);
      if (trigger.event === 'CLOCK') return triggers.fire(trigger, { kind: 'clock', at: core.now() });
      if (trigger.event === 'ON_OPEN') {
        return triggers.fire(trigger, {
          kind: 'open',
          file: fileOf(trigger.file!),
          keyboard: trigger.creator,
        });
      }
      throw new Error('Only a trigger of the clock or of opening can be fired without what it tells of');
    },
    outbox: () => core.state.mails,

    faults: (faults) => {
      core.setFaults(faults);
    },
    between: (n, act) => {
      core.faults.interrupt(n, act);
    },
    interleave: (a, b, seed) => {
      const [first, second] = [a, b].map((one) => request(one.project, one.fn, one.options ?? {}));
      if (!first!.ok) throw new Error(`The first execution is refused: ${first!.result.error?.message}`);
      if (!second!.ok) throw new Error(`The second execution is refused: ${second!.result.error?.message}`);
      return interleaver.run(first!.request, second!.request, seed);
    },

    snapshot: () => structuredClone(core.state),
    restore: (state) => {
      if (core.running.size > 0) throw new Error('An execution is running');
      core.state = structuredClone(state);
      core.locks.clear();
      saves.forget();
    },
    save: (dir, before) => {
      saves.save(dir, before);
    },
    close: () => {
      interleaver.close();
    },
  };
  return workspace;
}

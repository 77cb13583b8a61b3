import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from './core';
import type { FileRecord, WorkspaceState } from './state';

const STATE_FILE = 'workspace.json';
/** Which save lies in a folder: so that nothing is taken from another one. */
const MARK_FILE = 'save';
/** Smaller files are written anew every time: it costs less than to look for them. */
const LARGE = 65_536;

/** Saves of one workspace: all records in one file, the data of each Drive file in one of its own. */
export class Saves {
  private last: { readonly dir: string; readonly mark: string } | null = null;
  /** What was written of each large file at the last save: at which of its changes. */
  private written = new Map<string, number>();

  constructor(private readonly core: Core) {}

  /** Writes the workspace into that folder. `before`: where the last save lies now, if it was moved. */
  save(dir: string, before = this.last?.dir): void {
    const { state } = this.core;
    const source = before !== undefined && this.isLast(before) ? before : null;
    mkdirSync(join(dir, 'files'), { recursive: true });
    rmSync(join(dir, MARK_FILE), { force: true });
    const written = new Map<string, number>();
    const files: Record<string, FileRecord> = {};
    for (const [id, file] of Object.entries(state.files)) {
      files[id] = { ...file, data: null };
      const changes = this.core.changesOf(id);
      const isKept = source !== null && this.written.get(id) === changes && isTaken(source, dir, id);
      if (isKept || writeData(dir, id, file.data) >= LARGE) written.set(id, changes);
    }
    writeFileSync(join(dir, STATE_FILE), JSON.stringify({ ...state, files }));
    const mark = `${Date.now()} ${Math.random()}`;
    writeFileSync(join(dir, MARK_FILE), mark);
    this.last = { dir, mark };
    this.written = written;
  }

  /** Nothing is as it was saved any more. */
  forget(): void {
    this.last = null;
    this.written.clear();
  }

  private isLast(dir: string): boolean {
    try {
      return readFileSync(join(dir, MARK_FILE), 'utf8') === this.last?.mark;
    } catch {
      return false;
    }
  }
}

function pathOf(dir: string, id: string): string {
  return join(dir, 'files', `${id}.json`);
}

/** Takes a file's data over from the folder of before; false when that cannot be. */
function isTaken(from: string, dir: string, id: string): boolean {
  if (from === dir) return true;
  try {
    rmSync(pathOf(dir, id), { force: true });
    linkSync(pathOf(from, id), pathOf(dir, id));
    return true;
  } catch {
    return false;
  }
}

/** Gives the length of what was written. */
function writeData(dir: string, id: string, data: unknown): number {
  const text = JSON.stringify(data);
  // Not into the file that is there: it may belong to the folder of before as well.
  rmSync(pathOf(dir, id), { force: true });
  writeFileSync(pathOf(dir, id), text);
  return text.length;
}

/** What `save` wrote there. Throws when there is nothing. */
export function loadState(dir: string): WorkspaceState {
  const state = JSON.parse(readFileSync(join(dir, STATE_FILE), 'utf8')) as WorkspaceState;
  for (const file of Object.values(state.files)) {
    file.data = JSON.parse(readFileSync(pathOf(dir, file.id), 'utf8')) as unknown;
  }
  return state;
}

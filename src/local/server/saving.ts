import { existsSync, renameSync, rmSync } from 'node:fs';

/** Saves after changes, a little later and at most once at a time. */
export interface Saving {
  readonly soon: () => void;
  /** Saves now what still waits to be saved. */
  readonly flush: () => void;
}

const DELAY_MS = 400;

/** `save` writes a whole folder, `before` being the one of the last time; the folder of before is only replaced once the new one is complete. */
export function createSaving(
  folder: string | undefined,
  save: (folder: string, before: string) => void,
): Saving {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (folder === undefined) return;
    const [fresh, old] = [`${folder}.new`, `${folder}.old`];
    rmSync(fresh, { recursive: true, force: true });
    save(fresh, folder);
    rmSync(old, { recursive: true, force: true });
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
    rmSync(old, { recursive: true, force: true });
  };
  // What cannot be saved now is tried again with the next change; the workspace goes on.
  const late = (): void => {
    try {
      now();
    } catch (error) {
      console.error('The workspace could not be saved:', error);
    }
  };
  return {
    soon: () => {
      if (folder !== undefined) timer ??= setTimeout(late, DELAY_MS);
    },
    flush: () => {
      if (timer !== undefined) now();
    },
  };
}

import { createContext, Script } from 'node:vm';
import { shipped, type ScriptName } from './shipped';

/** Every global through which code reaches Google; a touch of one at load would kill the menu (docs/apps-script-notes.md, Auth modes). */
const GOOGLE = [
  'SpreadsheetApp',
  'FormApp',
  'DocumentApp',
  'DriveApp',
  'MailApp',
  'GmailApp',
  'ScriptApp',
  'HtmlService',
  'LockService',
  'CacheService',
  'PropertiesService',
  'Session',
  'Utilities',
  'UrlFetchApp',
  'Logger',
  'Sheets',
  'Drive',
] as const;

/** What loading a program left behind. */
export interface Loaded {
  /** Google's globals that were touched on the way. */
  readonly touched: readonly string[];
  /** Functions that a page, a menu or a trigger could call, sorted. */
  readonly functions: readonly string[];
  /** Names among them that lead to no function of the bundle. */
  readonly loose: readonly string[];
}

/** Loads a program as Google does: all its globals are the language's own; throws when it wants another. */
export function loadBare(code: string): Loaded {
  const touched: string[] = [];
  const context = createContext({}) as Record<string, unknown>;
  // V8 itself brings these two; nothing of ours may want them while it loads.
  new Script('delete globalThis.console; delete globalThis.WebAssembly').runInContext(context);
  for (const name of GOOGLE) {
    Object.defineProperty(context, name, {
      configurable: true,
      get() {
        touched.push(name);
        return undefined;
      },
    });
  }
  new Script(code, { filename: 'Code.js' }).runInContext(context);
  const app = context.App as Readonly<Record<string, unknown>> | undefined;
  const functions = Object.keys(context)
    .filter((name) => !(GOOGLE as readonly string[]).includes(name) && typeof context[name] === 'function')
    .sort();
  return { touched, functions, loose: functions.filter((name) => typeof app?.[name] !== 'function') };
}

/** Loads the shipped Code.js of a script. */
export function loadShipped(script: ScriptName): Loaded {
  return loadBare(shipped(script, 'Code.js'));
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

export const SCRIPTS = ['district', 'committee'] as const;
export type ScriptName = (typeof SCRIPTS)[number];

/** The HTML pages of each script, without the ending. */
export const PAGES: Readonly<Record<ScriptName, readonly string[]>> = {
  district: ['console', 'print'],
  committee: ['grading', 'papers'],
};

/** Every page with its script, for tables. */
export const ALL_PAGES = SCRIPTS.flatMap((script) => PAGES[script].map((page) => [script, page] as const));

/** The files of dist/<script>, sorted. */
export function shippedFiles(script: ScriptName): readonly string[] {
  return readdirSync(join(ROOT, 'dist', script)).sort();
}

/** Text of one shipped file. */
export function shipped(script: ScriptName, file: string): string {
  return readFileSync(join(ROOT, 'dist', script, file), 'utf8');
}

/** The text between `<script>` and `</script>` of a page; throws when there is not exactly one. */
export function programOf(html: string): string {
  const found = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)];
  if (found.length !== 1) throw new Error(`Expected one program in the page, found ${found.length}`);
  return found[0]?.[1] ?? '';
}

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ManifestData, ProjectFile } from './state';

/** A project as it lies in a folder. */
export interface ReadProject {
  readonly files: readonly ProjectFile[];
  readonly manifest: ManifestData;
}

/**
 * Reads a folder as clasp pushes it: .js, .gs, .html and one appsscript.json; code runs in the order of .clasp.json's filePushOrder,
 * then by path. Throws when the folder has no manifest or no code.
 */
export function readProject(dir: string, timeZone: string): ReadProject {
  const manifestPath = join(dir, 'appsscript.json');
  if (!existsSync(manifestPath)) throw new Error(`${dir} has no appsscript.json`);
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|gs|html)$/.test(entry.name))
    .map((entry) => relative(dir, join(entry.path, entry.name)).split(sep).join('/'))
    .sort((a, b) => a.localeCompare(b));
  const first = pushOrder(dir);
  const ordered = [
    ...first.filter((path) => paths.includes(path)),
    ...paths.filter((path) => !first.includes(path)),
  ];
  const files = ordered.map((path): ProjectFile => ({
    name: path.replace(/\.(js|gs|html)$/, ''),
    type: path.endsWith('.html') ? 'html' : 'code',
    source: readFileSync(join(dir, path), 'utf8'),
  }));
  if (!files.some((file) => file.type === 'code')) throw new Error(`${dir} has no code`);
  return { files, manifest: parseManifest(readFileSync(manifestPath, 'utf8'), timeZone) };
}

function pushOrder(dir: string): readonly string[] {
  const path = join(dir, '.clasp.json');
  if (!existsSync(path)) return [];
  const settings = JSON.parse(readFileSync(path, 'utf8')) as { filePushOrder?: string[] };
  return settings.filePushOrder ?? [];
}

/** What the workspace needs of a manifest. Throws when it is not JSON. */
export function parseManifest(text: string, timeZone: string): ManifestData {
  const data = JSON.parse(text) as {
    timeZone?: string;
    oauthScopes?: string[];
    dependencies?: { enabledAdvancedServices?: { userSymbol: string; serviceId: string; version: string }[] };
    addOns?: { common?: { name?: string } };
  };
  return {
    timeZone: data.timeZone ?? timeZone,
    oauthScopes: data.oauthScopes ?? null,
    advanced: data.dependencies?.enabledAdvancedServices ?? [],
    addOnName: data.addOns?.common?.name ?? null,
  };
}

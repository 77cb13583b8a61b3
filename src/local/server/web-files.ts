import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './router';

/** The folder with the bundled pages: `build/local/web` of the nearest folder above that has one. */
export function webFolder(from = __dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'build', 'local', 'web');
    if (existsSync(found)) return found;
    if (folder === dirname(folder))
      throw new Error('The pages of the workspace are not built: run `npm run build`.');
  }
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** A bundled file and its media type; only plain names are served. */
export function webFile(folder: string, name: string): { readonly type: string; readonly text: string } {
  const end = /^[a-z-]+\.(js|css)$/.exec(name)?.[1];
  const path = join(folder, name);
  if (end === undefined || !existsSync(path)) throw new Refusal(404, 'Không có tệp này.');
  return { type: `${TYPES[end]}; charset=utf-8`, text: readFileSync(path, 'utf8') };
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230a5ca8'/%3E%3C/svg%3E";

/** The page that a bundled program fills. */
export function shell(page: 'home' | 'form' | 'workbook'): string {
  return [
    '<!doctype html>',
    '<html lang="vi">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Không gian làm việc ngoại tuyến</title>',
    `<link rel="icon" href="${ICON}">`,
    `<link rel="stylesheet" href="/static/${page}.css">`,
    '</head>',
    '<body>',
    '<div id="app"></div>',
    `<script src="/static/${page}.js"></script>`,
    '</body>',
    '</html>',
  ].join('\n');
}

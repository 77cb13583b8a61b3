// Takes the pictures of docs/screenshots from the demo, always the same ones: `npm run screenshots`.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runProgram } from './run-program.mjs';

const cache = join(root, 'node_modules', '.cache');

/** The same letters on every machine: those that come with the browser's package, where it has unpacked them. */
function letters() {
  const folder = join(cache, 'chromium', 'fonts', 'fonts');
  if (!existsSync(folder)) return {};
  const file = join(cache, 'screenshots-fonts.conf');
  const dirs = `<dir>${folder}</dir><cachedir>${join(cache, 'fonts')}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}</fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}

process.exitCode = await runProgram('screenshots/take.ts', letters);

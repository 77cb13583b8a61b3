// Takes the pictures of docs/screenshots from the demo, always the same ones: `npm run screenshots`.
import { packagedFonts } from '../support/find-browser.mjs';
import { runProgram } from './run-program.mjs';

// The same letters on every machine.
process.exitCode = await runProgram('screenshots/take.ts', packagedFonts);

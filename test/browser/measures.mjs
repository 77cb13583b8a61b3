// Prints what only a browser can measure, as one line of JSON: `node test/browser/measures.mjs` (after a build).
import { runProgram } from './run-program.mjs';

process.exitCode = await runProgram('measures/measure.ts');

/** What Google puts into every page that HtmlService serves (docs/apps-script-notes.md, google.script.run). */
interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  readonly [name: string]: unknown;
}

interface GoogleScript {
  readonly script: {
    readonly run: Runner;
  };
}

declare const google: GoogleScript;

/**
 * Calls one public function of the script with one text and gives the text it answers. Rejects with Google's message, as it came: an error from
 * a script keeps its message only.
 */
export function runScript(name: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run
      .withSuccessHandler((answer) => {
        if (typeof answer === 'string') resolve(answer);
        else reject(new Error(`Not a text: ${typeof answer}`));
      })
      .withFailureHandler((error) => {
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    const call = runner[name];
    if (typeof call !== 'function') {
      reject(new Error(`Script function not found: ${name}`));
      return;
    }
    (call as (argument: string) => void).call(runner, text);
  });
}

/** Calls a public function that opens a window beside this page; it answers nothing, and what keeps it from opening Google says itself. */
export function openWindow(name: string, argument: string): void {
  const call = google.script.run[name];
  if (typeof call !== 'function') throw new Error(`Script function not found: ${name}`);
  (call as (text: string) => void).call(google.script.run, argument);
}

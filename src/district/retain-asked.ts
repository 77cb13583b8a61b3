import { textOfCell } from '../workbook/cells';
import { jobProgressFrom, jobRequestsFrom, JOBS_ASKED_TAB, JOBS_DONE_TAB } from '../workbook/jobs-tabs';
import { readTable } from '../workbook/tab';
import { propertyJobStore, textArg } from '../google/jobs';
import type { District } from './district';
import { answersOf } from './job-answers';
import { redactRows } from './redact-columns';

type Args = Readonly<Record<string, unknown>>;

/**
 * Takes the reasons out of what was asked of these waves and is over: the rows of *Việc chờ*, and the newest run of each job. How many rows were changed;
 * one read, one write.
 */
export function eraseAsked(district: District, waves: ReadonlySet<string>): number {
  const { api, book, services } = district;
  const [asked, done] = api.read(book, [
    { sheetId: JOBS_ASKED_TAB.sheetId },
    { sheetId: JOBS_DONE_TAB.sheetId },
  ]);
  const over = new Set(
    jobProgressFrom(done ?? [])
      .filter(({ state }) => state === 'DONE' || state === 'STOPPED')
      .map(({ request }) => request),
  );
  const args = new Map(jobRequestsFrom(asked ?? []).map((one) => [one.request, one.args]));
  const argsOf = (request: string): Args => args.get(request) ?? {};
  const table = readTable(JOBS_ASKED_TAB, asked ?? []);
  const own = table.records.filter(({ cells }) => {
    const request = textOfCell(cells.request);
    return over.has(request) && saysWhy(argsOf(request)) && waves.has(textArg(argsOf(request), 'wave'));
  });
  const found = redactRows(JOBS_ASKED_TAB.sheetId, table, own, ({ request }) => ({
    args: JSON.stringify(withoutWhy(argsOf(textOfCell(request)))),
  }));
  api.change(book, found.requests, true);
  const store = propertyJobStore(services);
  for (const key of store.keys()) {
    const run = waves.has(key.slice(key.indexOf(':') + 1)) ? store.read(key) : null;
    if (run?.state === 'DONE' && saysWhy(run.args)) store.write({ ...run, args: withoutWhy(run.args) });
  }
  return found.rows;
}

function saysWhy(args: Args): boolean {
  return textArg(args, 'reason') !== '' || Object.keys(answersOf(args)).length > 0;
}

function withoutWhy(args: Args): Args {
  return { ...args, reason: '', answers: {} };
}

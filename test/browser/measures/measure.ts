import type { Browser, Frame } from 'playwright-core';
import { type DemoServer, committeeOf, openBranchOf, serveWorld } from '../demo-server';
import { openSidebarPage, type SidebarPage } from '../sidebar-page';
import { gradeThirty, THIRTY } from '../thirty-members';
import { LONG_BRANCH, WARD, wardToGrade } from '../ward-world';
import { LAPTOP, openBrowser } from '../workspace-browser';

/** One figure of the bench, as every other one: `[{ id, what, value, unit }]`. */
interface Measure {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'key presses';
}

const MEMBERS = 500;
const RUNS = 7;
/** How much slower than this machine the browser computes: a cheap laptop. */
const SLOWER = 4;

/** Moments of a page, kept on its window. */
interface Marks {
  dataAt?: number;
  paintedAt?: number;
}

/** Put into every frame: when the branch's data came, and when the member in front was on the screen. */
function watch(): void {
  const marks: Marks = {};
  (window as unknown as { marks: Marks }).marks = marks;
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its response below
  const original = Response.prototype.json;
  Response.prototype.json = async function json(this: Response) {
    const body: unknown = await original.call(this);
    if (JSON.stringify(body).includes('selfLevels')) marks.dataAt ??= performance.now();
    return body;
  };
  const look = (): void => {
    if (!document.querySelector('.member h2')) {
      requestAnimationFrame(look);
      return;
    }
    // What follows a frame's callbacks runs when that frame is drawn.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      marks.paintedAt = performance.now();
    });
    port1.start();
    port2.postMessage('');
  };
  requestAnimationFrame(look);
}

async function frameOf({ page }: SidebarPage): Promise<Frame> {
  const handle = await page.getByTestId('sidebar').locator('iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('The sidebar has no page');
  return frame;
}

/** The sidebar's frame, where it has a process of its own, else the page it is in. */
async function slowDown({ page }: SidebarPage, frame: Frame): Promise<void> {
  const context = page.context();
  const session = await context.newCDPSession(frame).catch(() => context.newCDPSession(page));
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** From the data to the first paint with a member on it. */
async function openPaint(browser: Browser, demo: DemoServer): Promise<number> {
  const context = await browser.newContext(LAPTOP);
  await context.addInitScript(watch);
  // The answer with the data waits until the browser is slow.
  let release = (): void => undefined;
  const isSlow = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route('**/run/**', async (route) => {
    if (route.request().postData()?.includes('openBranch')) await isSlow;
    await route.continue();
  });
  const own = await openSidebarPage(browser, demo, { unit: WARD, email: secretary(demo), context });
  const frame = await frameOf(own);
  await slowDown(own, frame);
  release();
  const marks = await frame.waitForFunction(() => {
    const all = (window as unknown as { marks: { dataAt?: number; paintedAt?: number } }).marks;
    return all.dataAt !== undefined && all.paintedAt !== undefined ? all : null;
  });
  const { dataAt = 0, paintedAt = 0 } = (await marks.jsonValue()) ?? {};
  await own.close();
  return paintedAt - dataAt;
}

/** From a key press that agrees with a member to the paint with the next one. */
async function keyPaints(browser: Browser, demo: DemoServer): Promise<readonly number[]> {
  const own = await openSidebarPage(browser, demo, {
    unit: WARD,
    email: secretary(demo),
    context: await browser.newContext(LAPTOP),
  });
  const frame = await frameOf(own);
  await own.side.getByText(`1/${MEMBERS}`, { exact: true }).waitFor();
  await frame.evaluate(() => {
    const times: number[] = [];
    (window as unknown as { times: number[] }).times = times;
    document.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => times.push(performance.now() - timeStamp));
          port1.start();
          port2.postMessage('');
        }),
      true,
    );
  });
  for (let place = 1; place <= RUNS; place += 1) {
    await own.press('Enter');
    await own.side.getByText(`${place + 1}/${MEMBERS}`, { exact: true }).waitFor();
  }
  const times = await frame.evaluate(() => (window as unknown as { times: number[] }).times);
  await own.close();
  return times;
}

/** Key presses that grade a branch of thirty, all of them saved. Throws when a member was left out. */
async function keysOfThirty(browser: Browser): Promise<number> {
  const demo = await serveWorld(wardToGrade(5).world);
  try {
    const own = await openSidebarPage(browser, demo, { unit: WARD, email: secretary(demo) });
    const presses = await gradeThirty(own, () => Promise.resolve());
    await own.untilSaved();
    const graded = openBranchOf(demo.world, LONG_BRANCH).members.filter(({ grade }) => grade !== null);
    if (graded.length !== THIRTY.members) throw new Error(`Only ${graded.length} members were graded`);
    await own.close();
    return presses;
  } finally {
    await demo.close();
  }
}

function secretary({ world }: DemoServer): string {
  return committeeOf(world, LONG_BRANCH)[0]!.email;
}

/** Throws when it has fewer figures than runs: a check that looked at nothing fails. */
function median(values: readonly number[]): number {
  if (values.length < RUNS) throw new Error(`Only ${values.length} of ${RUNS} runs were measured`);
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10;
}

async function main(): Promise<void> {
  const demo = await serveWorld(wardToGrade(5, { [LONG_BRANCH]: MEMBERS }).world);
  const browser = await openBrowser();
  try {
    const opened: number[] = [];
    for (let run = 0; run < RUNS; run += 1) opened.push(await openPaint(browser, demo));
    const measures: readonly Measure[] = [
      {
        id: 'open500.paintMs',
        what: 'from the data of a branch of 500 to the first paint, CPU 4 times slower, median of 7',
        value: median(opened),
        unit: 'ms',
      },
      {
        id: 'keyToPaint500.ms',
        what: 'from a key press to the paint in a branch of 500, median of 7',
        value: median(await keyPaints(browser, demo)),
        unit: 'ms',
      },
      {
        id: 'keys30',
        what: 'to grade a branch of 30 by keyboard: 24 agreed with, 6 different in one criterion with a reason of the bank',
        value: await keysOfThirty(browser),
        unit: 'key presses',
      },
    ];
    console.log(JSON.stringify(measures));
  } finally {
    await browser.close();
    await demo.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

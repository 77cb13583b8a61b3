import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../local/server/start-server';
import { loadWorkspace } from '../local/workspace';
import { findWorld } from './home/find-world';
import { homeInfo } from './home/home-info';
import { seedDemo } from './home/seed';
import { readArguments, wholeNumber } from './story/arguments';
import type { World } from './world/world';

const OPTIONS = { port: 'value', data: 'value', fresh: 'flag' } as const;
const DEFAULT_PORT = 8014;

/** `npm start`: the demo district in a browser. `--port N` (0 = any free one), `--data DIR`, `--fresh` = from the beginning. */
async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2), OPTIONS);
  const port = wholeNumber(given.port, DEFAULT_PORT, 'port');
  const data = typeof given.data === 'string' ? given.data : '.workspace';
  if (given.fresh === true) rmSync(data, { recursive: true, force: true });
  const saved = savedWorld(data);
  let world = saved ?? seeded();
  const { workspace } = world;
  // The first state is at hand when it was made just now; else it is made when somebody asks for it.
  let first = saved ? null : { world, state: workspace.snapshot() };
  const server = await startServer({
    workspace,
    port,
    home: () => homeInfo(world),
    onStartOver: () => {
      if (!first) {
        const made = seedDemo();
        first = { world: made, state: made.workspace.snapshot() };
      }
      workspace.restore(first.state);
      world = { ...first.world, workspace };
    },
    saveTo: data,
    running: true,
  });
  server.changed();
  console.log(`Ready: ${server.url}`);
  const stop = (): void => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function seeded(): World {
  console.log('Đang dựng quận mẫu, mất vài giây…');
  return seedDemo();
}

/** The workspace of last time; null when there is none, or one of another make. */
function savedWorld(data: string): World | null {
  if (!existsSync(join(data, 'workspace.json'))) return null;
  try {
    return findWorld(loadWorkspace(data));
  } catch (error) {
    console.log(`Không đọc được dữ liệu ở ${data} (${(error as Error).message}). Dựng lại từ đầu.`);
    return null;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

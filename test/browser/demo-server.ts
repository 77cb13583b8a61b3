import { seedDemo } from '../../src/demo/home/seed';
import { homeInfo } from '../../src/demo/home/home-info';
import { booksByUnit } from '../../src/demo/world/files';
import { askCommittee, must, type World } from '../../src/demo/world/world';
import type { Person } from '../../src/demo/invent/district';
import type { BranchView } from '../../src/contract/committee';
import { type HomeInfo, startServer } from '../../src/local/server/start-server';
import { plainHome } from '../local/server/duty-book';

/** The demo's district, served to a browser. */
export interface DemoServer {
  readonly world: World;
  /** The home page. */
  readonly url: string;
  /** Address of a unit's *Sổ cơ sở*; '' = *Sổ Quận đoàn*. Throws for a unit without a workbook. */
  readonly bookUrl: (unit: string) => string;
  /** Tells the open pages that the workspace was changed from outside. */
  readonly changed: () => void;
  readonly close: () => Promise<void>;
}

/** Serves a world that was seeded or played; the clock stands until it is moved. */
export async function serveWorld(world: World, home: () => HomeInfo = plainHome): Promise<DemoServer> {
  const server = await startServer({
    workspace: world.workspace,
    port: 0,
    home,
  });
  return {
    world,
    url: server.url,
    bookUrl: (unit) => {
      const file = unit === '' ? world.book : booksByUnit(world).get(unit);
      if (file === undefined) throw new Error(`${unit} has no workbook`);
      return new URL(`/spreadsheets/d/${file}/edit`, server.url).href;
    },
    changed: server.changed,
    close: async () => {
      await server.close();
      world.workspace.close();
    },
  };
}

/** The demo of `npm start`, as it is on its first evening. */
export function serveDemo(): Promise<DemoServer> {
  const world = seedDemo();
  return serveWorld(world, () => homeInfo(world));
}

/** The committee of a branch or of a base unit, its secretary first. Throws when it has none. */
export function committeeOf({ district }: World, code: string): readonly Person[] {
  const found =
    district.branches.find((one) => one.code === code)?.committee ??
    district.units.find((one) => one.code === code)?.committee;
  if (!found?.[0]) throw new Error(`${code} has no committee`);
  return found;
}

/** What the script says of a branch now, to its secretary. */
export function openBranchOf(world: World, branch: string): BranchView {
  const unit = world.district.branches.find(({ code }) => code === branch)?.base ?? '';
  const document = booksByUnit(world).get(unit) ?? '';
  const of = { as: committeeOf(world, branch)[0]!.email, job: 'open', document } as const;
  return must(askCommittee(world, 'openBranch', { wave: WAVE_CODE, branch }, of), `openBranch ${branch}`);
}

/** The wave that the demo and these tests are in. */
const WAVE_CODE = '2014-C1';

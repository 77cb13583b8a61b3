import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { ServiceModule } from '../../../src/local/kernel/host';
import type * as localWorkspace from '../../../src/local/kernel/local-workspace';
import type * as catalogues from '../../../src/local/kernel/catalogue';
import type { Rooms } from '../../../src/local/kernel/rooms';
import { OWNER, load } from './scripts';

const source = join(__dirname, '..', '..', '..', 'src', 'local');

/** The service that src/local/README.md shows, in a workspace that has it. */
function workspaceWithCounters() {
  const example = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(source, 'README.md'), 'utf8'))![1]!;
  const contents = `${example}
    export { buildWorkspace } from '../kernel/local-workspace';
    export { createCatalogue } from '../kernel/catalogue';
    export { rooms } from '../workspace';`;
  const built = buildSync({
    stdin: { contents, resolveDir: join(source, 'services'), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
  });
  const module = { exports: {} as Record<string, unknown> };
  // oxlint-disable-next-line no-implied-eval -- the example is code in a document
  new Function('module', 'exports', 'require', built.outputFiles[0]!.text)(module, module.exports, require);
  const made = module.exports as unknown as typeof localWorkspace &
    typeof catalogues & { counterModule: ServiceModule; rooms: Rooms };
  const small = [...made.rooms.small, made.counterModule];
  const workspace = made.buildWorkspace({ ...made.rooms, small }, made.createCatalogue(small), {});
  workspace.addPerson({ email: OWNER });
  const file = workspace.core.addFile({
    kind: 'other',
    mimeType: 'x/y',
    name: 'Số đếm',
    owner: OWNER,
    data: { n: 1 },
  });
  return { workspace, file };
}

describe('the example of how a service is written', () => {
  const { workspace, file } = workspaceWithCounters();
  const project = load(
    workspace,
    `function go(id) {
      const counter = CounterApp.openById(id);
      counter.add(2); counter.add(3);
      return [counter.getCount(), counter.getName(), counter === CounterApp.openById(id)];
    }
    function lost(id) { CounterApp.openById(id).add(5); for (;;) Utilities.sleep(60000); }
    function wrong(id) { CounterApp.openById(id).add(-1); }`,
  );

  it('works, and its writes are charged with the flush that the first read makes', () => {
    const result = workspace.run(project, 'go', { args: [file.id] });

    const write = 90 + (57 + 22) / 1000;
    const read = 170 + (8.5 + 4) / 1000;
    expect(result.value).toEqual([6, 'Số đếm', true]);
    expect(result.calls.byService).toEqual({
      'CounterApp.openById': 2,
      'Counter.add': 2,
      'Counter.getCount': 1,
    });
    expect(result.simulatedMs).toBeCloseTo((170 + 170 + 2 * write + 560 + read) * 1.65, 6);
  });

  it('loses what a kill leaves unflushed, and refuses what it should', () => {
    const before = (file.data as { n: number }).n;

    expect(workspace.run(project, 'lost', { args: [file.id] }).killed).toBe(true);
    expect(workspace.run(project, 'wrong', { args: [file.id] }).error?.message).toBe(
      'Those counts are out of bounds.',
    );
    expect((file.data as { n: number }).n).toBe(before);
  });
});

import { createCatalogue } from '../../../src/local/kernel/catalogue';
import { type Execution, HostObject, defineType } from '../../../src/local/kernel/host';
import { buildWorkspace } from '../../../src/local/kernel/local-workspace';
import { rooms } from '../../../src/local/workspace';
import { OWNER, load } from './scripts';

let asked: string[] = [];

class Leaf extends HostObject {
  constructor(
    execution: Execution,
    readonly owner: Tree,
    readonly words: readonly string[],
  ) {
    super(execution);
  }
  getTree(): Tree {
    return this.owner;
  }
  getWords(): readonly string[] {
    asked.push('words');
    return this.words;
  }
}

class Tree extends HostObject {
  getId(): number {
    asked.push('id');
    return 7;
  }
  getName(): string {
    return 'tre';
  }
  getLeaves(): Leaf[] {
    return [new Leaf(this.execution, this, ['a', 'b']), new Leaf(this.execution, this, ['c'])];
  }
  count(leaf: Leaf): number {
    return leaf.owner === this ? leaf.words.length : -1;
  }
}

const free = { counted: false } as const;
const fixed = { counted: false, fixed: true } as const;
const treeModule = {
  types: [
    defineType({
      name: 'Tree',
      class: Tree,
      methods: { getId: fixed, getName: free, getLeaves: free, count: free },
    }),
    defineType({
      name: 'Leaf',
      class: Leaf,
      scopes: ['leaves'],
      revive: (execution, known: { getTree: Tree; getWords: string[] }) =>
        new Leaf(execution, known.getTree, known.getWords),
      methods: { getTree: fixed, getWords: fixed },
    }),
  ],
  globals: { Tree: (execution: Execution) => new Tree(execution) },
};

function run(body: string, manifest: Readonly<Record<string, unknown>> = {}) {
  const small = [...rooms.small, treeModule];
  const workspace = buildWorkspace({ ...rooms, small }, createCatalogue([...small]), {});
  workspace.addPerson({ email: OWNER });
  asked = [];
  return workspace.run(load(workspace, `function go() { ${body} }`, { manifest }), 'go');
}

describe('what never changes of an object', () => {
  it('goes along with it: the script asks as often as it likes, the service answers once', () => {
    const body =
      'const ids = []; for (let i = 0; i < 50; i++) ids.push(Tree.getId()); return [ids[49], Tree.getName()];';

    expect(run(body).value).toEqual([7, 'tre']);
    expect(asked).toEqual(['id']);
  });

  it('is the script’s own: changing it changes nothing', () => {
    const body = 'const leaf = Tree.getLeaves()[0]; leaf.getWords().push("x"); return leaf.getWords();';

    expect(run(body).value).toEqual(['a', 'b']);
  });

  it('is all of an object that is made anew when a script hands it in', () => {
    const body = `const [one, two] = Tree.getLeaves();
      return [Tree.count(one), Tree.count(two), one.getTree() === Tree, String(one), one === Tree.getLeaves()[0]];`;

    expect(run(body).value).toEqual([2, 1, true, 'Leaf', false]);
  });

  it('is told to nobody who lacks the scope to ask', () => {
    const leaves = 'https://www.googleapis.com/auth/leaves';

    expect(run('return Tree.getLeaves()[0].getWords();', { oauthScopes: [] }).error?.message).toBe(
      `Specified permissions are not sufficient to call Leaf.getWords. Required permissions: ${leaves}`,
    );
    expect(asked).not.toContain('words');
    expect(run('return Tree.getLeaves()[0].getWords();', { oauthScopes: [leaves] }).value).toEqual([
      'a',
      'b',
    ]);
  });

  it('still refuses arguments nobody takes', () => {
    expect(run('return Tree.getLeaves()[0].getTree(1) === Tree;').ok).toBe(false);
  });
});

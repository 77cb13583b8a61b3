/** A list of fields as a tree: `*` everything below; a name its own fields. */
export type FieldTree = '*' | { readonly [name: string]: FieldTree };

/** Reads a field mask: `sheets(properties(sheetId,title),charts.chartId)`, `userEnteredFormat.numberFormat,note`, `*`. */
export function readFields(mask: string): FieldTree {
  const tokens = mask.replace(/\s+/g, '').match(/[\w*]+|[(),./]/g) ?? [];
  let at = 0;
  const list = (): FieldTree => {
    let tree: FieldTree = {};
    for (;;) {
      tree = joined(tree, path());
      if (tokens[at] !== ',') return tree;
      at += 1;
    }
  };
  const path = (): FieldTree => {
    const name = tokens[at] ?? '*';
    at += 1;
    if (name === '*') return '*';
    const next = tokens[at];
    if (next === '.' || next === '/') {
      at += 1;
      return { [name]: path() };
    }
    if (next === '(') {
      at += 1;
      const inner = list();
      at += 1;
      return { [name]: inner };
    }
    return { [name]: '*' };
  };
  return list();
}

function joined(a: FieldTree, b: FieldTree): FieldTree {
  if (a === '*' || b === '*') return '*';
  const out: Record<string, FieldTree> = { ...a };
  for (const [name, tree] of Object.entries(b)) out[name] = name in out ? joined(out[name]!, tree) : tree;
  return out;
}

/** The part of the tree below that name; undefined when the mask does not name it. */
export function below(tree: FieldTree | undefined, name: string): FieldTree | undefined {
  if (tree === '*' || tree === undefined) return tree;
  return tree[name] ?? tree['*'];
}

/** True when the mask names that path, or something above or below it. */
export function names(tree: FieldTree | undefined, ...path: readonly string[]): boolean {
  let part = tree;
  for (const name of path) part = below(part, name);
  return part !== undefined;
}

/** What the mask leaves of an answer. Lists are gone through. */
export function masked(value: unknown, tree: FieldTree): unknown {
  if (tree === '*' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => masked(one, tree));
  const out: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const inner = below(tree, name);
    if (inner === undefined || part === undefined) continue;
    const kept = masked(part, inner);
    const isEmptied =
      typeof kept === 'object' && kept !== null && !Array.isArray(kept) && Object.keys(kept).length === 0;
    if (!isEmptied || inner === '*') out[name] = kept;
  }
  return out;
}

import { apiError } from '../kernel/errors';

/** What is asked for of a resource: by name, all of it or a part. */
interface Selection {
  readonly [name: string]: Selection | 'all';
}

/**
 * The part of a resource that `fields` names: `nextPageToken,files(id,appProperties/tag)`, `*`. Throws Drive's error on a field that the resource
 * cannot have; `known` lists the names of its first level.
 */
export function selectFields(
  resource: Readonly<Record<string, unknown>>,
  fields: string,
  of: { readonly method: string; readonly known: readonly string[] },
): Record<string, unknown> {
  const selection = parse(fields, of.method);
  const strange = Object.keys(selection).find((name) => name !== '*' && !of.known.includes(name));
  if (strange !== undefined) throw invalid(of.method, strange);
  return pick(resource, selection) as Record<string, unknown>;
}

function invalid(method: string, name: string): Error {
  return apiError(method, 400, `Invalid field selection ${name}`);
}

function pick(value: unknown, selection: Selection | 'all'): unknown {
  if (selection === 'all' || '*' in selection || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => pick(one, selection));
  const out: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const wanted = Object.prototype.hasOwnProperty.call(selection, name) ? selection[name] : undefined;
    if (wanted !== undefined) out[name] = pick(part, wanted);
  }
  return out;
}

function parse(text: string, method: string): Selection {
  const tokens = text.match(/[A-Za-z0-9_.-]+|[*(),/]/g) ?? [];
  if (tokens.join('') !== text.replace(/\s+/g, '') || tokens.length === 0) throw invalid(method, text);
  let at = 0;
  const list = (): Selection => {
    const found: Record<string, Selection | 'all'> = {};
    for (;;) {
      const name = tokens[at];
      if (name === undefined || '(),/'.includes(name)) throw invalid(method, text);
      at += 1;
      found[name] = rest();
      if (tokens[at] !== ',') return found;
      at += 1;
    }
  };
  const rest = (): Selection | 'all' => {
    if (tokens[at] === '/') {
      const name = tokens[at + 1];
      if (name === undefined || '(),/'.includes(name)) throw invalid(method, text);
      at += 2;
      return { [name]: rest() };
    }
    if (tokens[at] !== '(') return 'all';
    at += 1;
    const inner = list();
    if (tokens[at] !== ')') throw invalid(method, text);
    at += 1;
    return inner;
  };
  const selection = list();
  if (at < tokens.length) throw invalid(method, text);
  return selection;
}

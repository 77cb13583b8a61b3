// Reads Google's types (@types/google-apps-script) and writes google-members.json: every interface with its methods (each overload as
// a list of parameter types), its other properties, every enumeration, every global. What the workspace does not have can so be
// refused by name. Run after an update of the types: node src/local/platform/make-google-members.mjs
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const types = join(here, '..', '..', '..', 'node_modules', '@types', 'google-apps-script');
// Advanced services: those that can be switched on here; the rest is unknown to a manifest anyway.
const apis = ['apis/sheets_v4.d.ts', 'apis/drive_v3.d.ts', 'apis/docs_v1.d.ts'];
// Members Google has had since the types were last published [facts 4.1].
const additions = {
  'Forms.Form': {
    addPublishedReader: ['string', 'User'],
    addPublishedReaders: ['string[]'],
    addRatingItem: [''],
    getPublishedReaders: [''],
    isPublished: [''],
    removePublishedReader: ['string', 'User'],
    setPublished: ['boolean'],
    supportsAdvancedResponderPermissions: [''],
  },
  'Forms.FormApp': { create: ['string', 'string,boolean'] },
  'Forms.Item': { asRatingItem: [''] },
  'Script.ScriptApp': { getAuthorizationInfo: ['AuthMode', 'AuthMode,string[]'] },
  'Script.AuthorizationInfo': { getAuthorizedScopes: [''] },
};

const out = { interfaces: {}, enums: {}, globals: {} };

function uncommented(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/[^\n]*/g, '');
}

/** The text between the brace at `open` and its partner, and where that ends. */
function braced(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && (depth -= 1) === 0) return { body: text.slice(open + 1, at), end: at + 1 };
  }
  throw new Error('A brace without its partner');
}

/** Pieces between `separator` that stand outside every bracket. */
function split(text, separator) {
  const pieces = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if ('({[<'.includes(sign)) depth += 1;
    else if (')}]'.includes(sign) || (sign === '>' && text[at - 1] !== '=')) depth -= 1;
    else if (sign === separator && depth === 0) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)].map((piece) => piece.trim()).filter((piece) => piece !== '');
}

function parameter(text) {
  const match = /^(\.\.\.)?(\w+)(\?)?\s*:\s*([\s\S]*)$/.exec(text);
  if (!match) throw new Error(`A parameter that was not understood: ${text}`);
  return `${match[1] ?? ''}${match[4].replace(/\s+/g, ' ')}${match[3] ?? ''}`;
}

function readInterface(name, parents, body) {
  const known = (out.interfaces[name] ??= {
    extends: [],
    methods: Object.create(null),
    properties: Object.create(null),
  });
  known.extends.push(...parents);
  for (const member of split(body, ';')) {
    const method = /^(?:readonly\s+)?(\w+)\??\s*(?:<[^>]*>)?\(/.exec(member);
    if (method) {
      const open = member.indexOf('(');
      let depth = 0;
      let close = open;
      for (; close < member.length; close += 1) {
        if (member[close] === '(') depth += 1;
        else if (member[close] === ')' && (depth -= 1) === 0) break;
      }
      (known.methods[method[1]] ??= []).push(
        split(member.slice(open + 1, close), ',')
          .map(parameter)
          .join(','),
      );
      continue;
    }
    const property = /^(?:readonly\s+)?(\w+)\??\s*:\s*([\s\S]*)$/.exec(member);
    if (property) known.properties[property[1]] = property[2].replace(/\s+/g, ' ');
  }
}

function readNamespace(path, text) {
  const head = /\b(namespace|interface|enum|class)\s+([\w.]+)\s*(?:extends\s+([^{]+))?\{/g;
  let match;
  while ((match = head.exec(text)) !== null) {
    const { body, end } = braced(text, head.lastIndex - 1);
    head.lastIndex = end;
    const [, kind, name, parents] = match;
    const full = [...path, name].join('.');
    if (kind === 'namespace') {
      if (name !== 'Schema') readNamespace(name === 'GoogleAppsScript' ? path : [...path, name], body);
    } else if (kind === 'enum') out.enums[full] = split(body, ',').map((value) => value.split('=')[0].trim());
    else readInterface(full, parents ? split(parents, ',') : [], body);
  }
}

const files = readdirSync(types).filter(
  (name) => name.endsWith('.d.ts') && name !== 'google-apps-script-events.d.ts',
);
for (const file of [...files, ...apis]) {
  const text = uncommented(readFileSync(join(types, file), 'utf8'));
  readNamespace([], text);
  for (const [, name, type, optional] of text.matchAll(
    /^declare var (\w+): GoogleAppsScript\.([\w.]+)( \| undefined)?;/gm,
  )) {
    if (!optional) out.globals[name] = type;
  }
}
for (const [name, methods] of Object.entries(additions)) Object.assign(out.interfaces[name].methods, methods);

/** The full name of what a type expression in `from` means. */
function resolved(from, name) {
  const path = from.split('.').slice(0, -1);
  for (let length = path.length; length >= 0; length -= 1) {
    const full = [...path.slice(0, length), name].join('.');
    if (out.interfaces[full] || out.enums[full]) return full;
  }
  return null;
}
for (const [name, one] of Object.entries(out.interfaces)) {
  one.extends = [...new Set(one.extends)]
    .map((parent) => resolved(name, parent))
    .filter((parent) => parent !== null);
  one.enums = {};
  for (const [property, type] of Object.entries(one.properties)) {
    const full = type.startsWith('typeof ') ? resolved(name, type.slice(7)) : null;
    if (full === null) continue;
    one.enums[property] = full;
    delete one.properties[property];
  }
  one.properties = Object.keys(one.properties);
}

const count = Object.keys(out.interfaces).length;
if (count < 300) throw new Error(`Only ${count} interfaces were found`);
writeFileSync(join(here, 'google-members.json'), `${JSON.stringify(out)}\n`);
console.log(
  `${count} interfaces, ${Object.keys(out.enums).length} enumerations, ${Object.keys(out.globals).length} globals`,
);

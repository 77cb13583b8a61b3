import { googleInterface } from './kernel/catalogue';
import type { Catalogue } from './kernel/core-types';
import type { TypeDefinition } from './kernel/host';

/** docs/emulated.md: every type of Google's that scripts meet here, with the members that are here and those that throw by name. */
export function emulatedTable(catalogue: Catalogue): string {
  const types = [...catalogue.types.values()].sort((a, b) => (a.fullName < b.fullName ? -1 : 1));
  const rows = types.map(row);
  return [
    '# What the offline workspace emulates',
    '',
    'Made by `npm run gas -- --emulated > docs/emulated.md`; a test holds it to the code. A member that is not here throws',
    '`NotEmulatedError` with its name when it is called; enumerations are all there.',
    '',
    ...rows,
    '',
    `Services that are not here at all: ${Object.keys(catalogue.missing).sort().join(', ')}.`,
    '',
  ].join('\n');
}

function row(type: TypeDefinition): string {
  const here = Object.keys(type.methods)
    .filter((name) => !name.startsWith('__'))
    .sort();
  const google = type.google === null ? null : googleInterface(type.google);
  const missing = [...Object.keys(google?.methods ?? {}), ...(google?.properties ?? [])]
    .filter((name) => !here.includes(name) && name !== 'toString')
    .sort();
  const absent = missing.length === 0 ? '' : ` — not here: ${missing.join(', ')}`;
  return `- **${type.fullName}**: ${here.join(', ') || 'nothing to call'}${absent}`;
}

import { apiError } from '../kernel/errors';
import type { Role } from '../kernel/state';
import type { DriveFile } from './drive-file';

type Test = (file: DriveFile) => boolean;
type Token = { readonly kind: 'word' | 'text' | 'sign'; readonly text: string };

const METHOD = 'drive.files.list';

/** Whom the words of a search are about. */
interface Asker {
  readonly project: string;
  readonly email: string;
}

/**
 * A Drive search (`q`) as a test of files. Knows name, mimeType, trashed, starred, times, parents, owners, writers, readers, appProperties, sharedWithMe,
 * with and, or, not and brackets. Throws Drive's `Invalid Value` on anything else.
 */
export function parseQuery(q: string, asker: Asker): Test {
  const tokens = tokensOf(q);
  let at = 0;
  const next = (): Token => {
    const token = tokens[at];
    if (!token) throw invalid();
    at += 1;
    return token;
  };
  const isNext = (text: string): boolean => tokens[at]?.kind !== 'text' && tokens[at]?.text === text;
  const expect = (text: string): void => {
    if (!isNext(text)) throw invalid();
    at += 1;
  };

  const either = (): Test => {
    let left = both();
    while (isNext('or')) {
      at += 1;
      const [one, other] = [left, both()];
      left = (file) => one(file) || other(file);
    }
    return left;
  };
  const both = (): Test => {
    let left = single();
    while (isNext('and')) {
      at += 1;
      const [one, other] = [left, single()];
      left = (file) => one(file) && other(file);
    }
    return left;
  };
  const single = (): Test => {
    if (isNext('not')) {
      at += 1;
      const test = single();
      return (file) => !test(file);
    }
    if (isNext('(')) {
      at += 1;
      const test = either();
      expect(')');
      return test;
    }
    const first = next();
    if (first.kind === 'text') {
      expect('in');
      return memberTest(first.text, next().text);
    }
    if (first.text === 'sharedWithMe' && !isNext('=')) return (file) => file.owner !== asker.email;
    if (first.text === 'appProperties') return propertyTest();
    const operator = next().text;
    return fieldTest(first.text, operator, next());
  };
  const propertyTest = (): Test => {
    expect('has');
    expect('{');
    expect('key');
    expect('=');
    const key = next().text;
    expect('and');
    expect('value');
    expect('=');
    const value = next().text;
    expect('}');
    return (file) => file.appProperties?.[asker.project]?.[key] === value;
  };

  const test = either();
  if (at < tokens.length) throw invalid();
  return test;
}

function invalid(): Error {
  return apiError(METHOD, 400, 'Invalid Value');
}

function tokensOf(q: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:'((?:[^'\\]|\\.)*)'|([A-Za-z][\w.]*)|(!=|<=|>=|[=<>(){}]))/y;
  while (pattern.lastIndex < q.trimEnd().length) {
    const found = pattern.exec(q);
    if (!found) throw invalid();
    const [, text, word, sign] = found;
    if (text !== undefined) tokens.push({ kind: 'text', text: text.replace(/\\(.)/g, '$1') });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'sign', text: sign! });
  }
  return tokens;
}

const MEMBERS: Readonly<Record<string, readonly Role[]>> = {
  owners: ['owner'],
  writers: ['owner', 'writer'],
  readers: ['owner', 'writer', 'commenter', 'reader'],
};

function memberTest(value: string, list: string): Test {
  if (list === 'parents') return (file) => file.parents.includes(value);
  const roles = MEMBERS[list];
  if (!roles) throw invalid();
  const email = value.toLowerCase();
  return (file) =>
    file.permissions.some(
      (one) =>
        one.view === undefined && roles.includes(one.role) && one.emailAddress?.toLowerCase() === email,
    );
}

function fieldTest(field: string, operator: string, value: Token): Test {
  if (field === 'trashed' || field === 'starred' || field === 'sharedWithMe') {
    const wanted = value.text === 'true';
    const isFlag = value.text === 'true' || value.text === 'false';
    if (!isFlag || (operator !== '=' && operator !== '!=') || field === 'sharedWithMe') throw invalid();
    return (file) => ((file[field] === true) === wanted) === (operator === '=');
  }
  if (value.kind !== 'text') throw invalid();
  if (field === 'name' || field === 'mimeType') return textTest(field, operator, value.text);
  if (field === 'createdTime' || field === 'modifiedTime') return timeTest(field, operator, value.text);
  throw invalid();
}

function textTest(field: 'name' | 'mimeType', operator: string, value: string): Test {
  if (operator === '=') return (file) => file[field] === value;
  if (operator === '!=') return (file) => file[field] !== value;
  if (operator !== 'contains') throw invalid();
  const words = value.toLowerCase();
  // A name contains a word only from the word's beginning.
  return (file) =>
    field === 'mimeType'
      ? file.mimeType.startsWith(value)
      : ` ${file.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`.includes(
          ` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`,
        );
}

function timeTest(field: 'createdTime' | 'modifiedTime', operator: string, value: string): Test {
  const moment = Date.parse(value);
  if (Number.isNaN(moment)) throw invalid();
  const compare: Readonly<Record<string, (at: number) => boolean>> = {
    '=': (at) => at === moment,
    '!=': (at) => at !== moment,
    '<': (at) => at < moment,
    '<=': (at) => at <= moment,
    '>': (at) => at > moment,
    '>=': (at) => at >= moment,
  };
  const holds = compare[operator];
  if (!holds) throw invalid();
  return (file) => holds(field === 'createdTime' ? file.createdAt : file.modifiedAt);
}

import type { ShownPage } from '../kernel/effects';

/**
 * A page as HtmlService serves it: its own `<meta name>` are ignored, those of addMetaTag are there [facts 6]; comments are cut out of inline scripts by a reader that does not know template literals, so that
 * everything after `//` inside backticks is lost too, and a comment between `/*` and its end [facts 14].
 */
export function servedHtml(page: ShownPage | string): string {
  if (typeof page === 'string') return withoutScriptComments(page);
  const tags = page.metaTags.map(
    ({ name, content }) =>
      `<meta name="${name}" content="${content.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}">`,
  );
  const html = withoutScriptComments(page.html).replace(/<meta\b[^>]*\bname\s*=[^>]*>/gi, '');
  const head = /<head[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + tags.join('') + html.slice(at);
}

function withoutScriptComments(html: string): string {
  return html.replace(
    /(<script\b(?![^>]*\bsrc\s*=)(?![^>]*\btype\s*=\s*["']?(?:application\/json|text\/(?!javascript)))[^>]*>)([\s\S]*?)(<\/script\s*>)/gi,
    (_, open: string, code: string, close: string) => open + withoutComments(code) + close,
  );
}

function withoutComments(code: string): string {
  let out = '';
  let at = 0;
  /** The last sign that was not blank: a slash after a value divides, any other begins a regular expression. */
  let last = '';
  let word = '';
  while (at < code.length) {
    const sign = code[at]!;
    const next = code[at + 1];
    let end = at + 1;
    if (sign === '/' && next === '/') {
      const newline = code.indexOf('\n', at);
      at = newline === -1 ? code.length : newline;
      continue;
    }
    if (sign === '/' && next === '*') {
      const close = code.indexOf('*/', at + 2);
      at = close === -1 ? code.length : close + 2;
      out += ' ';
      continue;
    }
    if (sign === '"' || sign === "'") end = literalEnd(code, at, sign);
    else if (sign === '/' && beginsPattern(last, word)) end = literalEnd(code, at, '/');
    out += code.slice(at, end);
    if (!/\s/.test(sign)) {
      word = /[\w$]/.test(sign) ? (/[\w$]/.test(code[at - 1] ?? '') ? word + sign : sign) : '';
      last = sign;
    }
    at = end;
  }
  return out;
}

function beginsPattern(last: string, word: string): boolean {
  if (/^(?:return|typeof|case|in|of|delete|void|throw|new|else|do)$/.test(word)) return true;
  return last === '' || '(,=:[!&|?{};+-*%~^<>'.includes(last);
}

/** The place after a string or pattern that begins at `from`; a line's end ends it too. */
function literalEnd(code: string, from: number, quote: string): number {
  let inClass = false;
  for (let at = from + 1; at < code.length; at += 1) {
    const sign = code[at]!;
    if (sign === '\\') at += 1;
    else if (sign === '\n') return at;
    else if (quote === '/' && sign === '[') inClass = true;
    else if (quote === '/' && sign === ']') inClass = false;
    else if (sign === quote && !inClass) return at + 1;
  }
  return code.length;
}

/** A piece of a template: text as it is, code, or a value that is printed. */
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'print'; readonly text: string; readonly context: 'raw' | 'html' | 'script' };

/**
 * The JavaScript a template becomes: `output._append(…)` prints, `__escape(context, value)` makes a value safe for where it stands,
 * as Google's contextual escaping does. The realm runs it with the template's own properties in scope.
 */
export function templateCode(source: string): string {
  return pieces(source)
    .map((piece) => {
      if (piece.kind === 'text') return `output.text(${JSON.stringify(piece.text)});`;
      if (piece.kind === 'code') return piece.text;
      // Google prints the first statement only.
      const value = piece.text.replace(/;[\s\S]*$/, '');
      return piece.context === 'raw'
        ? `output._append(${value});`
        : `output._append(__escape('${piece.context}', ${value}));`;
    })
    .join('\n');
}

function pieces(source: string): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  let before = '';
  for (const match of source.matchAll(/<\?(!=|=)?([\s\S]*?)\?>/g)) {
    const text = source.slice(at, match.index);
    if (text !== '') out.push({ kind: 'text', text });
    before += text;
    at = match.index + match[0].length;
    const code = match[2]!.trim();
    if (match[1] === undefined) out.push({ kind: 'code', text: code });
    else {
      const context = match[1] === '!=' ? 'raw' : insideScript(before) ? 'script' : 'html';
      out.push({ kind: 'print', text: code, context });
    }
  }
  if (at < source.length) out.push({ kind: 'text', text: source.slice(at) });
  return out;
}

function insideScript(before: string): boolean {
  const lower = before.toLowerCase();
  return lower.lastIndexOf('<script') > lower.lastIndexOf('</script');
}

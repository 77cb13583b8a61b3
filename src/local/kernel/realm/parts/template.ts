/**
 * Runs the code of a template (see services/template.ts) with `scope` in its own scope. Gives the text and how many values were
 * printed.
 */
export function runTemplate(
  code: string,
  scope: Readonly<Record<string, unknown>>,
): { readonly html: string; readonly printed: number } {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&#34;',
    "'": '&#39;',
  };
  const toText: (value: unknown) => string = String;
  const asText = (value: unknown): string => (value === null || value === undefined ? '' : toText(value));
  let html = '';
  let printed = 0;
  const output = {
    _append(value: unknown): void {
      html += asText(value);
      printed += 1;
    },
    text(text: string): void {
      html += text;
    },
  };
  const escaped = (context: string, value: unknown): string => {
    const text = asText(value);
    if (context !== 'script') return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
    if (typeof value === 'number' || typeof value === 'boolean') return text;
    return text.replace(
      /[\\'"<>&/\n\r\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  };
  const names = Object.keys(scope);
  // oxlint-disable-next-line no-implied-eval -- Google runs templates so
  const run = new Function('output', '__escape', ...names, code) as (...args: unknown[]) => void;
  run(output, escaped, ...names.map((name) => scope[name]));
  return { html, printed };
}

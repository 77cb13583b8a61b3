import { ALL_PAGES, programOf, SCRIPTS, shipped } from './shipped';
import { faultsInCode, faultsInProgram } from './source-faults';

describe('the shipped code', () => {
  it.each(SCRIPTS)('of the %s script holds nothing that Google refuses to parse', (script) => {
    expect(faultsInCode(shipped(script, 'Code.js'))).toEqual([]);
  });

  it.each(ALL_PAGES)('of %s/%s holds nothing that HtmlService cuts or ends', (script, page) => {
    expect(faultsInProgram(programOf(shipped(script, `${page}.html`)))).toEqual([]);
  });
});

describe('a shipped page', () => {
  it.each(ALL_PAGES)('%s/%s is one Vietnamese document that loads nothing from elsewhere', (script, page) => {
    const html = shipped(script, `${page}.html`);

    expect(html).toMatch(/^<!doctype html>\n<html lang="vi">/);
    expect(html).toContain('<base target="_top">');
    expect(html).toContain('<div id="app"></div>');
    expect(html).toMatch(/<style>[^<]+<\/style>/);
    expect(html).not.toMatch(/<link|<script[^>]*\ssrc=|@import|url\(\s*['"]?https?:/i);
    expect(html.match(/<\?/g)).toBeNull();
  });
});

describe('the search for faults', () => {
  it.each([
    ['#private', 'class A { #x = 1; }'],
    ['#private', 'class A{get(){return this.#x;}}'],
    ['static field', 'class A { static x = 1; }'],
    ['static block', 'class A { static { start(); } }'],
    ['import', "import { a } from './a';"],
    ['export', 'export const a = 1;'],
  ])('finds %s in code', (name, code) => {
    expect(faultsInCode(code)).toContain(name);
  });

  it.each([
    ['backtick', 'var a = `x`;'],
    ['scriptlet', 'var a = "<?= x ?>";'],
    ['end of script', 'var a = "</SCRIPT>";'],
    ['HTML comment', 'var a = "<!-- x";'],
  ])('finds a %s in a page', (name, program) => {
    expect(faultsInProgram(program)).toContain(name);
  });

  it('lets ordinary code pass', () => {
    const code =
      'class A { static make() { return new A(); } }\n  // static x = 1\nvar colour = "#fff;", at = "#app";';

    expect(faultsInCode(code)).toEqual([]);
  });
});

import { type AttributeValue, type Attributes, type DocNode, type TextNode, childrenOf } from './doc-data';

/** A text node and where its text begins in the text of what holds it. */
interface Placed {
  readonly node: TextNode;
  readonly start: number;
}

/** Text of a node as getText() gives it: paragraphs, rows and cells apart by line breaks. */
export function textOf(node: DocNode): string {
  if (node.type === 'TEXT') return node.runs.map((run) => run.text).join('');
  if (node.type === 'PARAGRAPH' || node.type === 'LIST_ITEM') return node.children.map(textOf).join('');
  return childrenOf(node).map(textOf).join('\n');
}

/** The text nodes within a node, placed in `textOf` of it. */
export function placedTexts(node: DocNode, start = 0): readonly Placed[] {
  if (node.type === 'TEXT') return [{ node, start }];
  const isLine = node.type === 'PARAGRAPH' || node.type === 'LIST_ITEM';
  const found: Placed[] = [];
  let at = start;
  for (const child of childrenOf(node)) {
    found.push(...placedTexts(child, at));
    at += textOf(child).length + (isLine ? 0 : 1);
  }
  return found;
}

/** Changes the look of the characters from `start` to `end` (inclusive) of a node's text; null takes an attribute away. */
export function styleText(
  node: DocNode,
  start: number,
  end: number,
  change: Readonly<Record<string, AttributeValue | null>>,
): void {
  for (const placed of placedTexts(node)) {
    let at = placed.start;
    placed.node.runs = placed.node.runs.flatMap((run) => {
      const from = Math.max(0, start - at);
      const to = Math.min(run.text.length, end + 1 - at);
      at += run.text.length;
      if (from >= to) return [run];
      const parts = [
        { text: run.text.slice(0, from), style: run.style },
        { text: run.text.slice(from, to), style: changed(run.style, change) },
        { text: run.text.slice(to), style: run.style },
      ];
      return parts.filter((part) => part.text !== '');
    });
  }
}

/** Attributes with some changed; null takes one away. */
export function changed(
  attributes: Attributes,
  change: Readonly<Record<string, AttributeValue | null>>,
): Attributes {
  const entries = Object.entries({ ...attributes, ...change });
  return Object.fromEntries(entries.filter((entry): entry is [string, AttributeValue] => entry[1] !== null));
}

/** Looks of a node's text, character by character stretch: the run's style and whether it covers `offset`. */
export function stylesOf(node: DocNode, offset?: number): readonly Attributes[] {
  const styles: Attributes[] = [];
  for (const placed of placedTexts(node)) {
    let at = placed.start;
    for (const run of placed.node.runs) {
      if (offset === undefined || (offset >= at && offset < at + run.text.length)) styles.push(run.style);
      at += run.text.length;
    }
  }
  return styles;
}

/** Takes the characters from `start` to `end` (inclusive) out of a node's text and puts `text` in, in the look of what was there. */
export function spliceText(node: TextNode, start: number, end: number, text: string): void {
  let at = 0;
  let style: Attributes | null = null;
  const before: TextNode['runs'] = [];
  const after: TextNode['runs'] = [];
  for (const run of node.runs) {
    const head = run.text.slice(0, Math.max(0, start - at));
    const tail = run.text.slice(Math.max(0, end + 1 - at));
    if (head !== '') before.push({ text: head, style: run.style });
    if (at + run.text.length > start || style === null) style ??= run.style;
    if (tail !== '' && at + run.text.length > end + 1) after.push({ text: tail, style: run.style });
    at += run.text.length;
  }
  node.runs = [...before, ...(text === '' ? [] : [{ text, style: { ...style } }]), ...after];
}

/** Replaces every match of Google's regular expression within single text nodes; how many. */
export function replaceText(node: DocNode, pattern: string, replacement: string): number {
  let count = 0;
  for (const { node: text } of placedTexts(node)) {
    const found = [...textOf(text).matchAll(new RegExp(pattern, 'gu'))].filter((match) => match[0] !== '');
    for (const match of found.reverse()) {
      spliceText(text, match.index, match.index + match[0].length - 1, replacement);
      count += 1;
    }
  }
  return count;
}

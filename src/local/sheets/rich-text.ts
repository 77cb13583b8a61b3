import { type Execution, GoogleError, HostObject } from '../kernel/host';
import type { CellExtra, CellStyle, TextLook, TextRunData } from './model/book';
import { TextStyleObject } from './text-style';

/** Text with its look from place to place. `base` is the cell's own look, which runs change. */
export interface RichText {
  readonly text: string;
  readonly runs: readonly TextRunData[];
  readonly base: TextLook;
}

/** A text with looks and links, or a stretch of one. */
export class RichTextValueObject extends HostObject {
  constructor(
    execution: Execution,
    readonly rich: RichText,
    private readonly start = 0,
    private readonly end = rich.text.length,
  ) {
    super(execution);
  }

  getText(): string {
    return this.rich.text.slice(this.start, this.end);
  }
  getStartIndex(): number {
    return this.start;
  }
  getEndIndex(): number {
    return this.end;
  }
  getRuns(): RichTextValueObject[] {
    const edges = [0, ...this.rich.runs.map((run) => run.start), this.rich.text.length];
    const cuts = [...new Set(edges)].sort((a, b) => a - b);
    if (cuts.length < 2) return [new RichTextValueObject(this.execution, this.rich)];
    return cuts.slice(1).map((end, at) => new RichTextValueObject(this.execution, this.rich, cuts[at]!, end));
  }
  getTextStyle(start?: number, end?: number): TextStyleObject {
    return new TextStyleObject(this.execution, lookOver(this.rich, start ?? this.start, end ?? this.end));
  }
  getLinkUrl(start?: number, end?: number): string | null {
    const links = stretch(this.rich, start ?? this.start, end ?? this.end).map((run) => run?.link ?? null);
    return links.every((link) => link === links[0]) ? (links[0] ?? null) : null;
  }
  copy(): RichTextValueBuilderObject {
    return new RichTextValueBuilderObject(this.execution, this.rich);
  }
}

function stretch(rich: RichText, start: number, end: number): (TextRunData | undefined)[] {
  const out: (TextRunData | undefined)[] = [];
  for (let at = start; at < Math.max(end, start + 1); at += 1) out.push(runAt(rich, at));
  return out;
}

function runAt(rich: RichText, at: number): TextRunData | undefined {
  return rich.runs.findLast((run) => run.start <= at);
}

function lookOver(rich: RichText, start: number, end: number): TextLook {
  const [first, ...rest] = stretch(rich, start, end).map((run) => ({ ...rich.base, ...run?.style }));
  // What differs within the stretch has no single answer; Google gives null, the default is nearest to it.
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([key, value]) =>
      rest.every((one) => one[key as keyof TextLook] === value),
    ),
  );
}

export class RichTextValueBuilderObject extends HostObject {
  private text: string;
  private readonly base: TextLook;
  /** Look and link of every sign. */
  private signs: { style: TextLook; link?: string }[];

  constructor(execution: Execution, rich: RichText = { text: '', runs: [], base: {} }) {
    super(execution);
    this.text = rich.text;
    this.base = rich.base;
    this.signs = Array.from(rich.text, (_, at) => {
      const run = runAt(rich, at);
      return { style: run?.style ?? {}, ...(run?.link === undefined ? {} : { link: run.link }) };
    });
  }

  setText(text: string): this {
    this.text = text;
    this.signs = Array.from({ length: text.length }, () => ({ style: {} }));
    return this;
  }

  setTextStyle(...args: unknown[]): this {
    const [start, end, style] = args.length > 1 ? args : [0, this.text.length, args[0]];
    return this.over(start as number, end as number, (sign) => {
      const look = style instanceof TextStyleObject ? style.look : {};
      return { ...sign, style: { ...sign.style, ...look } };
    });
  }

  setLinkUrl(...args: unknown[]): this {
    const [start, end, link] = args.length > 1 ? args : [0, this.text.length, args[0]];
    return this.over(start as number, end as number, ({ style }) =>
      typeof link === 'string'
        ? { style: { ...style, underline: true, fontColor: '#1155cc' }, link }
        : { style },
    );
  }

  build(): RichTextValueObject {
    const runs: TextRunData[] = [];
    this.signs.forEach((sign, start) => {
      const last = runs.at(-1);
      const same =
        last && JSON.stringify([last.style, last.link]) === JSON.stringify([sign.style, sign.link]);
      const plain = Object.keys(sign.style).length === 0 && sign.link === undefined;
      if (same || (!last && plain)) return;
      runs.push({ start, style: sign.style, ...(sign.link === undefined ? {} : { link: sign.link }) });
    });
    return new RichTextValueObject(this.execution, { text: this.text, runs, base: this.base });
  }

  private over(
    start: number,
    end: number,
    change: (sign: { style: TextLook; link?: string }) => typeof sign,
  ): this {
    if (start < 0 || end > this.text.length || start > end)
      throw new GoogleError('Exception', 'Illegal argument.');
    for (let at = start; at < end; at += 1) this.signs[at] = change(this.signs[at]!);
    return this;
  }
}

/** The rich text of a cell with a text; null for other values. */
export function richTextOf(
  execution: Execution,
  value: unknown,
  style: CellStyle,
  extra: CellExtra | undefined,
): RichTextValueObject | null {
  if (value !== null && typeof value !== 'string') return null;
  const { fontColor, fontFamily, fontSize, bold, italic, underline, strikethrough } = style;
  const base = Object.fromEntries(
    Object.entries({ fontColor, fontFamily, fontSize, bold, italic, underline, strikethrough }).filter(
      ([, part]) => part !== undefined,
    ),
  );
  return new RichTextValueObject(execution, { text: value ?? '', runs: extra?.runs ?? [], base });
}

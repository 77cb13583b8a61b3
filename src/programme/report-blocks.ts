/** How a line of the report looks; points and fonts are whoever writes it down's business. */
export type ReportLook =
  /** A paragraph of the body, its first line indented. */
  | 'TEXT'
  /** "I- …", "1- …": bold headings. */
  | 'SECTION'
  | 'ITEM'
  /** BÁO CÁO, what it is about, the line under it, Kính gửi. */
  | 'TITLE'
  | 'SUBTITLE'
  | 'RULE'
  | 'ADDRESSEE'
  /** Letterhead: superior union, issuing body, the union's name, stars and number, place and date. */
  | 'ABOVE'
  | 'BODY_NAME'
  | 'UNION'
  | 'HEAD_LINE'
  | 'PLACE'
  /** Foot: "Nơi nhận:", a recipient, authority and title of the signer, room for the signature, the name. */
  | 'RECIPIENTS'
  | 'RECIPIENT'
  | 'AUTHORITY'
  | 'SIGNER'
  | 'SIGNATURE'
  | 'SIGNER_NAME'
  /** List of the appendices; an appendix' title; what stands under its table. */
  | 'APPENDICES'
  | 'APPENDIX'
  | 'NOTE';

/** A line that the program writes, anew each time. */
export interface ReportLine {
  readonly kind: 'LINE';
  readonly look: ReportLook;
  readonly text: string;
}

/** Places in which staff write. */
export const PASSAGES = [
  'number',
  'day',
  'documents',
  'activities',
  'difficulties',
  'doneWell',
  'limits',
  'causes',
  'lessons',
  'tasks',
  'proposals',
] as const;
export type PassageId = (typeof PASSAGES)[number];

/** The texts of places, line by line: the first stands behind the lead, the others are paragraphs under it. */
export type PassageTexts = Readonly<Partial<Record<PassageId, readonly string[]>>>;

/** A place in which staff write, behind a few words of the program. `lines` = what stands there; `isOneLine` = nothing under it. */
export interface ReportPassage {
  readonly kind: 'PASSAGE';
  readonly id: PassageId;
  readonly look: ReportLook;
  readonly lead: string;
  readonly lines: readonly string[];
  readonly isOneLine: boolean;
}

/** Two columns without borders: the letterhead, the foot. */
export interface ReportColumns {
  readonly kind: 'COLUMNS';
  readonly name: 'HEAD' | 'FOOT';
  readonly left: readonly (ReportLine | ReportPassage)[];
  readonly right: readonly (ReportLine | ReportPassage)[];
}

/** A table of an appendix; the first column of texts is `texts`. Bold rows are subtotals. Widths are shares. */
export interface ReportTable {
  readonly kind: 'TABLE';
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly bold: readonly number[];
  readonly widths: readonly number[];
}

export type ReportBlock = ReportLine | ReportPassage | ReportColumns | ReportTable;

/** A line. */
export function line(look: ReportLook, text: string): ReportLine {
  return { kind: 'LINE', look, text };
}

/** Every passage of a report, those in columns too, in order. */
export function passagesOf(blocks: readonly ReportBlock[]): readonly ReportPassage[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'COLUMNS') return passagesOf([...block.left, ...block.right]);
    return block.kind === 'PASSAGE' ? [block] : [];
  });
}

/** The report with these texts in its places; a place not named keeps what is proposed. */
export function withPassages(blocks: readonly ReportBlock[], texts: PassageTexts): readonly ReportBlock[] {
  return blocks.map((block) => {
    if (block.kind === 'COLUMNS')
      return {
        ...block,
        left: withPassages(block.left, texts) as ReportColumns['left'],
        right: withPassages(block.right, texts) as ReportColumns['right'],
      };
    return block.kind === 'PASSAGE' ? { ...block, lines: texts[block.id] ?? block.lines } : block;
  });
}

/** A report as plain text, for reading and checking. */
export function reportAsText(blocks: readonly ReportBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'LINE') return block.text;
      if (block.kind === 'PASSAGE')
        return [block.lead + (block.lines[0] ?? ''), ...block.lines.slice(1)].join('\n');
      if (block.kind === 'COLUMNS') return `${reportAsText(block.left)}\n${reportAsText(block.right)}`;
      return [block.header, ...block.rows].map((row) => row.join(' | ')).join('\n');
    })
    .join('\n');
}

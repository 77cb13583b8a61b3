/** Look of a stretch of text inside one cell. */
export interface TextRunData {
  readonly start: number;
  readonly style: TextLook;
  readonly link?: string;
}

export interface TextLook {
  readonly fontColor?: string;
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
}

export interface BorderLine {
  readonly style: string;
  readonly color: string;
}

/** Look of a cell; only what differs from Google's default is present. */
export interface CellStyle extends TextLook {
  readonly numberFormat?: string;
  readonly background?: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: string;
  readonly rotation?: number;
  readonly verticalText?: boolean;
  readonly direction?: string;
  readonly top?: BorderLine;
  readonly bottom?: BorderLine;
  readonly left?: BorderLine;
  readonly right?: BorderLine;
}

import { type Execution, HostObject } from '../kernel/host';
import type { TextLook } from './model/book';
import { hexColour } from './model/colours';
import { DEFAULT_STYLE } from './model/styles';

/** The look of text: of a cell's whole text, or of a stretch of it. */
export class TextStyleObject extends HostObject {
  constructor(
    execution: Execution,
    readonly look: TextLook,
  ) {
    super(execution);
  }

  getFontFamily(): string {
    return this.look.fontFamily ?? DEFAULT_STYLE.fontFamily;
  }
  getFontSize(): number {
    return this.look.fontSize ?? DEFAULT_STYLE.fontSize;
  }
  getForegroundColor(): string {
    return this.look.fontColor ?? DEFAULT_STYLE.fontColor;
  }
  isBold(): boolean {
    return this.look.bold ?? false;
  }
  isItalic(): boolean {
    return this.look.italic ?? false;
  }
  isStrikethrough(): boolean {
    return this.look.strikethrough ?? false;
  }
  isUnderline(): boolean {
    return this.look.underline ?? false;
  }
  copy(): TextStyleBuilderObject {
    return new TextStyleBuilderObject(this.execution, this.look);
  }
}

export class TextStyleBuilderObject extends HostObject {
  private look: TextLook;

  constructor(execution: Execution, look: TextLook = {}) {
    super(execution);
    this.look = look;
  }

  setFontFamily(fontFamily: string): this {
    return this.with({ fontFamily });
  }
  setFontSize(fontSize: number): this {
    return this.with({ fontSize });
  }
  setForegroundColor(colour: string): this {
    return this.with({ fontColor: hexColour(colour) ?? DEFAULT_STYLE.fontColor });
  }
  setBold(bold: boolean): this {
    return this.with({ bold });
  }
  setItalic(italic: boolean): this {
    return this.with({ italic });
  }
  setStrikethrough(strikethrough: boolean): this {
    return this.with({ strikethrough });
  }
  setUnderline(underline: boolean): this {
    return this.with({ underline });
  }
  build(): TextStyleObject {
    return new TextStyleObject(this.execution, this.look);
  }

  private with(change: TextLook): this {
    this.look = { ...this.look, ...change };
    return this;
  }
}

import { type EnumValue, type Execution, GoogleError, HostObject, enumValues } from '../kernel/host';
import { hexColour } from './model/colours';

/** A colour as an object; of Google's two kinds only those by red, green and blue are kept. */
export class ColorObject extends HostObject {
  constructor(
    execution: Execution,
    readonly hex: string,
  ) {
    super(execution);
  }

  getColorType(): EnumValue {
    return enumValues('Base.ColorType').RGB!;
  }

  asRgbColor(): RgbColorObject {
    return new RgbColorObject(this.execution, this.hex);
  }
}

export class RgbColorObject extends HostObject {
  constructor(
    execution: Execution,
    private readonly hex: string,
  ) {
    super(execution);
  }

  asHexString(): string {
    return this.hex;
  }
  getColorType(): EnumValue {
    return enumValues('Base.ColorType').RGB!;
  }
  getRed(): number {
    return this.part(1);
  }
  getGreen(): number {
    return this.part(3);
  }
  getBlue(): number {
    return this.part(5);
  }

  private part(from: number): number {
    return Number.parseInt(this.hex.slice(from, from + 2), 16);
  }
}

export class ColorBuilderObject extends HostObject {
  private hex: string | null = null;

  setRgbColor(text: string): this {
    const hex = hexColour(text);
    if (hex === undefined) throw new GoogleError('Exception', `Invalid argument: ${text}`);
    this.hex = hex;
    return this;
  }

  build(): ColorObject {
    if (this.hex === null) throw new GoogleError('Exception', 'Cannot build a color without a color value.');
    return new ColorObject(this.execution, this.hex);
  }
}

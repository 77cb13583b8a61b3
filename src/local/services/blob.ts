import { type Emulated, type Execution, HostObject, defineType } from '../kernel/host';

const TYPES_BY_ENDING: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  zip: 'application/zip',
};

/** Bytes with a name and a type. Google counts bytes from -128 to 127. */
export class BlobObject
  extends HostObject
  implements
    Emulated<
      Omit<GoogleAppsScript.Base.Blob, 'copyBlob'>,
      | 'getBytes'
      | 'getContentType'
      | 'getDataAsString'
      | 'getName'
      | 'isGoogleType'
      | 'setContentTypeFromExtension'
    >
{
  constructor(
    execution: Execution,
    private bytes: Buffer,
    private contentType: string | null,
    private name: string | null,
  ) {
    super(execution);
  }

  getBytes(): number[] {
    return signedBytes(this.bytes);
  }

  getContentType(): string | null {
    return this.contentType;
  }

  getDataAsString(charset = 'UTF-8'): string {
    return this.bytes.toString(/^(utf-?8)$/i.test(charset) ? 'utf8' : 'latin1');
  }

  getName(): string | null {
    return this.name;
  }

  isGoogleType(): boolean {
    return this.contentType?.startsWith('application/vnd.google-apps') ?? false;
  }

  copyBlob(): BlobObject {
    return new BlobObject(this.execution, Buffer.from(this.bytes), this.contentType, this.name);
  }

  setBytes(bytes: number[]): this {
    this.bytes = unsignedBytes(bytes);
    return this;
  }

  setContentType(contentType: string | null): this {
    this.contentType = contentType;
    return this;
  }

  setContentTypeFromExtension(): this & GoogleAppsScript.Base.Blob {
    this.contentType = TYPES_BY_ENDING[this.name?.split('.').pop()?.toLowerCase() ?? ''] ?? this.contentType;
    return this as this & GoogleAppsScript.Base.Blob;
  }

  setDataFromString(text: string): this {
    this.bytes = Buffer.from(text, 'utf8');
    return this;
  }

  setName(name: string): this {
    this.name = name;
    return this;
  }

  /** For other services of the workspace. */
  buffer(): Buffer {
    return this.bytes;
  }
}

/** Google's signed bytes as a buffer. */
export function unsignedBytes(bytes: readonly number[]): Buffer {
  return Buffer.from(bytes.map((byte) => byte & 0xff));
}

/** A buffer as Google's signed bytes. */
export function signedBytes(buffer: Buffer): number[] {
  return [...buffer].map((byte) => (byte > 127 ? byte - 256 : byte));
}

const uncounted = { counted: false } as const;

/** The type Blob, which several services give. */
export const blobType = defineType({
  name: 'Blob',
  google: 'Base.Blob',
  class: BlobObject,
  methods: {
    getBytes: uncounted,
    getContentType: uncounted,
    getDataAsString: uncounted,
    getName: uncounted,
    isGoogleType: uncounted,
    copyBlob: uncounted,
    setBytes: uncounted,
    setContentType: uncounted,
    setContentTypeFromExtension: uncounted,
    setDataFromString: uncounted,
    setName: uncounted,
  },
});

import { createHash, createHmac } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { RunningExecution } from '../kernel/execution';
import {
  type EnumValue,
  GoogleError,
  HostObject,
  type ServiceModule,
  defineType,
  enumName,
} from '../kernel/host';
import { BlobObject, blobType, signedBytes, unsignedBytes } from './blob';
import { formatDate } from './format-date';
import { parseCsv } from './parse-csv';

const HASHES: Readonly<Record<string, string>> = {
  MD2: 'md2',
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

/** Text or bytes as a buffer; text in US-ASCII gets ? for every sign it lacks, as Java does. */
function bytesOf(value: string | number[], charset: 'utf8' | 'ascii'): Buffer {
  if (Array.isArray(value)) return unsignedBytes(value);
  if (charset === 'utf8') return Buffer.from(value, 'utf8');
  // Java writes one ? for a sign outside the basic plane; JavaScript counts two halves.
  return Buffer.from(value.replace(/[^\0-\x7f]/gu, '?'), 'latin1');
}

function charsetOf(charset: EnumValue | undefined, otherwise: 'utf8' | 'ascii'): 'utf8' | 'ascii' {
  const name = enumName(charset);
  return name === null ? otherwise : name === 'US_ASCII' ? 'ascii' : 'utf8';
}

class UtilitiesService extends HostObject {
  sleep(milliseconds: number): void {
    const { sleepMaxMs } = this.execution.core.limits;
    if (milliseconds > sleepMaxMs) {
      throw new GoogleError(
        'Exception',
        `Invalid argument: ${milliseconds}. Should be at most ${sleepMaxMs}.`,
      );
    }
    const sleptMs = Math.max(0, milliseconds);
    (this.execution as RunningExecution).sleptMs += sleptMs;
    this.execution.pass(sleptMs);
  }

  formatDate(date: Date, timeZone: string, format: string): string {
    if (!(date instanceof Date)) {
      throw this.execution.badParameters('Utilities.formatDate', [date, timeZone, format]);
    }
    return formatDate(date.getTime(), timeZone, format);
  }

  formatString(template: string, ...args: unknown[]): string {
    let used = 0;
    return template.replace(
      /%(-?)(0?)(\d*)(?:\.(\d+))?([sdfxXoeEc%])/g,
      (_, left, zero, width, digits, kind) => {
        if (kind === '%') return '%';
        const value = args[used];
        used += 1;
        const text = formatted(value, kind as string, digits as string | undefined);
        return left === '-'
          ? text.padEnd(Number(width))
          : text.padStart(Number(width), zero === '0' && kind !== 's' ? '0' : ' ');
      },
    );
  }

  getUuid(): string {
    const hex = (length: number): string => {
      let out = '';
      for (let at = 0; at < length; at += 1) out += Math.floor(this.execution.random() * 16).toString(16);
      return out;
    };
    const variant = '89ab'[Math.floor(this.execution.random() * 4)]!;
    return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
  }

  base64Encode(data: string | number[], charset?: EnumValue): string {
    return bytesOf(data, charsetOf(charset, 'utf8')).toString('base64');
  }

  base64EncodeWebSafe(data: string | number[], charset?: EnumValue): string {
    return this.base64Encode(data, charset).replaceAll('+', '-').replaceAll('/', '_');
  }

  base64Decode(encoded: string): number[] {
    // Google's two decoders read both alphabets.
    if (!/^[A-Za-z0-9+/_=\s-]*$/.test(encoded))
      throw new GoogleError('Exception', 'Could not decode string.');
    return signedBytes(Buffer.from(encoded, 'base64'));
  }

  base64DecodeWebSafe(encoded: string): number[] {
    return this.base64Decode(encoded);
  }

  computeDigest(algorithm: EnumValue, value: string | number[], charset?: EnumValue): number[] {
    const hash = HASHES[algorithm.name];
    if (hash === undefined || hash === 'md2') {
      throw new GoogleError('Exception', `Invalid argument: ${algorithm.name}`);
    }
    // A missing charset reads text as UTF-8 in digests, as US-ASCII in signatures.
    return signedBytes(
      createHash(hash)
        .update(bytesOf(value, charsetOf(charset, 'utf8')))
        .digest(),
    );
  }

  computeHmacSignature(
    algorithm: EnumValue,
    value: string | number[],
    key: string | number[],
    charset?: EnumValue,
  ): number[] {
    if (Array.isArray(value) !== Array.isArray(key)) {
      throw this.execution.badParameters('Utilities.computeHmacSignature', [algorithm, value, key]);
    }
    const hash = HASHES[algorithm.name.replace('HMAC_', '')];
    const kind = charsetOf(charset, 'ascii');
    return signedBytes(createHmac(hash!, bytesOf(key, kind)).update(bytesOf(value, kind)).digest());
  }

  computeHmacSha256Signature(
    value: string | number[],
    key: string | number[],
    charset?: EnumValue,
  ): number[] {
    if (Array.isArray(value) !== Array.isArray(key)) {
      throw this.execution.badParameters('Utilities.computeHmacSha256Signature', [value, key]);
    }
    const kind = charsetOf(charset, 'ascii');
    return signedBytes(createHmac('sha256', bytesOf(key, kind)).update(bytesOf(value, kind)).digest());
  }

  newBlob(
    data: string | number[],
    contentType: string | null = null,
    name: string | null = null,
  ): BlobObject {
    const type = contentType ?? (typeof data === 'string' ? 'text/plain' : null);
    return new BlobObject(this.execution, bytesOf(data, 'utf8'), type, name);
  }

  gzip(blob: BlobObject, name = `${blob.getName() ?? 'archive'}.gz`): BlobObject {
    return new BlobObject(this.execution, gzipSync(blob.buffer()), 'application/x-gzip', name);
  }

  ungzip(blob: BlobObject): BlobObject {
    try {
      return new BlobObject(
        this.execution,
        gunzipSync(blob.buffer()),
        'application/octet-stream',
        blob.getName(),
      );
    } catch {
      throw new GoogleError('Exception', 'Could not decompress gzip.');
    }
  }

  parseCsv(csv: string, delimiter = ','): string[][] {
    return parseCsv(csv, delimiter);
  }

  jsonParse(text: string): unknown {
    return JSON.parse(text);
  }

  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }
}

function formatted(value: unknown, kind: string, digits: string | undefined): string {
  switch (kind) {
    case 'd':
      return String(Math.trunc(Number(value)));
    case 'f':
      return Number(value).toFixed(digits === undefined ? 6 : Number(digits));
    case 'x':
      return Math.trunc(Number(value)).toString(16);
    case 'X':
      return Math.trunc(Number(value)).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(Number(value)).toString(8);
    case 'e':
    case 'E':
      return Number(value).toExponential(digits === undefined ? 6 : Number(digits));
    default:
      return digits === undefined ? String(value) : String(value).slice(0, Number(digits));
  }
}

const free = { counted: false } as const;

/** Utilities and the type Blob. */
export const utilitiesModule: ServiceModule = {
  types: [
    defineType({
      name: 'Utilities',
      google: 'Utilities.Utilities',
      class: UtilitiesService,
      methods: {
        sleep: free,
        formatDate: free,
        formatString: free,
        getUuid: free,
        base64Encode: free,
        base64EncodeWebSafe: free,
        base64Decode: free,
        base64DecodeWebSafe: free,
        computeDigest: free,
        computeHmacSignature: free,
        computeHmacSha256Signature: free,
        newBlob: free,
        gzip: free,
        ungzip: free,
        parseCsv: free,
        jsonParse: free,
        jsonStringify: free,
      },
    }),
    blobType,
  ],
  globals: { Utilities: (execution) => new UtilitiesService(execution) },
};

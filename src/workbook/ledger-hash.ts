import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8 } from './utf8';

/** Signs of a row's own hash, and of the link to the row before that stands behind it in the same cell. */
export const HASH_SIGNS = 32;
export const LINK_SIGNS = 16;

/** SHA-256 of a text in UTF-8, as hex digits. A script may bring Google's own, which is quicker than any program of ours. */
export type Digest = (text: string) => string;

/** The digest of a bare language. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8(text)));
}

/** The check of a row: its own hash, and the beginning of the hash of the row before. */
export interface RowCheck {
  readonly hash: string;
  readonly link: string;
}

/**
 * The check of a row over all its other cells, the ledger it belongs to and the row before. The link stands in the cell itself: a row can be
 * checked where the one before is missing, and a row that was exchanged is seen by the one behind it.
 */
export function checkOf(ledger: string, cells: readonly string[], hashBefore: string): RowCheck {
  return checkWithLink(ledger, cells, hashBefore.slice(0, LINK_SIGNS));
}

/** The check of a row whose link is known. Lengths stand between the cells: moving text from one to the next changes it. */
export function checkWithLink(
  ledger: string,
  cells: readonly string[],
  link: string,
  digest: Digest = sha256Hex,
): RowCheck {
  const text = [ledger, link, ...cells].map((cell) => `${cell.length}:${cell}`).join('');
  return { hash: digest(text).slice(0, HASH_SIGNS), link };
}

/** The cell *Mã kiểm*. */
export function checkCell(check: RowCheck): string {
  return check.hash + check.link;
}

/** The check in a cell; null when it is none. The first row of a ledger has no link. */
export function checkOfCell(cell: string): RowCheck | null {
  return /^[0-9a-f]{32}([0-9a-f]{16})?$/.test(cell)
    ? { hash: cell.slice(0, HASH_SIGNS), link: cell.slice(HASH_SIGNS) }
    : null;
}

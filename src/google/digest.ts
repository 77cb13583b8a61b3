import type { Digest } from '../workbook/ledger-hash';
import type { Services } from './services';

/** Half of a surrogate pair, which has no bytes of its own: every digest of ours takes U+FFFD for it. */
const HALF_PAIR = /[\uD800-\uDFFF]/gu;

/** SHA-256 by Google's own code: every row of a ledger is checked at every opening, and a script's code begins cold at every call. */
export function googleDigest({ utilities }: Pick<Services, 'utilities'>): Digest {
  const { DigestAlgorithm, Charset } = utilities;
  return (text) =>
    utilities
      .computeDigest(DigestAlgorithm.SHA_256, text.replace(HALF_PAIR, '\uFFFD'), Charset.UTF_8)
      .map((byte) => ((byte + 256) % 256).toString(16).padStart(2, '0'))
      .join('');
}

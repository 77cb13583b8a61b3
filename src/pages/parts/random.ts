/** A new operation id: 16 random bytes as 32 hex digits (contract/committee.ts, Operation). */
export function newOperation(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

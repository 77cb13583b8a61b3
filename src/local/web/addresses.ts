/** Addresses of Google's files lead to the same files of this workspace; others stay as they are. */
export function localAddress(address: string): string {
  return address.replace(/^https:\/\/(?:docs|drive)\.google\.com(?=\/)/, '');
}

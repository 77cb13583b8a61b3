import type { SheetsRequest } from '../google/sheets-batch';
import type { District } from './district';
import { FOLDS_TAB, jsonOf, readNamedTexts } from './state-tab';

interface KeptDecisions {
  readonly year?: string;
  readonly members?: readonly { readonly member: string }[];
}

/** Takes the words about members out of what is kept beside the tabs of why staff decided as they did on their year. One read. */
export function eraseKeptDecisions(
  { api, book }: District,
  isOwn: (member: string, year: string) => boolean,
): readonly SheetsRequest[] {
  const [rows] = api.read(book, [{ sheetId: FOLDS_TAB.sheetId }]);
  const kept = readNamedTexts(FOLDS_TAB, rows ?? null);
  for (const name of kept.names().filter((one) => one.startsWith('decided:'))) {
    const copy = jsonOf<KeptDecisions>(kept, name, {});
    const members = (copy.members ?? []).map((one) =>
      isOwn(one.member, copy.year ?? '') ? { ...one, reason: '', note: '' } : one,
    );
    kept.set(name, JSON.stringify({ ...copy, members }));
  }
  return kept.changes();
}

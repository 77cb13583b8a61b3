import type { MetadataData, SpreadsheetData } from '../model/book';
import { nextId } from '../model/book';
import type { Batch } from './batch';
import { requireFields } from './cell-requests';
import type { DimensionRange } from './dimension-requests';
import { names } from './field-mask';
import { RequestProblem, sheetOf } from './problem';
import { developerMetadata } from './resources';

interface Metadata {
  readonly metadataId?: number;
  readonly metadataKey?: string;
  readonly metadataValue?: string;
  readonly visibility?: string;
  readonly location?: {
    readonly spreadsheet?: boolean;
    readonly sheetId?: number;
    readonly dimensionRange?: DimensionRange;
  };
}

/** What metadata is looked for by. */
export interface MetadataLookup {
  readonly metadataId?: number;
  readonly metadataKey?: string;
  readonly metadataValue?: string;
  readonly visibility?: string;
  readonly metadataLocation?: Metadata['location'];
}

function locationOf(
  batch: { book: SpreadsheetData },
  location: Metadata['location'],
): Pick<MetadataData, 'sheetId' | 'dimension' | 'index'> {
  const { dimensionRange: line, sheetId, spreadsheet } = location ?? {};
  if (line) {
    const sheet = sheetOf(batch.book, line.sheetId);
    const { startIndex = 0, endIndex = startIndex + 1, dimension } = line;
    if (endIndex !== startIndex + 1)
      throw new RequestProblem('Developer metadata can only be on a single row or column.');
    return {
      sheetId: sheet.sheetId,
      dimension: dimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS',
      index: startIndex,
    };
  }
  if (sheetId !== undefined) return { sheetId: sheetOf(batch.book, sheetId).sheetId };
  if (spreadsheet) return {};
  throw new RequestProblem('Developer metadata must have a location.');
}

export function createDeveloperMetadata(
  batch: Batch,
  of: { developerMetadata?: Metadata },
): Record<string, unknown> {
  const asked = of.developerMetadata ?? {};
  if (!asked.metadataKey) throw new RequestProblem('Developer metadata must have a key.');
  const one: MetadataData = {
    id: asked.metadataId ?? nextId(batch.book),
    key: asked.metadataKey,
    value: asked.metadataValue ?? null,
    visibility: asked.visibility ?? 'DOCUMENT',
    ...locationOf(batch, asked.location),
  };
  if (batch.book.metadata.some(({ id }) => id === one.id))
    throw new RequestProblem(`The metadata id ${one.id} is already in use.`);
  batch.book.metadata.push(one);
  return { createDeveloperMetadata: { developerMetadata: developerMetadata(one) } };
}

/** The metadata a lookup means. */
export function lookedUp(book: SpreadsheetData, lookup: MetadataLookup | undefined): MetadataData[] {
  const { metadataId, metadataKey, metadataValue, visibility, metadataLocation } = lookup ?? {};
  const where = metadataLocation && locationOf({ book }, metadataLocation);
  return book.metadata.filter(
    (one) =>
      (metadataId === undefined || one.id === metadataId) &&
      (metadataKey === undefined || one.key === metadataKey) &&
      (metadataValue === undefined || one.value === metadataValue) &&
      (visibility === undefined || one.visibility === visibility) &&
      (where === undefined ||
        (one.sheetId === where.sheetId && one.dimension === where.dimension && one.index === where.index)),
  );
}

export function updateDeveloperMetadata(
  batch: Batch,
  of: {
    dataFilters?: readonly { developerMetadataLookup?: MetadataLookup }[];
    developerMetadata?: Metadata;
    fields?: string;
  },
): void {
  const mask = requireFields(of.fields);
  const to = of.developerMetadata ?? {};
  for (const filter of of.dataFilters ?? []) {
    for (const one of lookedUp(batch.book, filter.developerMetadataLookup)) {
      if (names(mask, 'metadataKey')) one.key = to.metadataKey ?? one.key;
      if (names(mask, 'metadataValue')) one.value = to.metadataValue ?? null;
      if (names(mask, 'visibility')) one.visibility = to.visibility ?? one.visibility;
      if (names(mask, 'location')) Object.assign(one, locationOf(batch, to.location));
    }
  }
}

export function deleteDeveloperMetadata(
  batch: Batch,
  of: { dataFilter?: { developerMetadataLookup?: MetadataLookup } },
): Record<string, unknown> {
  const gone = lookedUp(batch.book, of.dataFilter?.developerMetadataLookup);
  batch.book.metadata = batch.book.metadata.filter((one) => !gone.includes(one));
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: gone.map(developerMetadata) } };
}

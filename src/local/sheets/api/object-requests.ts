import type {
  ChartData,
  GridRect,
  MetadataData,
  ProtectionData,
  SheetData,
  SpreadsheetData,
} from '../model/book';
import { nextId } from '../model/book';
import { PROTECTED, isLetIn } from '../model/guard';
import type { Batch } from './batch';
import { requireFields } from './cell-requests';
import { type CellFormat, restyled } from './cell-format';
import { type Condition, readCondition } from './conditions';
import type { DimensionRange } from './dimension-requests';
import { below, names } from './field-mask';
import { type GridRange, RequestProblem, gridOf, sheetOf } from './problem';
import { developerMetadata, embeddedChart, protectedRange } from './resources';

interface ProtectedRange {
  readonly protectedRangeId?: number;
  readonly range?: GridRange;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly editors?: { readonly users?: readonly string[]; readonly domainUsersCanEdit?: boolean };
  readonly unprotectedRanges?: readonly GridRange[];
}

/** Editors as they are kept: without the owner, with the one who asks, who cannot lock himself out [facts 14]. */
function editorsOf(batch: Batch, users: readonly string[]): string[] {
  const owner = batch.file.owner.toLowerCase();
  const all = [...users, batch.editor.email].map((email) => email.toLowerCase());
  return [...new Set(all)].filter((email) => email !== owner);
}

function guardedPart(
  batch: Batch,
  range: GridRange | undefined,
): { sheet: SheetData; type: ProtectionData['type']; range: GridRect } {
  const { sheet, range: part } = gridOf(batch.book, range);
  return { sheet, type: Object.keys(part).length === 0 ? 'SHEET' : 'RANGE', range: part };
}

export function addProtectedRange(
  batch: Batch,
  of: { protectedRange?: ProtectedRange },
): Record<string, unknown> {
  const asked = of.protectedRange ?? {};
  const { sheet, type, range } = guardedPart(batch, asked.range);
  const id = asked.protectedRangeId ?? nextId(batch.book);
  if (allProtections(batch.book).some((one) => one.protection.id === id)) {
    throw new RequestProblem(`The protected range id ${id} is already in use.`);
  }
  if (type === 'SHEET' && sheet.protections.some((one) => one.type === 'SHEET')) {
    throw new RequestProblem('This sheet already has sheet protection.');
  }
  const protection: ProtectionData = {
    id,
    type,
    range,
    description: asked.description ?? '',
    editors: asked.editors && !asked.warningOnly ? editorsOf(batch, asked.editors.users ?? []) : null,
    domainEdit: asked.editors?.domainUsersCanEdit ?? false,
    warningOnly: asked.warningOnly ?? false,
    unprotected: (asked.unprotectedRanges ?? []).map((one) => gridOf(batch.book, one).range),
  };
  sheet.protections.push(protection);
  return { addProtectedRange: { protectedRange: protectedRange(batch.file, sheet, protection) } };
}

export function updateProtectedRange(
  batch: Batch,
  of: { protectedRange?: ProtectedRange; fields?: string },
): void {
  const mask = requireFields(of.fields);
  const to = of.protectedRange ?? {};
  const { protection } = protectionOf(batch, to.protectedRangeId);
  if (names(mask, 'description')) protection.description = to.description ?? '';
  if (names(mask, 'warningOnly')) protection.warningOnly = to.warningOnly ?? false;
  if (names(mask, 'range')) Object.assign(protection, { range: guardedPart(batch, to.range).range });
  if (names(mask, 'unprotectedRanges')) {
    protection.unprotected = (to.unprotectedRanges ?? []).map((one) => gridOf(batch.book, one).range);
  }
  const editors = below(mask, 'editors');
  if (editors === undefined) return;
  if (names(editors, 'users')) protection.editors = editorsOf(batch, to.editors?.users ?? []);
  if (names(editors, 'domainUsersCanEdit')) protection.domainEdit = to.editors?.domainUsersCanEdit ?? false;
}

export function deleteProtectedRange(batch: Batch, of: { protectedRangeId?: number }): void {
  const { sheet, protection } = protectionOf(batch, of.protectedRangeId);
  sheet.protections = sheet.protections.filter((one) => one !== protection);
}

function allProtections(book: SpreadsheetData): { sheet: SheetData; protection: ProtectionData }[] {
  return book.sheets.flatMap((sheet) => sheet.protections.map((protection) => ({ sheet, protection })));
}

/** The protection, when the effective user may change it. */
function protectionOf(
  batch: Batch,
  id: number | undefined,
): { sheet: SheetData; protection: ProtectionData } {
  const found = allProtections(batch.book).find((one) => one.protection.id === id);
  if (!found) throw new RequestProblem(`No protected range with id: ${id}`);
  if (!isLetIn(batch.editor, found.protection)) throw new RequestProblem(PROTECTED);
  return found;
}

interface Position {
  readonly newSheet?: boolean;
  readonly sheetId?: number;
  readonly overlayPosition?: {
    readonly anchorCell?: {
      readonly sheetId?: number;
      readonly rowIndex?: number;
      readonly columnIndex?: number;
    };
    readonly offsetXPixels?: number;
    readonly offsetYPixels?: number;
    readonly widthPixels?: number;
    readonly heightPixels?: number;
  };
}

type Spec = Record<string, unknown> & {
  readonly title?: string;
  readonly basicChart?: { readonly chartType?: string; readonly headerCount?: number };
};

function kindOf(spec: Spec): string {
  if (spec.basicChart) return spec.basicChart.chartType ?? 'COLUMN';
  const member = Object.keys(spec).find((key) => key.endsWith('Chart'));
  if (member === undefined) throw new RequestProblem('chart.spec: A chart specification is required');
  return member.replace(/Chart$/, '').toUpperCase();
}

/** The ranges of a spec must lie on tabs of the book. */
function requireSources(book: SpreadsheetData, spec: unknown): void {
  if (typeof spec !== 'object' || spec === null) return;
  for (const [key, part] of Object.entries(spec)) {
    if (key === 'sources' && Array.isArray(part)) for (const range of part) gridOf(book, range as GridRange);
    else requireSources(book, part);
  }
}

function place(batch: Batch, chart: ChartData, position: Position | undefined): SheetData {
  const { anchorCell, ...over } = position?.overlayPosition ?? {};
  const sheet = sheetOf(batch.book, anchorCell?.sheetId ?? position?.sheetId);
  chart.row = anchorCell?.rowIndex ?? 0;
  chart.column = anchorCell?.columnIndex ?? 0;
  chart.offsetX = over.offsetXPixels ?? 0;
  chart.offsetY = over.offsetYPixels ?? 0;
  chart.options = { ...chart.options, width: over.widthPixels ?? 600, height: over.heightPixels ?? 371 };
  return sheet;
}

export function addChart(
  batch: Batch,
  of: { chart?: { chartId?: number; spec?: Spec; position?: Position } },
): Record<string, unknown> {
  const { chartId, spec = {}, position } = of.chart ?? {};
  if (position?.newSheet)
    throw new RequestProblem('A chart on a sheet of its own is not offered in this workspace');
  const id = chartId ?? nextId(batch.book);
  if (chartsOf(batch.book).some((one) => one.chart.id === id)) {
    throw new RequestProblem(`The chart id ${id} is already in use.`);
  }
  requireSources(batch.book, spec);
  const chart: ChartData = {
    id,
    type: kindOf(spec),
    ranges: [],
    options: spec.title === undefined ? {} : { title: spec.title },
    row: 0,
    column: 0,
    offsetX: 0,
    offsetY: 0,
    headers: spec.basicChart?.headerCount ?? 0,
    transpose: false,
    merge: 'MERGE_COLUMNS',
    hidden: 'IGNORE_BOTH',
    spec: structuredClone(spec),
  };
  const sheet = place(batch, chart, position);
  sheet.charts.push(chart);
  return { addChart: { chart: embeddedChart(sheet, chart) } };
}

export function updateChartSpec(batch: Batch, of: { chartId?: number; spec?: Spec }): void {
  const { chart } = chartOf(batch.book, of.chartId);
  const spec = of.spec ?? {};
  requireSources(batch.book, spec);
  chart.type = kindOf(spec);
  chart.headers = spec.basicChart?.headerCount ?? 0;
  chart.options = { ...chart.options, title: spec.title ?? '' };
  chart.spec = structuredClone(spec);
}

export function updateEmbeddedObjectPosition(
  batch: Batch,
  of: { objectId?: number; newPosition?: Position },
): Record<string, unknown> {
  const { sheet, chart } = chartOf(batch.book, of.objectId);
  const target = place(batch, chart, of.newPosition);
  if (target !== sheet) {
    sheet.charts = sheet.charts.filter((one) => one !== chart);
    target.charts.push(chart);
  }
  return { updateEmbeddedObjectPosition: { position: embeddedChart(target, chart).position } };
}

export function deleteEmbeddedObject(batch: Batch, of: { objectId?: number }): void {
  const { sheet, chart } = chartOf(batch.book, of.objectId);
  sheet.charts = sheet.charts.filter((one) => one !== chart);
}

function chartsOf(book: SpreadsheetData): { sheet: SheetData; chart: ChartData }[] {
  return book.sheets.flatMap((sheet) => sheet.charts.map((chart) => ({ sheet, chart })));
}

function chartOf(book: SpreadsheetData, id: number | undefined): { sheet: SheetData; chart: ChartData } {
  const found = chartsOf(book).find((one) => one.chart.id === id);
  if (!found) throw new RequestProblem(`No chart with id: ${id}`);
  return found;
}

interface ConditionalRule {
  readonly ranges?: readonly GridRange[];
  readonly booleanRule?: { readonly condition?: Condition; readonly format?: CellFormat };
  readonly gradientRule?: Record<string, unknown>;
}

function readConditional(
  batch: Batch,
  rule: ConditionalRule | undefined,
): { sheet: SheetData; data: SheetData['conditional'][number] } {
  const [first, ...rest] = (rule?.ranges ?? []).map((range) => gridOf(batch.book, range));
  if (!first) throw new RequestProblem('rule.ranges is required');
  if (rest.some(({ sheet }) => sheet !== first.sheet))
    throw new RequestProblem('All ranges must be on the same sheet.');
  const ranges = [first, ...rest].map(({ range }) => range);
  if (rule?.gradientRule)
    return { sheet: first.sheet, data: { ranges, gradient: structuredClone(rule.gradientRule) } };
  const { condition, format = {} } = rule?.booleanRule ?? {};
  const { criteria, values } = readCondition(batch.book, condition);
  return { sheet: first.sheet, data: { ranges, criteria, values, style: restyled({}, format, '*') } };
}

export function addConditionalFormatRule(batch: Batch, of: { rule?: ConditionalRule; index?: number }): void {
  const { sheet, data } = readConditional(batch, of.rule);
  sheet.conditional.splice(of.index ?? 0, 0, data);
}

export function updateConditionalFormatRule(
  batch: Batch,
  of: { rule?: ConditionalRule; index?: number; sheetId?: number; newIndex?: number },
): void {
  const { index = 0 } = of;
  if (of.rule) {
    const { sheet, data } = readConditional(batch, of.rule);
    requireIndex(sheet, index);
    sheet.conditional[index] = data;
    return;
  }
  const sheet = sheetOf(batch.book, of.sheetId);
  requireIndex(sheet, index);
  sheet.conditional.splice(of.newIndex ?? 0, 0, ...sheet.conditional.splice(index, 1));
}

export function deleteConditionalFormatRule(batch: Batch, of: { sheetId?: number; index?: number }): void {
  const sheet = sheetOf(batch.book, of.sheetId);
  requireIndex(sheet, of.index ?? 0);
  sheet.conditional.splice(of.index ?? 0, 1);
}

function requireIndex(sheet: SheetData, index: number): void {
  if (index >= sheet.conditional.length)
    throw new RequestProblem(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`);
}

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

interface NamedRange {
  readonly namedRangeId?: string;
  readonly name?: string;
  readonly range?: GridRange;
}

export function addNamedRange(batch: Batch, of: { namedRange?: NamedRange }): Record<string, unknown> {
  const { name = '', range, namedRangeId } = of.namedRange ?? {};
  const { sheet, rect } = gridOf(batch.book, range);
  if (batch.book.named.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    throw new RequestProblem(`A named range with the name "${name}" already exists.`);
  }
  const id = namedRangeId ?? String(nextId(batch.book));
  batch.book.named.push({ id, name, sheetId: sheet.sheetId, range: rect });
  return { addNamedRange: { namedRange: { namedRangeId: id, name, range } } };
}

export function deleteNamedRange(batch: Batch, of: { namedRangeId?: string }): void {
  if (!batch.book.named.some((one) => one.id === of.namedRangeId))
    throw new RequestProblem(`No named range with id: ${of.namedRangeId}`);
  batch.book.named = batch.book.named.filter((one) => one.id !== of.namedRangeId);
}

import type { Batch } from './batch';
import * as cells from './cell-requests';
import * as dimensions from './dimension-requests';
import * as charts from './chart-requests';
import * as metadata from './metadata-requests';
import * as pastes from './paste-requests';
import * as protections from './protection-requests';
import * as rules from './rule-requests';
import * as sheets from './sheet-requests';

type Handler = (batch: Batch, of: never) => Record<string, unknown> | void;

/** The requests of spreadsheets.batchUpdate that are emulated. */
const KINDS: Readonly<Record<string, Handler>> = {
  updateSpreadsheetProperties: sheets.updateSpreadsheetProperties,
  addSheet: sheets.addSheet,
  duplicateSheet: sheets.duplicateSheet,
  deleteSheet: sheets.deleteSheet,
  updateSheetProperties: sheets.updateSheetProperties,
  setBasicFilter: sheets.setBasicFilter,
  clearBasicFilter: sheets.clearBasicFilter,
  updateCells: cells.updateCells,
  appendCells: cells.appendCells,
  repeatCell: cells.repeatCell,
  setDataValidation: cells.setDataValidation,
  mergeCells: cells.mergeCells,
  unmergeCells: cells.unmergeCells,
  updateBorders: cells.updateBorders,
  sortRange: cells.sortRange,
  copyPaste: pastes.copyPaste,
  findReplace: pastes.findReplace,
  updateDimensionProperties: dimensions.updateDimensionProperties,
  autoResizeDimensions: dimensions.autoResizeDimensions,
  insertDimension: dimensions.insertDimensions,
  deleteDimension: dimensions.deleteDimensions,
  appendDimension: dimensions.appendDimension,
  moveDimension: dimensions.moveDimensions,
  addProtectedRange: protections.addProtectedRange,
  updateProtectedRange: protections.updateProtectedRange,
  deleteProtectedRange: protections.deleteProtectedRange,
  addChart: charts.addChart,
  updateChartSpec: charts.updateChartSpec,
  updateEmbeddedObjectPosition: charts.updateEmbeddedObjectPosition,
  deleteEmbeddedObject: charts.deleteEmbeddedObject,
  addConditionalFormatRule: rules.addConditionalFormatRule,
  updateConditionalFormatRule: rules.updateConditionalFormatRule,
  deleteConditionalFormatRule: rules.deleteConditionalFormatRule,
  createDeveloperMetadata: metadata.createDeveloperMetadata,
  updateDeveloperMetadata: metadata.updateDeveloperMetadata,
  deleteDeveloperMetadata: metadata.deleteDeveloperMetadata,
  addNamedRange: rules.addNamedRange,
  deleteNamedRange: rules.deleteNamedRange,
};

/** Google's other requests: known by name, not emulated. */
export const OTHER_KINDS: readonly string[] = [
  'addBanding',
  'addDataSource',
  'addDimensionGroup',
  'addFilterView',
  'addSlicer',
  'addTable',
  'autoFill',
  'cancelDataSourceRefresh',
  'cutPaste',
  'deleteBanding',
  'deleteDataSource',
  'deleteDimensionGroup',
  'deleteDuplicates',
  'deleteFilterView',
  'deleteRange',
  'deleteTable',
  'duplicateFilterView',
  'insertRange',
  'pasteData',
  'randomizeRange',
  'refreshDataSource',
  'textToColumns',
  'trimWhitespace',
  'updateBanding',
  'updateDataSource',
  'updateDimensionGroup',
  'updateEmbeddedObjectBorder',
  'updateFilterView',
  'updateNamedRange',
  'updateSlicerSpec',
  'updateTable',
];

/** The handler of a request; undefined for one that is not emulated or that Google does not know. */
export function handlerOf(
  kind: string,
): ((batch: Batch, of: unknown) => Record<string, unknown> | void) | undefined {
  return Object.hasOwn(KINDS, kind)
    ? (KINDS[kind] as (batch: Batch, of: unknown) => Record<string, unknown> | void)
    : undefined;
}

import {
  type CallSize,
  type Execution,
  HostObject,
  type TypeDefinition,
  defineType,
} from '../../kernel/host';
import { googleInterface } from '../../kernel/catalogue';
import { same } from '../method-facts';
import { DeveloperMetadataCollection, SheetsCollection, SpreadsheetsCollection } from './spreadsheets';
import { ValuesCollection } from './values';

/** The advanced service Sheets. */
export class SheetsService extends HostObject {
  readonly Spreadsheets: SpreadsheetsCollection;

  constructor(execution: Execution) {
    super(execution);
    this.Spreadsheets = new SpreadsheetsCollection(execution);
  }
}

/** `Sheets.newRequest()` and its like: an empty object of a request's part, filled in by the script. */
export const NEW_OBJECTS: readonly string[] = Object.keys(googleInterface('Sheets')?.methods ?? {}).filter(
  (name) => name.startsWith('new'),
);

for (const name of NEW_OBJECTS) {
  Object.defineProperty(SheetsService.prototype, name, { value: () => ({}) });
}

const property = { property: true } as const;
const service = { scopes: ['spreadsheets', 'drive.file', 'drive'], needs: 'user' } as const;
const moved = ({ self }: { readonly self: { readonly lastSize: CallSize } }): CallSize => self.lastSize;
const read = { latency: 'Sheets.Values.get', size: moved } as const;
const write = { latency: 'Sheets.Values.update', size: moved } as const;

/** The advanced service Sheets and its collections; nothing here flushes what SpreadsheetApp keeps back. */
export const apiTypes: readonly TypeDefinition[] = [
  defineType({
    name: 'Sheets',
    google: 'Sheets',
    class: SheetsService,
    methods: { Spreadsheets: property, ...(same({ counted: false }, ...NEW_OBJECTS) as object) },
  }),
  defineType({
    name: 'Sheets.Spreadsheets',
    google: 'Sheets.Collection.SpreadsheetsCollection',
    class: SpreadsheetsCollection,
    ...service,
    methods: {
      Values: property,
      Sheets: property,
      DeveloperMetadata: property,
      get: read,
      create: { latency: 'SpreadsheetApp.create' },
      batchUpdate: { latency: 'Sheets.batchUpdate', size: moved },
    },
  }),
  defineType({
    name: 'Sheets.Spreadsheets.Values',
    google: 'Sheets.Collection.Spreadsheets.ValuesCollection',
    class: ValuesCollection,
    ...service,
    methods: {
      get: read,
      batchGet: read,
      batchGetByDataFilter: { latency: 'Sheets.Values.batchGetByDataFilter', size: moved },
      update: write,
      batchUpdate: write,
      batchUpdateByDataFilter: write,
      append: write,
      clear: write,
      batchClear: write,
      batchClearByDataFilter: write,
    },
  }),
  defineType({
    name: 'Sheets.Spreadsheets.Sheets',
    google: 'Sheets.Collection.Spreadsheets.SheetsCollection',
    class: SheetsCollection,
    ...service,
    methods: { copyTo: {} },
  }),
  defineType({
    name: 'Sheets.Spreadsheets.DeveloperMetadata',
    google: 'Sheets.Collection.Spreadsheets.DeveloperMetadataCollection',
    class: DeveloperMetadataCollection,
    ...service,
    methods: { get: { latency: 'DeveloperMetadata.find' }, search: { latency: 'DeveloperMetadata.find' } },
  }),
];

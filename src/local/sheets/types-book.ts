import { type TypeDefinition, defineType } from '../kernel/host';
import { NamedRangeObject } from './named-range';
import { free, metadataRead, protectionWrite, same, structural } from './method-facts';
import { PASSED_ON } from './passed-on';
import { ProtectionObject } from './protection';
import { SelectionObject } from './selection';
import { SpreadsheetObject } from './spreadsheet';
import { SpreadsheetAppService } from './spreadsheet-app';

const SCOPES = ['spreadsheets.currentonly', 'spreadsheets'];
/** What opens any book of the user's needs the whole scope [facts 3]. */
const ANY_BOOK = ['spreadsheets'];
const inDocument = { scopes: SCOPES, needs: 'document' } as const;
const find = { latency: 'DeveloperMetadata.find', store: 'read' } as const;
const share = { latency: 'Spreadsheet.addEditors', needs: 'user' } as const;
const insertSheet = { latency: 'Spreadsheet.insertSheet', store: 'now' } as const;

/** The book, its tabs, protections and names, with what each of their methods costs. */
export const bookTypes: readonly TypeDefinition[] = [
  defineType({
    name: 'SpreadsheetApp',
    google: 'Spreadsheet.SpreadsheetApp',
    class: SpreadsheetAppService,
    ...inDocument,
    methods: {
      create: { latency: 'SpreadsheetApp.create', scopes: ANY_BOOK, needs: 'user' },
      openById: { latency: 'SpreadsheetApp.openById', scopes: ANY_BOOK, needs: 'user' },
      openByUrl: { latency: 'SpreadsheetApp.openById', scopes: ANY_BOOK, needs: 'user' },
      flush: { latency: 'SpreadsheetApp.flush', store: 'flush' },
      getUi: { counted: false, scopes: [] },
      ...same(
        free,
        'getActive',
        'getActiveSpreadsheet',
        'setActiveSpreadsheet',
        'getActiveSheet',
        'setActiveSheet',
        'getActiveRange',
        'getActiveRangeList',
        'getCurrentCell',
        'setActiveRange',
        'setCurrentCell',
        'getSelection',
      ),
      ...same(
        { counted: false, scopes: [], needs: 'nothing' },
        'newColor',
        'newConditionalFormatRule',
        'newDataValidation',
        'newFilterCriteria',
        'newRichTextValue',
        'newTextStyle',
      ),
    },
  }),
  defineType({
    name: 'Spreadsheet',
    google: 'Spreadsheet.Spreadsheet',
    fullName: 'SpreadsheetApp.Spreadsheet',
    class: SpreadsheetObject,
    ...inDocument,
    methods: {
      ...(same(structural, ...PASSED_ON) as object),
      ...(same(metadataRead, ...PASSED_ON.filter((name) => /^(get|is)/.test(name))) as object),
      ...(same(free, ...PASSED_ON.filter((name) => /Active|Current/.test(name))) as object),
      ...({ appendRow: { latency: 'Sheet.appendRow', store: 'now' } } as object),
      ...same(
        free,
        'getId',
        'getUrl',
        'getName',
        'getSheetByName',
        'getSheetById',
        'getActiveSheet',
        'setActiveSheet',
        'getSheetId',
        'getSheetName',
        'getRange',
        'getRangeList',
        'getRangeByName',
        'getSelection',
        'setActiveRange',
        'setCurrentCell',
        'setActiveSelection',
        'toast',
        'addMenu',
        'updateMenu',
        'createTextFinder',
        'createDeveloperMetadataFinder',
      ),
      ...same(
        metadataRead,
        'getFormUrl',
        'getSpreadsheetLocale',
        'getSpreadsheetTimeZone',
        'getOwner',
        'getEditors',
        'getViewers',
        'getNamedRanges',
      ),
      ...same({ latency: 'Spreadsheet.getSheets', store: 'read' }, 'getSheets', 'getNumSheets'),
      ...same({ latency: 'Protection.canEdit', store: 'read' }, 'getProtections'),
      ...same(insertSheet, 'insertSheet', 'duplicateActiveSheet'),
      copy: { latency: 'Spreadsheet.copy', store: 'now', scopes: ANY_BOOK, needs: 'user' },
      ...same(share, 'addEditor', 'addEditors', 'addViewer', 'addViewers', 'removeEditor', 'removeViewer'),
      ...same(
        structural,
        'rename',
        'setSpreadsheetLocale',
        'setSpreadsheetTimeZone',
        'deleteSheet',
        'deleteActiveSheet',
        'renameActiveSheet',
        'moveActiveSheet',
        'setNamedRange',
        'removeNamedRange',
        'addDeveloperMetadata',
      ),
      getDeveloperMetadata: find,
    },
  }),
  defineType({
    name: 'Protection',
    google: 'Spreadsheet.Protection',
    fullName: 'SpreadsheetApp.Protection',
    class: ProtectionObject,
    ...inDocument,
    methods: {
      ...same(free, 'getProtectionType', 'getRange', 'getRangeName'),
      ...same(
        { latency: 'Protection.canEdit', store: 'read' },
        'canEdit',
        'getDescription',
        'isWarningOnly',
        'getUnprotectedRanges',
        'getEditors',
        'canDomainEdit',
      ),
      ...same(
        protectionWrite,
        'setDescription',
        'setWarningOnly',
        'setRange',
        'setUnprotectedRanges',
        'addEditor',
        'addEditors',
        'removeEditor',
        'removeEditors',
        'setDomainEdit',
        'remove',
      ),
    },
  }),
  defineType({
    name: 'NamedRange',
    google: 'Spreadsheet.NamedRange',
    fullName: 'SpreadsheetApp.NamedRange',
    class: NamedRangeObject,
    ...inDocument,
    methods: {
      ...same(free, 'getName', 'getRange'),
      ...same(structural, 'setName', 'setRange', 'remove'),
    },
  }),
  defineType({
    name: 'Selection',
    google: 'Spreadsheet.Selection',
    fullName: 'SpreadsheetApp.Selection',
    class: SelectionObject,
    ...inDocument,
    methods: same(
      free,
      'getActiveSheet',
      'getActiveRange',
      'getActiveRangeList',
      'getCurrentCell',
      'getNextDataRange',
    ),
  }),
];

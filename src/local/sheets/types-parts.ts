import { type TypeDefinition, defineType } from '../kernel/host';
import {
  AreaChartBuilderObject,
  BarChartBuilderObject,
  ChartBuilderObject,
  ChartOptionsObject,
  ComboChartBuilderObject,
  ColumnChartBuilderObject,
  ContainerInfoObject,
  EmbeddedChartObject,
  LineChartBuilderObject,
  PieChartBuilderObject,
} from './chart';
import { ColorBuilderObject, ColorObject, RgbColorObject } from './colour';
import {
  BooleanConditionObject,
  ConditionalFormatRuleBuilderObject,
  ConditionalFormatRuleObject,
  WHENS,
} from './conditional-format';
import { DataValidationBuilderObject, DataValidationObject, REQUIRES } from './data-validation';
import {
  DeveloperMetadataFinderObject,
  DeveloperMetadataLocationObject,
  DeveloperMetadataObject,
} from './developer-metadata';
import { FilterCriteriaBuilderObject, FilterCriteriaObject, FilterObject } from './filter';
import { free, same, structural } from './method-facts';
import { RichTextValueBuilderObject, RichTextValueObject } from './rich-text';
import { TextFinderObject } from './text-finder';
import { TextStyleBuilderObject, TextStyleObject } from './text-style';

/** Makes the definition of a type that only tells what it knows, or is put together: all of it free. */
function plainType(
  name: string,
  type: Parameters<typeof defineType>[0]['class'],
  methods: readonly string[],
  google = name,
): TypeDefinition {
  return defineType({
    name,
    google: `Spreadsheet.${google}`,
    fullName: `SpreadsheetApp.${name}`,
    class: type,
    methods: same(free, ...methods) as object,
  });
}

const inBook = { scopes: ['spreadsheets.currentonly', 'spreadsheets'], needs: 'document' } as const;
const chartBuilding = [
  'addRange',
  'removeRange',
  'clearRanges',
  'getRanges',
  'getChartType',
  'setChartType',
  'getContainer',
  'setPosition',
  'setOption',
  'setNumHeaders',
  'setTransposeRowsAndColumns',
  'setMergeStrategy',
  'setHiddenDimensionStrategy',
  'asColumnChart',
  'asBarChart',
  'asLineChart',
  'asAreaChart',
  'asPieChart',
  'asComboChart',
  'build',
];
const chartKind = [
  ...chartBuilding,
  'setTitle',
  'setColors',
  'setBackgroundColor',
  'setLegendPosition',
  'reverseCategories',
];
const axisKind = [...chartKind, 'setXAxisTitle', 'setYAxisTitle', 'setRange', 'useLogScale'];
const textStyle = [
  'getFontFamily',
  'getFontSize',
  'getForegroundColor',
  'isBold',
  'isItalic',
  'isStrikethrough',
  'isUnderline',
  'copy',
];

/** Rules, looks, charts, filters, metadata and searches of spreadsheets. */
export const partTypes: readonly TypeDefinition[] = [
  plainType('DataValidation', DataValidationObject, [
    'getAllowInvalid',
    'getHelpText',
    'getCriteriaType',
    'getCriteriaValues',
    'copy',
  ]),
  plainType('DataValidationBuilder', DataValidationBuilderObject, [
    'build',
    'copy',
    'getAllowInvalid',
    'getHelpText',
    'getCriteriaType',
    'getCriteriaValues',
    'setAllowInvalid',
    'setHelpText',
    'requireCheckbox',
    'requireValueInList',
    'requireValueInRange',
    'requireFormulaSatisfied',
    'requireTextIsEmail',
    'requireTextIsUrl',
    'requireDate',
    'withCriteria',
    ...Object.keys(REQUIRES),
  ]),
  plainType('ConditionalFormatRule', ConditionalFormatRuleObject, [
    'getRanges',
    'getBooleanCondition',
    'copy',
  ]),
  plainType('ConditionalFormatRuleBuilder', ConditionalFormatRuleBuilderObject, [
    'setRanges',
    'getRanges',
    'setBackground',
    'setFontColor',
    'setBold',
    'setItalic',
    'setStrikethrough',
    'setUnderline',
    'withCriteria',
    'getBooleanCondition',
    'copy',
    'build',
    ...Object.keys(WHENS),
  ]),
  plainType('BooleanCondition', BooleanConditionObject, [
    'getCriteriaType',
    'getCriteriaValues',
    'getBackground',
    'getFontColor',
    'getBold',
    'getItalic',
    'getStrikethrough',
    'getUnderline',
  ]),
  plainType('Color', ColorObject, ['getColorType', 'asRgbColor']),
  plainType('ColorBuilder', ColorBuilderObject, ['setRgbColor', 'build']),
  defineType({
    name: 'RgbColor',
    google: 'Base.RgbColor',
    class: RgbColorObject,
    methods: same(free, 'asHexString', 'getColorType', 'getRed', 'getGreen', 'getBlue'),
  }),
  plainType('TextStyle', TextStyleObject, textStyle),
  plainType('TextStyleBuilder', TextStyleBuilderObject, [
    'setFontFamily',
    'setFontSize',
    'setForegroundColor',
    'setBold',
    'setItalic',
    'setStrikethrough',
    'setUnderline',
    'build',
  ]),
  plainType('RichTextValue', RichTextValueObject, [
    'getText',
    'getStartIndex',
    'getEndIndex',
    'getRuns',
    'getTextStyle',
    'getLinkUrl',
    'copy',
  ]),
  plainType('RichTextValueBuilder', RichTextValueBuilderObject, [
    'setText',
    'setTextStyle',
    'setLinkUrl',
    'build',
  ]),
  plainType('EmbeddedChart', EmbeddedChartObject, [
    'getChartId',
    'getRanges',
    'getContainerInfo',
    'getOptions',
    'getNumHeaders',
    'getTransposeRowsAndColumns',
    'getMergeStrategy',
    'getHiddenDimensionStrategy',
    'modify',
  ]),
  plainType('ContainerInfo', ContainerInfoObject, [
    'getAnchorRow',
    'getAnchorColumn',
    'getOffsetX',
    'getOffsetY',
  ]),
  defineType({
    name: 'ChartOptions',
    google: 'Charts.ChartOptions',
    class: ChartOptionsObject,
    methods: same(free, 'get', 'getOrDefault'),
  }),
  plainType('EmbeddedChartBuilder', ChartBuilderObject, chartBuilding),
  plainType('EmbeddedColumnChartBuilder', ColumnChartBuilderObject, [...axisKind, 'setStacked']),
  plainType('EmbeddedBarChartBuilder', BarChartBuilderObject, [...axisKind, 'setStacked']),
  plainType('EmbeddedAreaChartBuilder', AreaChartBuilderObject, [...axisKind, 'setStacked']),
  plainType('EmbeddedLineChartBuilder', LineChartBuilderObject, axisKind),
  plainType('EmbeddedComboChartBuilder', ComboChartBuilderObject, [...axisKind, 'setStacked']),
  plainType('EmbeddedPieChartBuilder', PieChartBuilderObject, [...chartKind, 'set3D']),
  plainType('FilterCriteria', FilterCriteriaObject, [
    'getHiddenValues',
    'getVisibleValues',
    'getCriteriaType',
    'getCriteriaValues',
    'copy',
  ]),
  plainType('FilterCriteriaBuilder', FilterCriteriaBuilderObject, [
    'setHiddenValues',
    'getHiddenValues',
    'copy',
    'build',
  ]),
  defineType({
    name: 'Filter',
    google: 'Spreadsheet.Filter',
    fullName: 'SpreadsheetApp.Filter',
    class: FilterObject,
    ...inBook,
    methods: {
      ...same({ counted: false, store: 'read' }, 'getRange', 'getColumnFilterCriteria'),
      ...same(structural, 'remove', 'setColumnFilterCriteria', 'removeColumnFilterCriteria', 'sort'),
    },
  }),
  defineType({
    name: 'TextFinder',
    google: 'Spreadsheet.TextFinder',
    fullName: 'SpreadsheetApp.TextFinder',
    class: TextFinderObject,
    ...inBook,
    methods: {
      ...same(
        free,
        'matchCase',
        'matchEntireCell',
        'matchFormulaText',
        'ignoreDiacritics',
        'useRegularExpression',
      ),
      ...same(free, 'startFrom', 'getCurrentMatch'),
      ...same({ latency: 'Range.getValues', store: 'read' }, 'findAll', 'findNext', 'findPrevious'),
      ...same(structural, 'replaceAllWith', 'replaceWith'),
    },
  }),
  defineType({
    name: 'DeveloperMetadata',
    google: 'Spreadsheet.DeveloperMetadata',
    fullName: 'SpreadsheetApp.DeveloperMetadata',
    class: DeveloperMetadataObject,
    ...inBook,
    methods: {
      ...same(free, 'getId', 'getKey', 'getValue', 'getVisibility', 'getLocation'),
      ...same(structural, 'setKey', 'setValue', 'setVisibility', 'moveToRow', 'moveToColumn', 'moveToSheet'),
      ...same(structural, 'moveToSpreadsheet', 'remove'),
    },
  }),
  plainType('DeveloperMetadataLocation', DeveloperMetadataLocationObject, [
    'getLocationType',
    'getSpreadsheet',
    'getSheet',
    'getRow',
    'getColumn',
  ]),
  defineType({
    name: 'DeveloperMetadataFinder',
    google: 'Spreadsheet.DeveloperMetadataFinder',
    fullName: 'SpreadsheetApp.DeveloperMetadataFinder',
    class: DeveloperMetadataFinderObject,
    ...inBook,
    methods: {
      ...same(
        free,
        'withId',
        'withKey',
        'withValue',
        'withVisibility',
        'withLocationType',
        'onIntersectingLocations',
      ),
      find: { latency: 'DeveloperMetadata.find', store: 'read' },
    },
  }),
];

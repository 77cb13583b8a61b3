import { type Emulated, type Execution, HostObject } from '../kernel/host';
import { ColorBuilderObject } from './colour';
import { ConditionalFormatRuleBuilderObject } from './conditional-format';
import { createSpreadsheetFile } from './create';
import { DataValidationBuilderObject } from './data-validation';
import { FilterCriteriaBuilderObject } from './filter';
import { RangeObject } from './range';
import type { RangeListObject } from './range-list';
import { RichTextValueBuilderObject } from './rich-text';
import { SelectionObject } from './selection';
import { type BookSession, type Makers, exception, openBook } from './session';
import { SheetObject } from './sheet';
import { SpreadsheetObject, tooMany } from './spreadsheet';
import { TextStyleBuilderObject } from './text-style';

const makers: Makers = {
  spreadsheet: (session) => new SpreadsheetObject(session),
  sheet: (session, sheetId) => new SheetObject(session, sheetId),
  range: (session, sheetId, range) => new RangeObject(session, sheetId, range),
};

/** A spreadsheet as that execution has it open. */
export function sessionOf(execution: Execution, fileId: string): BookSession {
  return openBook(execution, fileId, makers);
}

/** The global SpreadsheetApp. */
export class SpreadsheetAppService
  extends HostObject
  implements Emulated<GoogleAppsScript.Spreadsheet.SpreadsheetApp, 'flush'>
{
  private active: SpreadsheetObject | null = null;

  create(name: string, rows?: number, columns?: number): SpreadsheetObject {
    if (!this.execution.take('spreadsheetsCreated')) throw tooMany();
    const { core, effectiveUser, project } = this.execution;
    const size = { ...(rows === undefined ? {} : { rows }), ...(columns === undefined ? {} : { columns }) };
    const file = createSpreadsheetFile(core, { name, owner: effectiveUser, createdBy: project.id, ...size });
    return sessionOf(this.execution, file.id).spreadsheet();
  }

  openById(id: string): SpreadsheetObject {
    return this.openFile(id, 'openById');
  }

  openByUrl(url: string): SpreadsheetObject {
    const id = /\/spreadsheets\/d\/([\w-]+)/.exec(url)?.[1];
    if (id === undefined) throw exception('Invalid argument: url');
    return this.openFile(id, 'openByUrl');
  }

  flush(): void {
    // The door has carried out what was pending (fact `store: 'flush'`).
  }

  getUi(): HostObject {
    return this.execution.ui('SpreadsheetApp');
  }

  getActive(): SpreadsheetObject | null {
    return this.getActiveSpreadsheet();
  }
  getActiveSpreadsheet(): SpreadsheetObject | null {
    if (this.active) return this.active;
    const file = this.execution.activeFile('spreadsheet');
    return file && sessionOf(this.execution, file.id).spreadsheet();
  }
  setActiveSpreadsheet(spreadsheet: SpreadsheetObject): void {
    this.active = spreadsheet;
  }
  getActiveSheet(): SheetObject | null {
    return this.getActiveSpreadsheet()?.getActiveSheet() ?? null;
  }
  setActiveSheet(sheet: SheetObject): SheetObject {
    return sheet.activate();
  }
  getActiveRange(): RangeObject | null {
    return this.getActiveSheet()?.getActiveRange() ?? null;
  }
  getActiveRangeList(): RangeListObject | null {
    return this.getActiveSheet()?.getActiveRangeList() ?? null;
  }
  getCurrentCell(): RangeObject | null {
    return this.getActiveSheet()?.getCurrentCell() ?? null;
  }
  setActiveRange(range: RangeObject): RangeObject {
    return range.activate();
  }
  setCurrentCell(range: RangeObject): RangeObject {
    return range.activate();
  }
  getSelection(): SelectionObject | null {
    const spreadsheet = this.getActiveSpreadsheet();
    return spreadsheet && new SelectionObject(spreadsheet.session);
  }

  newColor(): ColorBuilderObject {
    return new ColorBuilderObject(this.execution);
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilderObject {
    return new ConditionalFormatRuleBuilderObject(this.execution);
  }
  newDataValidation(): DataValidationBuilderObject {
    return new DataValidationBuilderObject(
      this.execution,
      null,
      this.getActiveSpreadsheet()?.session ?? null,
    );
  }
  newFilterCriteria(): FilterCriteriaBuilderObject {
    return new FilterCriteriaBuilderObject(this.execution);
  }
  newRichTextValue(): RichTextValueBuilderObject {
    return new RichTextValueBuilderObject(this.execution);
  }
  newTextStyle(): TextStyleBuilderObject {
    return new TextStyleBuilderObject(this.execution);
  }

  private openFile(id: string, method: string): SpreadsheetObject {
    const file = this.execution.requireFile(id, 'reader', `SpreadsheetApp.${method}`);
    if (file.kind !== 'spreadsheet') {
      throw exception(
        `Unexpected error while getting the method or property ${method} on object SpreadsheetApp.`,
      );
    }
    return sessionOf(this.execution, id).spreadsheet();
  }
}

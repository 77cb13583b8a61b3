import type { EnumValue } from '../kernel/host';
import type { RangeObject } from './range';
import type { RangeListObject } from './range-list';
import { BookObject } from './session';
import type { SheetObject } from './sheet';

/** What is selected in the open document, as this execution has it. */
export class SelectionObject extends BookObject {
  getActiveSheet(): SheetObject {
    return this.session.spreadsheet().getActiveSheet();
  }
  getActiveRange(): RangeObject {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveRangeList(): RangeListObject {
    return this.getActiveSheet().getActiveRangeList();
  }
  getCurrentCell(): RangeObject {
    return this.getActiveSheet().getCurrentCell();
  }
  getNextDataRange(direction: EnumValue): RangeObject {
    return this.getCurrentCell().getNextDataCell(direction);
  }
}

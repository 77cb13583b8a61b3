import type { DocsModule, DriveModule, FormsModule, SheetsModule } from './acts';
import type { ServiceModule } from './host';

/** The rooms of services a workspace is put together from. */
export interface Rooms {
  readonly sheets: SheetsModule;
  readonly forms: FormsModule;
  readonly docs: DocsModule;
  readonly drive: DriveModule;
  readonly small: readonly ServiceModule[];
}

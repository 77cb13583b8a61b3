import { type FormFile, createFormFile } from '../../../src/local/forms/form-file';
import type { ItemData, ItemKind } from '../../../src/local/forms/model/form-data';
import { newItem } from '../../../src/local/forms/model/items';
import type { Workspace } from '../../../src/local/workspace';
import { OWNER } from './duty-book';

/** A form of three pages that anybody may send, and its items by what they ask. */
export interface DutyForm {
  readonly file: FormFile;
  readonly id: (name: 'name' | 'comes' | 'days' | 'help' | 'reason') => string;
  readonly entry: (name: 'name' | 'comes' | 'days' | 'help' | 'reason') => number;
}

/**
 * Page 1: a required name of two words, and "Có"/"Không"; "Không" leads to page 3. Page 2: days and own words. Page 3: the reason.
 */
export function dutyForm(workspace: Workspace): DutyForm {
  const { core } = workspace;
  const make = (kind: ItemKind, change: Partial<ItemData>): ItemData => ({
    ...newItem(kind, () => core.newNumber()),
    ...change,
  });
  const third = make('PAGE_BREAK', { title: 'Lý do' });
  const items = {
    name: make('TEXT', {
      title: 'Họ tên',
      required: true,
      rule: { rule: 'requireTextMatchesPattern', values: ['\\S+ .+'], help: 'Ghi cả họ và tên.' },
    }),
    comes: make('MULTIPLE_CHOICE', {
      title: 'Bạn có trực được không?',
      required: true,
      choices: [
        { value: 'Có', goTo: 'CONTINUE' },
        { value: 'Không', goTo: third.id },
      ],
    }),
    second: make('PAGE_BREAK', { title: 'Ngày trực', help: 'Chọn những ngày bạn rảnh.' }),
    days: make('CHECKBOX', { title: 'Ngày', choices: [{ value: 'Thứ Hai' }, { value: 'Thứ Ba' }] }),
    help: make('MULTIPLE_CHOICE', { title: 'Việc', choices: [{ value: 'Trực cổng' }], other: true }),
    third: { ...third, goTo: 'SUBMIT' as const },
    reason: make('PARAGRAPH_TEXT', { title: 'Vì sao?' }),
  };
  const file = createFormFile(core, {
    name: 'Phiếu trực',
    title: 'Phiếu đăng ký trực',
    owner: OWNER,
    published: true,
    accepting: true,
    createdBy: null,
  });
  file.data.items = Object.values(items);
  return {
    file,
    id: (name) => String(items[name].id),
    entry: (name) => items[name].entries[0]!,
  };
}

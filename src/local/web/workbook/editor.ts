import type { ColumnDataSchemaModel, EditorBase, EditorCtr } from '@revolist/revogrid';
import { TextEditor } from '@revolist/revogrid';
import type { GridRow, Layout } from './layout';

/** Grid's own text editor; a cell with a drop-down offers its choices while one types. */
export function cellEditor(layout: () => Layout): EditorCtr {
  return class extends TextEditor implements EditorBase {
    override render(h: Parameters<TextEditor['render']>[0], more: unknown) {
      const input = super.render(h, more);
      const { model, prop } = this.data as ColumnDataSchemaModel;
      const place = (model as GridRow).view.lists?.[Number(prop)];
      const choices = place === undefined ? undefined : layout().sheet.lists[place];
      if (!choices) return input;
      const options = choices.map((choice) => h('option', { value: choice }, choice));
      return [...(Array.isArray(input) ? input : [input]), h('datalist', { id: 'cell-choices' }, options)];
    }

    override async componentDidRender(): Promise<void> {
      this.editInput?.setAttribute('list', 'cell-choices');
      this.editInput?.setAttribute('aria-label', 'Nội dung ô');
      await super.componentDidRender();
    }
  } as unknown as EditorCtr;
}

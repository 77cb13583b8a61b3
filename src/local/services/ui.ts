import type { EffectRecord, MenuLine } from '../kernel/effects';
import type { Question } from '../kernel/execution-types';
import {
  type EnumValue,
  HostObject,
  type Execution,
  type ServiceModule,
  defineType,
  enumName,
  enumValues,
} from '../kernel/host';
import type { HtmlOutputObject } from './html';

/** A menu being put together. */
class MenuObject extends HostObject {
  private readonly lines: MenuLine[] = [];

  constructor(
    execution: Execution,
    private readonly caption: string,
    private readonly addOn: boolean,
  ) {
    super(execution);
  }

  addItem(caption: string, functionName: string): this {
    this.lines.push({ caption, run: functionName });
    return this;
  }

  addSeparator(): this {
    this.lines.push({ caption: '', separator: true });
    return this;
  }

  addSubMenu(menu: MenuObject): this {
    this.lines.push(menu.line());
    return this;
  }

  addToUi(): void {
    this.execution.show({ kind: 'menu', addOn: this.addOn, menu: this.line() });
  }

  line(): MenuLine {
    return { caption: this.caption, items: [...this.lines] };
  }
}

class PromptResponseObject extends HostObject {
  constructor(
    execution: Execution,
    private readonly button: EnumValue,
    private readonly text: string,
  ) {
    super(execution);
  }

  getSelectedButton(): EnumValue {
    return this.button;
  }

  getResponseText(): string {
    return this.text;
  }
}

/** The window of an open document. One sidebar and one dialog at a time; menus are made anew at every opening. */
class UiObject extends HostObject {
  createMenu(caption: string): MenuObject {
    return new MenuObject(this.execution, caption, false);
  }

  /** The add-on's own menu under the menu of add-ons; for a script that is none, a menu like any other. */
  createAddonMenu(): MenuObject {
    const { project } = this.execution;
    return new MenuObject(this.execution, project.manifest.addOnName ?? project.name, true);
  }

  alert(...args: unknown[]): EnumValue {
    return button(this.execution.ask(question('alert', args)).button);
  }

  prompt(...args: unknown[]): PromptResponseObject {
    const answer = this.execution.ask(question('prompt', args));
    return new PromptResponseObject(this.execution, button(answer.button), answer.text ?? '');
  }

  showSidebar(page: HtmlOutputObject): void {
    this.showPage('sidebar', page);
  }

  showModalDialog(page: HtmlOutputObject, title: string): void {
    this.showPage('modal', page, title);
  }

  showModelessDialog(page: HtmlOutputObject, title: string): void {
    this.showPage('modeless', page, title);
  }

  private showPage(
    kind: Extract<EffectRecord, { page: unknown }>['kind'],
    page: HtmlOutputObject,
    title?: string,
  ): void {
    const shown = page.shown();
    // A sidebar is as wide as Google makes it, whatever the page asks [limits.json, sidebarWidthPx].
    const width = kind === 'sidebar' ? this.execution.core.limits.sidebarWidthPx : shown.width;
    this.execution.show({ kind, page: { ...shown, width, title: title ?? shown.title } });
  }
}

function button(name: string): EnumValue {
  return enumValues('Base.Button')[name]!;
}

function question(kind: Question['kind'], args: readonly unknown[]): Question {
  const texts = args.filter((arg) => enumName(arg) === null).map(String);
  const set = args.map(enumName).find((name) => name !== null) ?? (kind === 'prompt' ? 'OK' : 'OK');
  const [title, message] = texts.length > 1 ? texts : ['', texts[0]];
  return { kind, title: title ?? '', message: message ?? '', buttons: set as Question['buttons'] };
}

/** Browser.msgBox and inputBox, the older way of asking: in a spreadsheet only. */
class BrowserService extends HostObject {
  msgBox(...args: unknown[]): string {
    return this.execution.ask(question('alert', args)).button.toLowerCase();
  }

  inputBox(...args: unknown[]): string {
    const answer = this.execution.ask(question('prompt', args));
    return answer.button === 'CANCEL' || answer.button === 'CLOSE' ? 'cancel' : (answer.text ?? '');
  }
}

const always = { counted: false } as const;
const asks = { counted: false, needs: 'user' } as const;
const shows = { counted: false, needs: 'user', scopes: ['script.container.ui'] } as const;

/** The Ui of documents, its menus and dialogs. `Ui` is no global: documents' getUi() gives it. */
export const uiModule: ServiceModule = {
  types: [
    defineType({
      name: 'Ui',
      google: 'Base.Ui',
      class: UiObject,
      methods: {
        createMenu: always,
        createAddonMenu: always,
        alert: asks,
        prompt: asks,
        showSidebar: shows,
        showModalDialog: shows,
        showModelessDialog: shows,
      },
    }),
    defineType({
      name: 'Menu',
      google: 'Base.Menu',
      class: MenuObject,
      methods: { addItem: always, addSeparator: always, addSubMenu: always, addToUi: always },
    }),
    defineType({
      name: 'PromptResponse',
      google: 'Base.PromptResponse',
      class: PromptResponseObject,
      methods: { getSelectedButton: always, getResponseText: always },
    }),
    defineType({
      name: 'Browser',
      google: 'Base.Browser',
      class: BrowserService,
      methods: { msgBox: asks, inputBox: asks },
    }),
  ],
  globals: {
    Ui: (execution) => new UiObject(execution),
    Browser: (execution) => new BrowserService(execution),
  },
};

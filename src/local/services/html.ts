import type { ShownPage } from '../kernel/effects';
import {
  type EnumValue,
  type Execution,
  GoogleError,
  HostObject,
  type ServiceModule,
  defineType,
} from '../kernel/host';
import { BlobObject } from './blob';
import { templateCode } from './template';

/** A page a script made. */
export class HtmlOutputObject extends HostObject {
  private title = '';
  private width: number | null = null;
  private height: number | null = null;
  private favicon: string | null = null;
  private readonly metaTags: { name: string; content: string }[] = [];

  constructor(
    execution: Execution,
    private content: string,
  ) {
    super(execution);
  }

  /** What is shown of it in a sidebar or dialog. */
  shown(): ShownPage {
    return {
      html: this.content,
      title: this.title,
      width: this.width,
      height: this.height,
      metaTags: [...this.metaTags],
    };
  }

  getContent(): string {
    return this.content;
  }

  setContent(content: string): this {
    this.content = content;
    return this;
  }

  append(text: string): this {
    this.content += text;
    return this;
  }

  appendUntrusted(text: string): this {
    this.content += escapeHtml(text);
    return this;
  }

  clear(): this {
    this.content = '';
    return this;
  }

  asTemplate(): HtmlTemplateObject {
    return new HtmlTemplateObject(this.execution, this.content);
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): this {
    this.title = title;
    return this;
  }

  getWidth(): number | null {
    return this.width;
  }

  setWidth(width: number): this {
    this.width = width;
    return this;
  }

  getHeight(): number | null {
    return this.height;
  }

  setHeight(height: number): this {
    this.height = height;
    return this;
  }

  addMetaTag(name: string, content: string): this {
    const allowed = [
      'apple-mobile-web-app-capable',
      'google-site-verification',
      'mobile-web-app-capable',
      'viewport',
    ];
    if (!allowed.includes(name)) {
      throw new GoogleError('Exception', 'The specified meta tag cannot be used in this context.');
    }
    this.metaTags.push({ name, content });
    return this;
  }

  getFaviconUrl(): string | null {
    return this.favicon;
  }

  setFaviconUrl(url: string): this {
    this.favicon = url;
    return this;
  }

  /** Both have no effect any more at Google. */
  setSandboxMode(_mode: EnumValue): this {
    return this;
  }

  setXFrameOptionsMode(_mode: EnumValue): this {
    return this;
  }

  getBlob(): BlobObject {
    return new BlobObject(this.execution, Buffer.from(this.content, 'utf8'), 'text/html', this.title || null);
  }
}

/** A template. Its scriptlets run in the script's own realm: the realm asks for the code and gives back what was printed. */
class HtmlTemplateObject extends HostObject {
  constructor(
    execution: Execution,
    private readonly source: string,
  ) {
    super(execution);
  }

  getRawContent(): string {
    return this.source;
  }

  getCode(): string {
    return templateCode(this.source);
  }

  getCodeWithComments(): string {
    return templateCode(this.source);
  }

  /** Listed so that the realm makes the method; the realm carries it out and calls `__evaluated`. */
  evaluate(): never {
    throw new Error('A template is evaluated in its realm');
  }

  __evaluated(html: string, printed: number): HtmlOutputObject {
    this.execution.charge('HtmlTemplate.printedCell', {}, printed);
    return new HtmlOutputObject(this.execution, html);
  }
}

class HtmlServiceObject extends HostObject {
  createHtmlOutput(content: string | BlobObject = ''): HtmlOutputObject {
    return new HtmlOutputObject(
      this.execution,
      content instanceof BlobObject ? content.getDataAsString() : content,
    );
  }

  createHtmlOutputFromFile(name: string): HtmlOutputObject {
    return new HtmlOutputObject(this.execution, this.file(name));
  }

  createTemplate(content: string | BlobObject): HtmlTemplateObject {
    return new HtmlTemplateObject(
      this.execution,
      content instanceof BlobObject ? content.getDataAsString() : content,
    );
  }

  createTemplateFromFile(name: string): HtmlTemplateObject {
    return new HtmlTemplateObject(this.execution, this.file(name));
  }

  /** Only a web app's request has one. */
  getUserAgent(): string | null {
    return null;
  }

  private file(name: string): string {
    const wanted = name.replace(/\.html$/, '');
    const file = this.execution.project.files.find((one) => one.type === 'html' && one.name === wanted);
    if (!file) throw new GoogleError('Exception', `No HTML file named ${name} was found.`);
    return file.source;
  }
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&#34;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}

const free = { counted: false } as const;

/** HtmlService, its pages and templates. */
export const htmlModule: ServiceModule = {
  types: [
    defineType({
      name: 'HtmlService',
      google: 'HTML.HtmlService',
      class: HtmlServiceObject,
      methods: {
        createHtmlOutput: free,
        createHtmlOutputFromFile: free,
        createTemplate: free,
        createTemplateFromFile: free,
        getUserAgent: free,
      },
    }),
    defineType({
      name: 'HtmlOutput',
      google: 'HTML.HtmlOutput',
      class: HtmlOutputObject,
      methods: {
        getContent: free,
        setContent: free,
        append: free,
        appendUntrusted: free,
        clear: free,
        asTemplate: free,
        getTitle: free,
        setTitle: free,
        getWidth: free,
        setWidth: free,
        getHeight: free,
        setHeight: free,
        addMetaTag: free,
        getFaviconUrl: free,
        setFaviconUrl: free,
        setSandboxMode: free,
        setXFrameOptionsMode: free,
        getBlob: free,
      },
    }),
    defineType({
      name: 'HtmlTemplate',
      google: 'HTML.HtmlTemplate',
      class: HtmlTemplateObject,
      methods: {
        getRawContent: free,
        getCode: free,
        getCodeWithComments: free,
        evaluate: free,
        __evaluated: free,
      },
    }),
  ],
  globals: { HtmlService: (execution) => new HtmlServiceObject(execution) },
};

import { type Execution, GoogleError, HostObject, defineType } from '../../kernel/host';
import { UserObject } from '../../services/user';
import { newSection } from '../model/doc-data';
import { type DocFile, type ElementObject, elementOf } from './element';
import { DOC_SCOPES, known, same, write } from './facts';
import { type DocRangeObject, NamedRangeObject, RangeBuilderObject } from './named-ranges';

export class DocumentObject extends HostObject {
  private closed = false;

  constructor(
    execution: Execution,
    readonly file: DocFile,
  ) {
    super(execution);
  }

  getId(): string {
    return this.file.id;
  }

  getName(): string {
    return this.file.name;
  }

  setName(name: string): this {
    this.file.name = name;
    return this;
  }

  getUrl(): string {
    return `https://docs.google.com/open?id=${this.file.id}`;
  }

  getBody(): ElementObject {
    this.requireOpen();
    return elementOf(this.execution, this.file, this.file.data.body);
  }

  getHeader(): ElementObject | null {
    const { header } = this.file.data;
    return header && elementOf(this.execution, this.file, header);
  }

  addHeader(): ElementObject {
    if (this.file.data.header)
      throw new GoogleError('Exception', 'Document already contains a header section.');
    this.file.data.header = newSection('HEADER_SECTION');
    return elementOf(this.execution, this.file, this.file.data.header);
  }

  getFooter(): ElementObject | null {
    const { footer } = this.file.data;
    return footer && elementOf(this.execution, this.file, footer);
  }

  addFooter(): ElementObject {
    if (this.file.data.footer)
      throw new GoogleError('Exception', 'Document already contains a footer section.');
    this.file.data.footer = newSection('FOOTER_SECTION');
    return elementOf(this.execution, this.file, this.file.data.footer);
  }

  newRange(): RangeBuilderObject {
    return new RangeBuilderObject(this.execution, this.file);
  }

  addNamedRange(name: string, range: DocRangeObject): NamedRangeObject {
    if (name === '' || name.length > 256) throw new GoogleError('Exception', 'Invalid argument: name');
    const named = { id: `kix.${this.execution.newId().slice(1, 13)}`, name };
    this.file.data.named.push(named);
    for (const node of range.nodes) (node.ranges ??= []).push(named.id);
    return new NamedRangeObject(this.execution, this.file, named);
  }

  getNamedRanges(name?: string | null): NamedRangeObject[] {
    return this.file.data.named
      .filter((one) => name === undefined || name === null || one.name === name)
      .map((one) => new NamedRangeObject(this.execution, this.file, one));
  }

  getNamedRangeById(id: string): NamedRangeObject | null {
    const named = this.file.data.named.find((one) => one.id === id);
    return named ? new NamedRangeObject(this.execution, this.file, named) : null;
  }

  getEditors(): UserObject[] {
    return this.file.permissions
      .filter((one) => one.emailAddress !== undefined && (one.role === 'writer' || one.role === 'owner'))
      .map((one) => new UserObject(this.execution, one.emailAddress!));
  }

  addEditor(person: string | UserObject): this {
    return this.share(typeof person === 'string' ? person : person.getEmail(), 'writer');
  }

  addViewer(person: string | UserObject): this {
    return this.share(typeof person === 'string' ? person : person.getEmail(), 'reader');
  }

  private share(email: string, role: 'writer' | 'reader'): this {
    const person = this.execution.state.people[email.toLowerCase()];
    if (!person || person.gone) throw new GoogleError('Exception', `Invalid email: ${email}`);
    this.execution.core.grant(this.file, { type: 'user', role, emailAddress: email.toLowerCase() });
    return this;
  }

  /** What was changed is kept either way; afterwards this object is of no more use. */
  saveAndClose(): void {
    this.requireOpen();
    this.closed = true;
  }

  private requireOpen(): void {
    if (this.closed)
      throw new GoogleError('Exception', 'Document is closed, its contents cannot be updated.');
  }
}

/** The object of an open document. */
export function documentObject(execution: Execution, file: DocFile): DocumentObject {
  return new DocumentObject(execution, file);
}

export const documentType = defineType({
  name: 'Document',
  google: 'Document.Document',
  fullName: 'DocumentApp.Document',
  class: DocumentObject,
  scopes: DOC_SCOPES,
  needs: 'document',
  methods: {
    ...same(known, 'getId', 'getName', 'getUrl', 'getBody', 'getHeader', 'getFooter', 'newRange'),
    ...same(known, 'getNamedRanges', 'getNamedRangeById', 'getEditors'),
    ...same(write, 'setName', 'addHeader', 'addFooter', 'addNamedRange', 'addEditor', 'addViewer'),
    saveAndClose: {},
  },
});

import { type Execution, HostObject, defineType } from '../../kernel/host';
import { type DocNode, everyNode, sectionsOf } from '../model/doc-data';
import { type DocFile, type ElementObject, elementOf } from './element';
import { DOC_SCOPES, known, same, write } from './facts';

/** An element within a range, whole. */
class RangeElementObject extends HostObject {
  constructor(
    execution: Execution,
    private readonly element: ElementObject,
  ) {
    super(execution);
  }

  getElement(): ElementObject {
    return this.element;
  }

  isPartial(): boolean {
    return false;
  }

  getStartOffset(): number {
    return -1;
  }

  getEndOffsetInclusive(): number {
    return -1;
  }
}

/** Elements of a document that belong together. */
export class DocRangeObject extends HostObject {
  constructor(
    execution: Execution,
    readonly doc: DocFile,
    readonly nodes: readonly DocNode[],
  ) {
    super(execution);
  }

  getRangeElements(): RangeElementObject[] {
    return this.nodes.map(
      (node) => new RangeElementObject(this.execution, elementOf(this.execution, this.doc, node)),
    );
  }
}

/** Collects the elements of a range. */
export class RangeBuilderObject extends HostObject {
  private readonly nodes: DocNode[] = [];

  constructor(
    execution: Execution,
    private readonly doc: DocFile,
  ) {
    super(execution);
  }

  addElement(element: ElementObject): this {
    this.nodes.push(element.node);
    return this;
  }

  build(): DocRangeObject {
    return new DocRangeObject(this.execution, this.doc, [...this.nodes]);
  }
}

/** A range with a name, kept with the document; elements that were taken out are in it no more. */
export class NamedRangeObject extends HostObject {
  constructor(
    execution: Execution,
    private readonly doc: DocFile,
    private readonly named: { readonly id: string; readonly name: string },
  ) {
    super(execution);
  }

  getId(): string {
    return this.named.id;
  }

  getName(): string {
    return this.named.name;
  }

  getRange(): DocRangeObject {
    const nodes = [...everyNode(sectionsOf(this.doc.data))].filter((node) =>
      node.ranges?.includes(this.named.id),
    );
    return new DocRangeObject(this.execution, this.doc, nodes);
  }

  /** The elements stay. */
  remove(): void {
    this.doc.data.named = this.doc.data.named.filter((one) => one.id !== this.named.id);
  }
}

export const namedRangeTypes = [
  defineType({
    name: 'DocumentRange',
    google: 'Document.Range',
    fullName: 'DocumentApp.Range',
    class: DocRangeObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: { getRangeElements: known },
  }),
  defineType({
    name: 'RangeElement',
    google: 'Document.RangeElement',
    fullName: 'DocumentApp.RangeElement',
    class: RangeElementObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: same(known, 'getElement', 'isPartial', 'getStartOffset', 'getEndOffsetInclusive'),
  }),
  defineType({
    name: 'RangeBuilder',
    google: 'Document.RangeBuilder',
    fullName: 'DocumentApp.RangeBuilder',
    class: RangeBuilderObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: same(known, 'addElement', 'build'),
  }),
  defineType({
    name: 'DocumentNamedRange',
    google: 'Document.NamedRange',
    fullName: 'DocumentApp.NamedRange',
    class: NamedRangeObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: { ...same(known, 'getId', 'getName', 'getRange'), remove: write },
  }),
];

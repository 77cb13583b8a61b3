import { EnumValue, enumValues } from '../../kernel/enums';
import { type Execution, GoogleError, HostObject } from '../../kernel/host';
import type { FileRecord } from '../../kernel/state';
import { ENUM_OF, TEXT_ATTRIBUTES, attributesOf, ownAttributes } from '../model/attributes';
import {
  type AttributeValue,
  type Attributes,
  type DocNode,
  type DocumentData,
  childrenOf,
  parentOf,
  placedChildren,
} from '../model/doc-data';
import { changed, replaceText, styleText, stylesOf, textOf } from '../model/text';
import { known, same, write } from './facts';

export type DocFile = FileRecord<DocumentData>;

/** What every part of a document can do. `node` stays the same object however the document around it changes. */
export abstract class ElementObject<N extends DocNode = DocNode> extends HostObject {
  constructor(
    execution: Execution,
    readonly doc: DocFile,
    readonly node: N,
  ) {
    super(execution);
  }

  getType(): EnumValue {
    return enumValues('Document.ElementType')[this.node.type]!;
  }

  getText(): string {
    return textOf(this.node);
  }

  getParent(): HostObject | null {
    const parent = parentOf(this.doc.data, this.node);
    return parent && elementOf(this.execution, this.doc, parent);
  }

  getNextSibling(): HostObject | null {
    return this.sibling(1);
  }

  getPreviousSibling(): HostObject | null {
    return this.sibling(-1);
  }

  private sibling(step: number): HostObject | null {
    const parent = parentOf(this.doc.data, this.node);
    const siblings = parent ? childrenOf(parent) : [];
    const next = siblings[siblings.indexOf(this.node) + step];
    return next ? elementOf(this.execution, this.doc, next) : null;
  }

  /** Takes the element out of the document; the last paragraph of a section or cell stays. */
  removeFromParent(): this {
    const parent = parentOf(this.doc.data, this.node);
    if (!parent) throw new GoogleError('Exception', 'Element must be attached.');
    removeChildNode(parent, this.node);
    return this.touched();
  }

  /** A copy that stands in no document yet. */
  copy(): HostObject {
    return elementOf(this.execution, this.doc, structuredClone(this.node));
  }

  replaceText(pattern: string, replacement: string): this {
    replaceText(this.node, pattern, replacement);
    return this.touched();
  }

  getAttributes(): Record<string, unknown> {
    return Object.fromEntries(attributesOf(this.node.type).map((name) => [name, this.read(name)]));
  }

  setAttributes(attributes: Readonly<Record<string, unknown>>): this {
    for (const [name, value] of Object.entries(attributes)) this.put(name, value as AttributeValue | null);
    return this;
  }

  /** An attribute's value: its own, else what its text agrees on, else null. */
  protected read(name: string): unknown {
    const own = 'attributes' in this.node ? this.node.attributes[name] : undefined;
    const value = own ?? (TEXT_ATTRIBUTES.includes(name) ? this.textValue(name) : undefined);
    if (value === undefined) return null;
    const enumeration = ENUM_OF[name];
    return enumeration === undefined ? value : enumValues(enumeration)[String(value)]!;
  }

  /** What the whole text (or one character) agrees on. */
  protected textValue(name: string, offset?: number): AttributeValue | undefined {
    const values = new Set(stylesOf(this.node, offset).map((style) => style[name]));
    return values.size === 1 ? [...values][0] : undefined;
  }

  /** Sets an attribute of the node, or of the text in it; null takes it away. */
  protected put(name: string, value: unknown): this {
    const plain = value instanceof EnumValue ? value.name : (value as AttributeValue | null);
    const isOwn = ownAttributes(this.node.type).includes(name);
    if (!isOwn && !TEXT_ATTRIBUTES.includes(name)) {
      throw new GoogleError('Exception', `Invalid argument: ${name}`);
    }
    if (!isOwn) styleText(this.node, 0, Number.MAX_SAFE_INTEGER, { [name]: plain });
    if ('attributes' in this.node)
      assign(this.node.attributes, changed(this.node.attributes, { [name]: plain }));
    return this.touched();
  }

  protected touched(): this {
    this.execution.core.touch(this.doc, this.execution.now());
    return this;
  }
}

function assign(target: Attributes, source: Attributes): void {
  for (const name of Object.keys(target)) if (!(name in source)) delete target[name];
  Object.assign(target, source);
}

/** Takes a node out of its parent. Throws Google's error for the last paragraph of a section. */
export function removeChildNode(parent: DocNode, child: DocNode): void {
  const children = placedChildren(parent);
  const isLast = 'children' in parent && parent.children.length === 1;
  if (isLast && /_SECTION$|TABLE_CELL/.test(parent.type)) {
    throw new GoogleError('Exception', "Can't remove the last paragraph in a document section.");
  }
  children.splice(children.indexOf(child), 1);
}

type ElementClass = new (execution: Execution, doc: DocFile, node: never) => ElementObject;
const classes = new Map<DocNode['type'], ElementClass>();

/** Says which class a node of that type is to scripts. */
export function registerElement(type: DocNode['type'], elementClass: ElementClass): void {
  classes.set(type, elementClass);
}

/** The object of a node; the same one every time within an execution. */
export function elementOf(execution: Execution, doc: DocFile, node: DocNode): ElementObject {
  const objects = execution.memo('doc:elements', () => new Map<DocNode, ElementObject>());
  let object = objects.get(node);
  if (!object) {
    object = new (classes.get(node.type)!)(execution, doc, node as never);
    objects.set(node, object);
  }
  return object;
}

/** Facts of the members every element has. */
export const elementMethods = {
  ...same(known, 'getType', 'getParent', 'getNextSibling', 'getPreviousSibling', 'getAttributes', 'copy'),
  ...same(write, 'setAttributes'),
} as const;

/** As `elementMethods`, for elements with text. */
export const writtenMethods = { ...elementMethods, getText: known, replaceText: write } as const;

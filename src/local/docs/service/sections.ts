import { defineType } from '../../kernel/host';
import { EnumValue } from '../../kernel/enums';
import type { SectionNode } from '../model/doc-data';
import { ownAttributes } from '../model/attributes';
import { BlockHolderObject, holderMethods } from './block-holder';
import { registerElement } from './element';
import { DOC_SCOPES, known, same, write } from './facts';

class BodyObject extends BlockHolderObject<SectionNode> {
  getMarginTop(): unknown {
    return this.read('MARGIN_TOP');
  }

  getMarginBottom(): unknown {
    return this.read('MARGIN_BOTTOM');
  }

  getMarginLeft(): unknown {
    return this.read('MARGIN_LEFT');
  }

  getMarginRight(): unknown {
    return this.read('MARGIN_RIGHT');
  }

  getPageWidth(): unknown {
    return this.read('PAGE_WIDTH');
  }

  getPageHeight(): unknown {
    return this.read('PAGE_HEIGHT');
  }

  setMarginTop(points: number): this {
    return this.put('MARGIN_TOP', points);
  }

  setMarginBottom(points: number): this {
    return this.put('MARGIN_BOTTOM', points);
  }

  setMarginLeft(points: number): this {
    return this.put('MARGIN_LEFT', points);
  }

  setMarginRight(points: number): this {
    return this.put('MARGIN_RIGHT', points);
  }

  setPageWidth(points: number): this {
    return this.put('PAGE_WIDTH', points);
  }

  setPageHeight(points: number): this {
    return this.put('PAGE_HEIGHT', points);
  }

  /** How all paragraphs of that heading look, as far as they say nothing else. */
  setHeadingAttributes(heading: EnumValue, attributes: Readonly<Record<string, unknown>>): this {
    const plain = Object.entries(attributes).flatMap(([name, value]) =>
      value === null || ownAttributes('BODY_SECTION').includes(name)
        ? []
        : [[name, value instanceof EnumValue ? value.name : value] as const],
    );
    Object.assign((this.doc.data.headings[heading.name] ??= {}), Object.fromEntries(plain));
    return this.touched();
  }
}

class HeaderSectionObject extends BlockHolderObject<SectionNode> {}
class FooterSectionObject extends BlockHolderObject<SectionNode> {}

const searching = same(known, 'getParagraphs', 'getListItems', 'getTables');

export const sectionTypes = [
  defineType({
    name: 'Body',
    google: 'Document.Body',
    fullName: 'DocumentApp.Body',
    class: BodyObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: {
      ...holderMethods,
      ...searching,
      ...same(
        known,
        'getMarginTop',
        'getMarginBottom',
        'getMarginLeft',
        'getMarginRight',
        'getPageWidth',
        'getPageHeight',
      ),
      ...same(
        write,
        'appendPageBreak',
        'insertPageBreak',
        'setMarginTop',
        'setMarginBottom',
        'setMarginLeft',
        'setMarginRight',
        'setPageWidth',
        'setPageHeight',
        'setHeadingAttributes',
      ),
    },
  }),
  defineType({
    name: 'HeaderSection',
    google: 'Document.HeaderSection',
    fullName: 'DocumentApp.HeaderSection',
    class: HeaderSectionObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: { ...holderMethods, ...searching },
  }),
  defineType({
    name: 'FooterSection',
    google: 'Document.FooterSection',
    fullName: 'DocumentApp.FooterSection',
    class: FooterSectionObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: { ...holderMethods, ...searching },
  }),
];

registerElement('BODY_SECTION', BodyObject);
registerElement('HEADER_SECTION', HeaderSectionObject);
registerElement('FOOTER_SECTION', FooterSectionObject);

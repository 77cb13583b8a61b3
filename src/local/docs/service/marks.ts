import { defineType } from '../../kernel/host';
import type { MarkNode } from '../model/doc-data';
import { ElementObject, elementMethods, registerElement } from './element';
import { DOC_SCOPES, write } from './facts';

class PageBreakObject extends ElementObject<MarkNode> {}
class HorizontalRuleObject extends ElementObject<MarkNode> {}

export const markTypes = [
  defineType({
    name: 'PageBreak',
    google: 'Document.PageBreak',
    fullName: 'DocumentApp.PageBreak',
    class: PageBreakObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: { ...elementMethods, removeFromParent: write },
  }),
  defineType({
    name: 'HorizontalRule',
    google: 'Document.HorizontalRule',
    fullName: 'DocumentApp.HorizontalRule',
    class: HorizontalRuleObject,
    scopes: DOC_SCOPES,
    needs: 'document',
    methods: { ...elementMethods, removeFromParent: write },
  }),
];

registerElement('PAGE_BREAK', PageBreakObject);
registerElement('HORIZONTAL_RULE', HorizontalRuleObject);

import { type HostObject, defineType } from '../../kernel/host';
import { invalidData, leadsSomewhere } from '../model/items';
import { goToOf, navigationOf } from './choice';
import { FORM_SCOPES, change, known } from './facts';
import { ItemObject, itemMethods, registerItem, typedItem } from './item-object';

class PageBreakItemObject extends ItemObject {
  getGoToPage(): HostObject | null {
    const { goTo } = this.data();
    return typeof goTo === 'number' ? typedItem(this.execution, this.form, goTo) : null;
  }

  getPageNavigationType(): GoogleAppsScript.Forms.PageNavigationType {
    return navigationOf(this.data().goTo ?? 'CONTINUE');
  }

  /** Where whoever completes the page before this one goes. */
  setGoToPage(target: unknown): this {
    const goTo = goToOf(target);
    if (!leadsSomewhere(this.form.data, goTo)) throw invalidData();
    return this.put({ goTo });
  }
}

class SectionHeaderItemObject extends ItemObject {}

export const layoutItemTypes = [
  defineType({
    name: 'PageBreakItem',
    google: 'Forms.PageBreakItem',
    fullName: 'FormApp.PageBreakItem',
    class: PageBreakItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: { ...itemMethods, getGoToPage: known, getPageNavigationType: known, setGoToPage: change },
  }),
  defineType({
    name: 'SectionHeaderItem',
    google: 'Forms.SectionHeaderItem',
    fullName: 'FormApp.SectionHeaderItem',
    class: SectionHeaderItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: itemMethods,
  }),
];

registerItem('PAGE_BREAK', PageBreakItemObject);
registerItem('SECTION_HEADER', SectionHeaderItemObject);

import type { Browser, Page } from 'playwright-core';
import { CRITERION_CODES } from '../../src/programme/criteria';
import { GROUP_CHOICES } from '../../src/programme/criteria';
import type { InventedMember } from '../../src/demo/invent/members';
import { axeFindings, openWindow, PHONE } from './workspace-browser';

/** What a member chooses for a criterion when registering: as suggested, not this wave, or own words. */
export type Choice = 'SUGGESTED' | 'NONE' | { readonly words: string };

/** A member's phone with the wave's form on it. */
export interface FormPage {
  readonly page: Page;
  /** What axe-core finds on the page in front, and whether it can be scrolled sideways. */
  readonly findings: () => Promise<readonly string[]>;
  readonly next: () => Promise<void>;
  /** Who it is, consent, and which sheet. Presses *Tiếp* once too early: answers how many questions were told to be required. */
  readonly introduce: (member: InventedMember, sheet: string) => Promise<number>;
  readonly register: (member: InventedMember, choices: readonly Choice[]) => Promise<void>;
  /** `signs`: ten signs, 4 best … 1, 0 = not registered. */
  readonly assess: (signs: string, evidence: string, ownClass: string) => Promise<void>;
  /** Signs and sends; answers the words of the confirmation. */
  readonly signAndSend: (member: InventedMember) => Promise<string>;
  readonly close: () => Promise<void>;
}

const REQUIRED = 'Đây là một câu hỏi bắt buộc';

/** Opens the form on a phone by the address on a poster. */
export async function openForm(browser: Browser, origin: string, poster: string): Promise<FormPage> {
  const address = poster.replace('https://docs.google.com', new URL(origin).origin);
  const { page, noFaults } = await openWindow(browser, address, PHONE);
  const next = (): Promise<void> => page.getByRole('button', { name: 'Tiếp', exact: true }).click();
  const question = (number: number) => page.getByRole('radiogroup', { name: new RegExp(`^${number}\\. `) });
  return {
    page,
    next,
    findings: async () => {
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      return [
        ...(await axeFindings(page)),
        ...(sideways > 0 ? [`${sideways} px can be scrolled sideways`] : []),
      ];
    },
    introduce: async (member, sheet) => {
      await next();
      await page.getByText(REQUIRED).first().waitFor();
      const refused = await page.getByText(REQUIRED).count();
      await page.getByRole('textbox', { name: 'Họ và tên' }).fill(member.fullName);
      const birthDate = member.birthDate.split('-').reverse().join('/');
      await page.getByRole('textbox', { name: 'Ngày, tháng, năm sinh' }).fill(birthDate);
      await next();
      await page
        .getByRole('radio', { name: /đồng ý/ })
        .first()
        .check();
      await next();
      await page.getByRole('radio', { name: sheet }).check();
      await next();
      return refused;
    },
    register: async (member, choices) => {
      const label = GROUP_CHOICES.find(({ code }) => code === member.group)?.label ?? '';
      await page.getByRole('radio', { name: label }).check();
      await next();
      for (const [index, choice] of choices.entries()) {
        const radios = question(index + 1).getByRole('radio');
        if (choice === 'SUGGESTED') await radios.nth(0).check();
        else if (choice === 'NONE') await radios.nth(1).check();
        else {
          await question(index + 1)
            .getByRole('radio', { name: 'Mục khác' })
            .check();
          await question(index + 1)
            .getByRole('textbox')
            .fill(choice.words);
        }
      }
    },
    assess: async (signs, evidence, ownClass) => {
      for (const [index] of CRITERION_CODES.entries()) {
        const sign = Number(signs[index]);
        await question(index + 1)
          .getByRole('radio')
          .nth(4 - sign)
          .check();
        if (sign > 0)
          await page.getByRole('textbox', { name: `Minh chứng ${index + 1}`, exact: true }).fill(evidence);
      }
      const own = page.getByRole('radiogroup', { name: /^Bạn tự xếp loại/ });
      await own.getByRole('radio', { name: ownClass }).check();
    },
    signAndSend: async (member) => {
      await page.getByRole('textbox', { name: /^Ký tên/ }).fill(member.fullName);
      await page.getByRole('checkbox').check();
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();
      const said = page.getByText(/^Đã nhận ph/).first();
      await said.waitFor();
      return (await said.textContent()) ?? '';
    },
    close: async () => {
      noFaults();
      await page.context().close();
    },
  };
}

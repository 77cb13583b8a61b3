import { formatDayInDocument } from '../programme/dates';
import type { FormFacts } from './form-plan';
import { formWords as words } from './form-words';

/** Title, and the text above the first question (wording.md 4). */
export function formHead(facts: FormFacts): {
  readonly title: string;
  readonly fileName: string;
  readonly intro: string;
} {
  const [year = '', month = ''] = facts.wave.month.split('-');
  return {
    title: `Phiếu Rèn luyện và hành động – ${facts.waveName}, tháng ${Number(month)}/${year}`,
    fileName: `Phiếu ${facts.waveName} – Rèn luyện và hành động ${facts.wave.programme}`,
    intro: words.intro({
      year: facts.wave.programme,
      wave: facts.waveName,
      theme: facts.wave.theme,
      plan: facts.planNumber,
      planDay: formatDayInDocument(facts.planDay),
      district: facts.district,
      until: facts.wave.registrationCloses === '' ? '' : formatDayInDocument(facts.wave.registrationCloses),
      contact: facts.contact,
    }),
  };
}

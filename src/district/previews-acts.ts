import type { JobField, JobPreview } from '../contract/district';
import { dayOf } from '../programme/dates';
import { problem, type Problem } from '../programme/result';
import { unitsOfWave } from '../programme/organisation';
import { dueOf, stepOf, type Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import type { WaveEntry } from '../workbook/waves-tab';
import type { District } from './district';
import { branchesOfUnit, entriesOfWave, type DistrictFacts } from './facts';
import { countSaid } from './job-words';
import { quotaProblems } from './mail-job';
import { ALL_UNITS, recognitionState } from './recognise-job';
import { digestProblems, digestsNow, reminderProblems, remindersNow } from './remind-job';
import { remindedOf } from './reminders';
import { FOLDS_TAB, readNamedTexts } from './state-tab';
import { resultsOf } from './summarise-job';
import { openWaveNames, yearProblems, yearWaves } from './year-job';

type Preview = Pick<JobPreview, 'sentence' | 'problems' | 'fields' | 'texts'>;

/** As many messages to copy as a page shows. */
const TEXTS_SHOWN = 60;

/** Confirmation *remind* of wording.md, with the messages to copy for who would rather be called. */
export function previewReminder(district: District, facts: DistrictFacts, wave: Wave): Preview {
  const { letters, texts, units, without } = remindersNow(district, facts, wave.code);
  const { count } = remindedOf(facts.state, wave.code);
  const step = stepOf(wave, district.now());
  if (letters.length === 0)
    return {
      sentence:
        step === 'GRADING' || step === 'RECOGNITION'
          ? 'Không còn đơn vị nào phải nhắc hôm nay.'
          : `${waveName(wave)} chưa đến bước Chi đoàn đánh giá; chỉ nhắc qua email từ bước ấy.`,
      problems: without.map((name) => problem('NO_ADDRESS', '', { name })),
      texts: texts.slice(0, TEXTS_SHOWN),
    };
  const left = district.services.mail.getRemainingDailyQuota();
  return {
    sentence:
      `Gửi email nhắc ${countSaid(units)} đơn vị chưa xong (${countSaid(letters.length)} thư)? ` +
      `Đây là lần nhắc thứ ${count + 1} trong tối đa ${facts.settings.reminderLimit} lần; hôm nay còn gửi được ${countSaid(left)} email.` +
      (without.length > 0 ? ` Chưa có email: ${without.slice(0, 5).join(', ')}.` : ''),
    problems: [...reminderProblems(facts, wave.code), ...quotaProblems(district, letters)],
    texts: texts.slice(0, TEXTS_SHOWN),
  };
}

/** How many officers get a letter about their own units. */
export function previewDigest(district: District, facts: DistrictFacts, wave: Wave): Preview {
  const letters = digestsNow(district, facts, wave.code);
  return {
    sentence:
      letters.length === 0
        ? 'Chưa cán bộ phụ trách nào có email ở trang Đơn vị.'
        : `Gửi thư về đơn vị của mình cho ${countSaid(letters.length)} cán bộ phụ trách?`,
    problems: [...digestProblems(facts, wave.code), ...quotaProblems(district, letters)],
    texts: letters.map(({ to, body }) => ({ to: to.join(', '), text: body })),
  };
}

/** Which unit is inspected, by whom, when. */
export function previewInspection(facts: DistrictFacts, wave: Wave): Preview {
  return {
    sentence: 'Chọn ngẫu nhiên 5 đoàn viên để xem phiếu và minh chứng, ghi vào trang Triển khai, kiểm tra?',
    problems: [],
    fields: [
      choice('unit', 'Đơn vị được kiểm tra', unitChoices(facts, wave)),
      { name: 'day', label: 'Ngày kiểm tra', kind: 'DAY', choices: [], value: '' },
      { name: 'by', label: 'Người kiểm tra', kind: 'LINE', choices: [], value: '' },
    ],
  };
}

/** What the list of difficulties is brought up to. */
export function previewDifficulties({ setup }: DistrictFacts, problems: readonly Problem[]): Preview {
  const books = setup.units.filter((one) => one.book !== '').length;
  return {
    sentence: `Xem vướng mắc ở ${countSaid(books)} sổ cơ sở và gửi về đơn vị những câu trả lời vừa ghi ở trang Khó khăn, vướng mắc?`,
    problems,
  };
}

/** How many units can be recognised now, with number and day of the decision (P11). */
export function previewRecognition(
  district: District,
  facts: DistrictFacts,
  { wave, formId }: WaveEntry,
): Preview {
  const [rows] = district.api.read(district.book, [{ sheetId: FOLDS_TAB.sheetId }]);
  const results = resultsOf(readNamedTexts(FOLDS_TAB, rows ?? null), facts, wave);
  const states = results.map((one) => recognitionState(one.unit.kind, one));
  const count = (state: (typeof states)[number]): number => states.filter((one) => one === state).length;
  const ready = results.filter((_, place) => states[place] === 'READY');
  return {
    sentence:
      `Công nhận kết quả ${waveName(wave)} của ${countSaid(ready.length)} đơn vị đã gửi đủ kết quả? ` +
      `Đã công nhận trước đây: ${countSaid(count('DONE'))}; chưa gửi đủ: ${countSaid(count('NOT_READY'))}.`,
    problems: formId === '' ? [problem('WAVE_NOT_OPENED', wave.code)] : [],
    fields: [
      choice('unit', 'Đơn vị', [
        { code: ALL_UNITS, label: 'Tất cả đơn vị đã gửi đủ' },
        ...ready.map(({ unit }) => ({ code: unit.code, label: unit.name })),
      ]),
      { name: 'number', label: 'Số quyết định', kind: 'LINE', choices: [], value: '' },
      { name: 'day', label: 'Ngày quyết định', kind: 'DAY', choices: [], value: dayOf(district.now()) },
    ],
  };
}

/** Late entry for one branch, with its reason. */
export function previewReopening(facts: DistrictFacts, wave: Wave): Preview {
  const { setup } = facts;
  const branches = entriesOfWave(setup, wave).flatMap(({ unit }) =>
    branchesOfUnit(setup, unit).map(({ code, name }) => ({ code, label: `${name} (${unit.name})` })),
  );
  return {
    sentence:
      `Mở lại ${waveName(wave)} cho một chi đoàn? Các chi đoàn khác vẫn khóa. Chi đoàn đánh giá bổ sung, gửi lại; ` +
      `hạn công nhận là ${dueOf(wave, 'RECOGNITION').split('-').reverse().join('/')}.`,
    problems: wave.lockedAt === undefined ? [problem('NOT_LOCKED', wave.code)] : [],
    fields: [
      choice('branch', 'Chi đoàn', branches),
      {
        name: 'why',
        label: 'Lý do; lý do được lưu và báo cho chi đoàn',
        kind: 'TEXT',
        choices: [],
        value: '',
      },
    ],
  };
}

/** From how many waves the year is proposed; waves that are not locked are named. */
export function previewYear(facts: DistrictFacts): Preview {
  const open = openWaveNames(facts);
  return {
    sentence:
      `Lập đề nghị xếp loại năm của ${countSaid(facts.setup.members.length)} đoàn viên từ ${countSaid(yearWaves(facts).length)} đợt, ` +
      'và phân loại thi đua các đơn vị? Đây là đề nghị, một trong những cơ sở; phần cán bộ đã ghi được giữ nguyên.' +
      (open === '' ? '' : ` Chưa khóa, số liệu còn có thể thay đổi: ${open}.`),
    problems: yearProblems(facts),
  };
}

function choice(name: string, label: string, choices: JobField['choices']): JobField {
  return { name, label, kind: 'CHOICE', choices, value: choices[0]?.code ?? '' };
}

function unitChoices({ setup }: DistrictFacts, wave: Wave): JobField['choices'] {
  return unitsOfWave(
    setup.units.map((entry) => entry.unit),
    wave,
  ).map(({ code, name }) => ({ code, label: name }));
}

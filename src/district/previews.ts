import type { JobPreview, JobRequest } from '../contract/district';
import { formatDayInDocument } from '../programme/dates';
import { problem, type Problem } from '../programme/result';
import type { Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import type { WaveEntry } from '../workbook/waves-tab';
import { CALENDAR_WORDS } from '../workbook/words';
import { previewAcceptLate } from './accept-late-job';
import { previewRules } from './apply-rules-job';
import type { District } from './district';
import {
  branchesOfUnit,
  entriesOfWave,
  readFacts,
  setupHindrances,
  waveEntryOf,
  type DistrictFacts,
} from './facts';
import { goneUnits } from './gone-units';
import { countSaid } from './job-words';
import { previewErase } from './erase-job';
import { previewExportMember } from './export-member-job';
import { openingProblems } from './open-wave-job';
import {
  previewDifficulties,
  previewDigest,
  previewInspection,
  previewRecognition,
  previewReminder,
  previewReopening,
  previewYear,
} from './previews-acts';
import { previewReceipts } from './previews-receipts';
import { recall } from './properties';
import { previewArchive } from './archive-job';
import { previewNewProgramme } from './new-programme-job';
import { previewTakeOver } from './reserve-job';
import { needsWave } from './registry';
import { previewProposals } from './roster-proposals';
import { previewRoster } from './roster-plan';
import { previewRelease } from './release-job';
import { previewRetain } from './retain-due';
import { reportStateOf } from './report-state';
import { resultsOf } from './summarise-job';
import { previewYearSheet } from './year-sheet-job';
import { FOLDS_TAB, readNamedTexts } from './state-tab';

type Preview = Pick<JobPreview, 'sentence' | 'problems' | 'fields' | 'texts' | 'lists'>;

/** What a job will do, in numbers, and everything that keeps it from starting (pages.md 3; wording.md 1, Confirmations). */
export function previewOf(district: District, request: JobRequest): Preview {
  const facts = readFacts(district);
  const entry = waveEntryOf(facts.setup, request.wave);
  if (needsWave(request.job) && !entry)
    return { sentence: '', problems: [problem('UNKNOWN_WAVE', request.wave)] };
  switch (request.job) {
    case 'setup':
      return previewSetup(facts);
    case 'createBooks':
      return previewBooks(facts);
    case 'openWave':
      return entry ? previewOpening(facts, entry.wave, entry.formId !== '') : nothing();
    case 'collect':
      return { sentence: 'Nhận các phiếu mới gửi vào Sổ tiếp nhận phiếu?', problems: openedProblems(facts) };
    case 'push': {
      return {
        sentence: 'Chuyển các phiếu đã nhận về sổ của từng cơ sở?',
        problems: openedProblems(facts),
      };
    }
    case 'collectLedgers': {
      const books = facts.setup.units.filter((one) => one.book !== '').length;
      return {
        sentence: `Đọc kết quả đánh giá ở ${countSaid(books)} sổ cơ sở? Sổ của các cơ sở không bị thay đổi.`,
        problems: openedProblems(facts),
      };
    }
    case 'summarise':
      return entry
        ? {
            sentence: `Lập lại bảng tổng hợp ${waveName(entry.wave)} cho ${countSaid(entriesOfWave(facts.setup, entry.wave).length)} đơn vị? Cột Ghi chú được giữ nguyên.`,
            problems:
              entry.formId === ''
                ? [problem('WAVE_NOT_OPENED', entry.wave.code)]
                : goneUnits(facts, entry.wave),
          }
        : nothing();
    case 'lockWave':
      return entry ? previewLock(district, facts, entry.wave, request.reason ?? '') : nothing();
    case 'report':
      return entry ? previewReport(facts, entry) : nothing();
    case 'remind':
      return entry ? previewReminder(district, facts, entry.wave) : nothing();
    case 'digest':
      return entry ? previewDigest(district, facts, entry.wave) : nothing();
    case 'receipts':
      return entry ? previewReceipts(district, facts, entry.wave) : nothing();
    case 'inspect':
      return entry ? previewInspection(facts, entry.wave) : nothing();
    case 'difficulties':
      return previewDifficulties(facts, openedProblems(facts));
    case 'recognise':
      return entry ? previewRecognition(district, facts, entry) : nothing();
    case 'reopen':
      return entry ? previewReopening(facts, entry.wave) : nothing();
    case 'year':
      return previewYear(facts);
    case 'yearSheet':
      return previewYearSheet(district, facts);
    case 'release':
      return previewRelease(district, facts);
    case 'applyRules':
      return previewRules(district, facts);
    case 'takeOver':
      return previewTakeOver(district, facts);
    case 'archive':
      return previewArchive(facts);
    case 'proposals':
      return previewProposals(facts);
    case 'roster':
      return previewRoster(district, facts);
    case 'exportMember':
      return previewExportMember();
    case 'erase':
      return previewErase();
    case 'retain':
      return previewRetain(district, facts);
    case 'acceptLate':
      return entry ? previewAcceptLate(district, facts, entry.wave) : nothing();
    case 'newProgramme':
      return previewNewProgramme(facts);
  }
}

function nothing(): Preview {
  return { sentence: '', problems: [] };
}

function openedProblems({ setup }: DistrictFacts): readonly Problem[] {
  return setup.waves.some((entry) => entry.formId !== '') ? [] : [problem('WAVE_NOT_OPENED')];
}

function previewSetup({ setup, settings, tabs }: DistrictFacts): Preview {
  if (tabs.settings === null)
    return {
      sentence:
        'Tạo các trang của Sổ Quận đoàn với nội dung có sẵn của Kế hoạch? Sau đó hãy ghi Thiết lập, Đơn vị, Chi đoàn, Đoàn viên rồi bấm Kiểm tra lại.',
      problems: [],
    };
  const { units, allBranches, members } = setup;
  const wrong = setup.problems.filter((one) => one.blocking).length;
  return {
    sentence:
      (wrong > 0 ? `Đang có ${countSaid(wrong)} chỗ cần sửa. ` : '') +
      `Kiểm tra ${countSaid(units.length)} đơn vị, ${countSaid(allBranches.length)} chi đoàn, ${countSaid(members.length)} đoàn viên; ` +
      `khi không còn chỗ sai thì tạo Sổ tiếp nhận phiếu ${settings.programme} và hẹn giờ chạy tự động?`,
    // It may always be started: it is what marks each of these in its cell.
    problems: [],
  };
}

function previewBooks({ setup }: DistrictFacts): Preview {
  const missing = setup.units.filter((entry) => entry.book === '').length;
  const there = setup.units.length - missing;
  const branches = setup.allBranches.length;
  return {
    sentence:
      `Tạo ${countSaid(missing)} sổ cơ sở, kiểm tra lại ${countSaid(there)} sổ đã có, và chia sẻ cho Ban Chấp hành của ` +
      `${countSaid(setup.units.length)} đơn vị, ${countSaid(branches)} chi đoàn?`,
    problems: setupHindrances(setup.problems),
  };
}

function previewOpening({ setup }: DistrictFacts, wave: Wave, isOpened: boolean): Preview {
  const entries = entriesOfWave(setup, wave);
  const branches = new Set(
    entries.flatMap(({ unit }) => branchesOfUnit(setup, unit)).map((branch) => branch.code),
  );
  const members = setup.members.filter((member) => branches.has(member.branch)).length;
  const calendar = CALENDAR_WORDS.wordOf(wave.calendar).toLowerCase();
  const days =
    wave.registrationOpens === '' || wave.registrationCloses === ''
      ? ''
      : ` Phiếu mở từ ${formatDayInDocument(wave.registrationOpens)} đến ${formatDayInDocument(wave.registrationCloses)}.`;
  return {
    sentence: isOpened
      ? `${waveName(wave)} đã mở. Kiểm tra lại phiếu và các trang của đợt ở ${countSaid(entries.length)} đơn vị?`
      : `Mở ${waveName(wave)} cho ${countSaid(entries.length)} đơn vị, ${countSaid(members)} đoàn viên (${calendar})?${days} Chưa có email nào được gửi.`,
    problems: openingProblems(setup, wave),
  };
}

function previewLock(district: District, facts: DistrictFacts, wave: Wave, reason: string): Preview {
  const name = waveName(wave);
  const gone = goneUnits(facts, wave);
  if (gone.length > 0) return { sentence: `Chưa khóa ${name} được.`, problems: gone };
  const [rows] = district.api.read(district.book, [{ sheetId: FOLDS_TAB.sheetId }]);
  const nameOf = new Map(facts.setup.allBranches.map((branch) => [branch.code, branch.name]));
  const waiting = resultsOf(readNamedTexts(FOLDS_TAB, rows ?? null), facts, wave)
    .flatMap((one) => one.branches)
    .filter((fold) => fold.send === null && fold.lock === null);
  const isCollected = recall(district.services, `wave:${wave.code}`)?.ledgersAt !== undefined;
  if (waiting.length === 0 || !isCollected)
    return {
      sentence:
        `Khóa ${name}? Sau khi khóa, kết quả ${name} được giữ nguyên; đánh giá ghi thêm không được tính. ` +
        'Muốn sửa phải mở lại từng chi đoàn, có lý do.',
      problems: [],
    };
  return {
    sentence:
      `Còn ${countSaid(waiting.length)} chi đoàn chưa gửi kết quả (xem danh sách). Vẫn khóa? Hãy ghi lý do; ` +
      'lý do sẽ vào báo cáo.',
    problems:
      reason.trim() !== ''
        ? []
        : waiting.map((fold) =>
            problem('NOT_SENT', fold.branch, { name: nameOf.get(fold.branch) ?? fold.branch }),
          ),
  };
}

function previewReport({ state }: DistrictFacts, { wave, formId }: WaveEntry): Preview {
  const isAgain = reportStateOf(state, wave.code).document !== '';
  const figures = wave.lockedAt === undefined ? ' Đợt chưa khóa: số liệu còn có thể thay đổi.' : '';
  return {
    sentence: isAgain
      ? `Làm lại Báo cáo ${waveName(wave)} theo số liệu mới? Những phần cán bộ đã ghi được giữ nguyên; câu và số liệu do chương trình ghi được viết lại.${figures}`
      : `Làm Báo cáo ${waveName(wave)} và Phụ lục từ số liệu đã tổng hợp?${figures}`,
    problems: formId === '' ? [problem('WAVE_NOT_OPENED', wave.code)] : [],
  };
}

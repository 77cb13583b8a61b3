import type { JobPreview } from '../contract/district';
import type { Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import type { District } from './district';
import type { DistrictFacts } from './facts';
import { countSaid } from './job-words';
import { lettersWaiting } from './receipts-due';
import { receiptProblems } from './receipts-job';

/** How many letters members with an address would get now, and how many may be sent today. */
export function previewReceipts(
  district: District,
  facts: DistrictFacts,
  wave: Wave,
): Pick<JobPreview, 'sentence' | 'problems'> {
  const problems = receiptProblems(facts, wave.code);
  const { receipts, results } = problems.length > 0 ? NONE : lettersWaiting(district, facts, wave);
  const all = receipts + results;
  if (all === 0)
    return {
      sentence: `Không có thư mới về ${waveName(wave)} cho đoàn viên có email. Đoàn viên không có email: Bí thư chép tin nhắn ở bảng đánh giá.`,
      problems,
    };
  const left = district.services.mail.getRemainingDailyQuota();
  return {
    sentence:
      `Gửi ${countSaid(all)} email cho đoàn viên về ${waveName(wave)}: ${countSaid(receipts)} thư báo đã nhận phiếu, ` +
      `${countSaid(results)} thư báo kết quả? Hôm nay còn gửi được ${countSaid(left)} email` +
      (all > left ? '; phần còn lại gửi vào ngày mai.' : '.'),
    problems,
  };
}

const NONE = { receipts: 0, results: 0 };

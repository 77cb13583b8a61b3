import type { CLOCK_MS } from './triggers';

/** What the clock does, as people read it. */
export const CLOCK_WORDS: Readonly<Record<keyof typeof CLOCK_MS, string>> = {
  everyFiveMinutes: 'Làm các việc chờ',
  everyTenMinutes: 'Nhận phiếu và chuyển về cơ sở',
  hourly: 'Lấy kết quả từ các cơ sở',
  nightly: 'Kiểm tra lại toàn bộ hằng đêm',
};

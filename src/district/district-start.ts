import { formatMoment } from '../programme/dates';
import { stepOf } from '../programme/wave';
import { START_TAB, startRows, healthLine, type StartLine } from '../workbook/start-tab';
import { waveName } from '../workbook/class-words';
import { STEP_WORDS } from '../workbook/words';
import { rewriteTab } from '../google/lay-tab';
import { CLOCK_WORDS } from './clock-words';
import { bookLink, type District } from './district';
import { openedWaves, readFacts } from './facts';
import { countSaid } from './job-words';
import { lastMended } from './mended';
import { recallAll } from './properties';
import { CLOCK_MS } from './triggers';

/** Writes *Bắt đầu* of *Sổ Quận đoàn*: where things are, how each wave stands, what the clock did, which ledgers need a look. */
export function writeStart(district: District): void {
  const { setup, settings, state } = readFacts(district);
  const known = recallAll(district.services);
  const now = district.now();
  const intake = known.get(`intake:${settings.programme}`);
  const lines: StartLine[] = [
    { item: `Ngày đoàn viên “Rèn luyện và hành động” năm ${settings.programme}` },
    { item: 'Việc tiếp theo', value: 'Mở bảng điều khiển ở menu Rèn luyện và hành động.' },
    { item: 'Cập nhật lúc', value: formatMoment(now).slice(0, 16) },
    {
      item: 'Tài khoản chạy chương trình',
      value: settings.roleAccount,
      note: `Khi không dùng được nữa: mở sổ này bằng tài khoản dự phòng ${settings.reserveAccount}, mở bảng điều khiển, bấm Tiếp quản.`,
    },
  ];
  if (intake !== null) lines.push({ item: 'Sổ tiếp nhận phiếu', link: bookLink(intake) });
  for (const name of known.names.filter((one) => one.startsWith('archive:')).sort()) {
    const file = known.get(name as `archive:${string}`);
    if (file !== null)
      lines.push({ item: `Lưu trữ kết quả ${name.slice('archive:'.length)}`, link: bookLink(file) });
  }
  lines.push({ item: 'Các đợt' });
  for (const { wave, formLink } of openedWaves(setup)) {
    const figures = known.get(`wave:${wave.code}`) ?? {};
    lines.push({
      item: waveName(wave),
      value:
        `${STEP_WORDS.wordOf(stepOf(wave, now))}. Đăng ký ${countSaid(figures.registered ?? 0)}, tự đánh giá ` +
        `${countSaid(figures.selfAssessed ?? 0)} trên ${countSaid(figures.members ?? 0)} đoàn viên.`,
      link: formLink,
      note: (figures.unmatched ?? 0) > 0 ? `Có ${countSaid(figures.unmatched ?? 0)} phiếu cần xử lý.` : '',
    });
  }
  lines.push({ item: 'Chạy tự động' });
  for (const name of Object.keys(CLOCK_MS) as (keyof typeof CLOCK_MS)[]) {
    const health = known.get(`health:${name}`);
    lines.push(
      healthLine(
        {
          what: CLOCK_WORDS[name],
          lastRun: health?.at ?? null,
          everyMs: CLOCK_MS[name],
          lastError: health?.error ?? '',
        },
        now,
      ),
    );
  }
  const broken = state.names().flatMap((name) => {
    const text = name.startsWith('broken:') ? (state.get(name) ?? '') : '';
    return text === '' ? [] : text.split('\n');
  });
  if (broken.length > 0) lines.push({ item: 'Sổ cần xem lại' });
  for (const sentence of broken.slice(0, 100)) lines.push({ item: '•', value: sentence });
  const mended = lastMended(state, now);
  if (mended.length > 0) lines.push({ item: 'Sổ và quyền vừa sửa' });
  for (const { at, sentence } of mended.slice(0, 100)) lines.push({ item: '•', value: sentence, note: at });
  district.api.change(district.book, rewriteTab(START_TAB, startRows(lines)), true);
}

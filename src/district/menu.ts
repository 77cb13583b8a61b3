import type { JobName } from '../contract/district';
import { sentenceOf } from '../contract/problems';
import { propertyJobStore, TRIGGER_SLICE_MS, type JobRun } from '../google/jobs';
import { committeeServices, districtServices } from '../google/services';
import { consoleState } from './console-state';
import type { District } from './district';
import { callerOf, withDistrict } from './endpoint';
import { readFacts } from './facts';
import { JOB_WORDS } from './job-words';
import { askForJob, writeOwnProgress } from './queue';
import { jobKey, needsWave } from './registry';
import { continueRun, startRun, viewOf } from './runs';

const MENU = 'Rèn luyện và hành động';

/** An A4 page beside its margins, in pixels. */
const PRINT_WIDTH = 860;
const PRINT_HEIGHT = 720;

/** The menu of *Sổ Quận đoàn* (wording.md 1). Runs before anybody has allowed anything, so it asks for nothing but the menu. */
export function onOpen(): void {
  committeeServices()
    .spreadsheets.getUi()
    .createMenu(MENU)
    .addItem('Mở bảng điều khiển', 'openConsole')
    .addSeparator()
    .addItem('Nhận phiếu mới', 'collectNow')
    .addItem('Lấy kết quả từ các cơ sở', 'collectLedgersNow')
    .addItem('Lập lại bảng tổng hợp', 'summariseNow')
    .addItem('In đường dẫn, mã QR, phiếu giấy', 'openPrint')
    .addItem('Kiểm tra và sửa sổ', 'repairNow')
    .addSeparator()
    .addItem('Trợ giúp', 'showHelp')
    .addToUi();
}

/** Opens the console beside the workbook. */
export function openConsole(): void {
  const services = districtServices();
  services.spreadsheets
    .getUi()
    .showSidebar(services.html.createHtmlOutputFromFile('console').setTitle('Bảng điều khiển'));
}

/** Opens the page of links: posters with QR codes, the members' cards, messages to copy; to be printed on A4. */
export function openPrint(): void {
  const services = districtServices();
  services.spreadsheets
    .getUi()
    .showModalDialog(
      services.html.createHtmlOutputFromFile('print').setWidth(PRINT_WIDTH).setHeight(PRINT_HEIGHT),
      'Đường dẫn phiếu và mã QR',
    );
}

/** *Nhận phiếu mới*: collects and brings the sheets to the units. */
export function collectNow(): void {
  fromMenu(['collect', 'push']);
}

/** *Lấy kết quả từ các cơ sở*. */
export function collectLedgersNow(): void {
  fromMenu(['collectLedgers']);
}

/** *Lập lại bảng tổng hợp* of the wave people are at. */
export function summariseNow(): void {
  fromMenu(['summarise']);
}

/** *Kiểm tra và sửa sổ*: the setup checked, every base workbook's tabs, protections and sharing mended. */
export function repairNow(): void {
  fromMenu(['setup', 'createBooks']);
}

/** Where to look for what. */
export function showHelp(): void {
  const ui = districtServices().spreadsheets.getUi();
  ui.alert(
    'Trợ giúp',
    [
      'Mở bảng điều khiển: mười bước của một đợt, mỗi bước cho biết sẽ làm gì trước khi làm.',
      'Nhận phiếu mới: lấy phiếu đoàn viên vừa gửi, chuyển về sổ của từng cơ sở. Chương trình tự làm mỗi 10 phút.',
      'Lấy kết quả từ các cơ sở: đọc đánh giá của các Ban Chấp hành. Chương trình tự làm mỗi giờ.',
      'Lập lại bảng tổng hợp: tính lại các trang tổng hợp; cột Ghi chú được giữ nguyên.',
      'Kiểm tra và sửa sổ: tìm chỗ sai trong Thiết lập và danh sách, tạo lại trang thiếu, sửa quyền các sổ cơ sở.',
      'Việc nào bấm hai lần cũng không sao.',
      'Tài khoản chạy chương trình không dùng được nữa: mở sổ này bằng tài khoản dự phòng ghi ở trang Thiết lập, mở bảng điều khiển, bấm Tiếp quản.',
    ].join('\n\n'),
    ui.ButtonSet.OK,
  );
}

/** Runs jobs one after the other for whoever pressed the menu: here for the role account, in *Việc chờ* for other staff. */
function fromMenu(jobs: readonly JobName[]): void {
  withDistrict(districtServices(), (district) => {
    const caller = callerOf(district);
    if (!caller.ok) {
      say(district, caller.problems.map((one) => sentenceOf(one)).join('\n'));
      return;
    }
    const end = district.now() + TRIGGER_SLICE_MS;
    for (const job of jobs) {
      const wave = needsWave(job) ? consoleState(district, undefined).wave : '';
      const operation = district.services.utilities.getUuid().replace(/-/g, '');
      const request = { job, wave, operation };
      if (!caller.value.isRoleAccount) {
        askForJob(district, readFacts(district).setup, request);
        say(district, `${JOB_WORDS[job]}: đã xếp hàng; kết quả hiện ở trang Việc đã làm.`);
        continue;
      }
      const started = startRun(district, request);
      if (!started.ok) {
        say(district, started.problems.map((one) => sentenceOf(one)).join('\n'));
        return;
      }
      const run = runToEnd(district, jobKey(request), end);
      if (caller.value.settings !== null && run) writeOwnProgress(district, run);
      say(district, endSaid(jobKey(request), run));
      if (run?.state !== 'DONE') return;
    }
  });
}

function runToEnd(district: District, key: string, end: number): JobRun | null {
  let run = propertyJobStore(district.services).read(key);
  while (run?.state === 'RUNNING' && district.now() < end)
    run = continueRun(district, key, Math.max(1, end - district.now()));
  return run;
}

function endSaid(key: string, run: JobRun | null): string {
  const view = viewOf(key, run, null);
  if (!view) return '';
  const words = [view.sentence, view.trouble, ...view.problems.slice(0, 5).map((one) => sentenceOf(one))];
  if (view.state === 'RUNNING') words.push('Phần còn lại: mở bảng điều khiển, bấm Chạy tiếp.');
  return words.filter((one) => one !== '').join('\n');
}

function say(district: District, text: string): void {
  district.services.spreadsheets.getActiveSpreadsheet().toast(text, MENU, 30);
}

import type { Browser } from 'playwright-core';
import type { HomeInfo } from '../../src/local/server/start-server';
import { type Workspace, createWorkspace } from '../../src/local/workspace';
import { ON_DUTY, OTHER, OWNER, plainHome } from '../local/server/duty-book';
import { dutyForm } from '../local/server/duty-form';
import { withServer } from '../local/server/visitor';
import { LAPTOP, PHONE, axeFindings, openBrowser, openWindow, signIn } from './workspace-browser';

function smallWorkspace(): Workspace {
  const workspace = createWorkspace({ now: '2014-03-31T14:05:00+07:00', seed: 3 });
  const names = { [OWNER]: 'Trần Văn Chủ', [ON_DUTY]: 'Lê Thị An', [OTHER]: 'Phạm Bình' };
  for (const [email, name] of Object.entries(names)) workspace.addPerson({ email, name });
  dutyForm(workspace);
  workspace.state.mails.push({
    id: 1,
    at: workspace.now(),
    from: OWNER,
    to: ON_DUTY,
    cc: '',
    bcc: '',
    replyTo: '',
    name: 'Ban chỉ huy',
    subject: 'Mai bạn trực',
    body: 'Xem lịch: https://docs.google.com/spreadsheets/d/abc/edit',
    html: '',
    attachments: [],
  });
  return workspace;
}

const fullHome = (): HomeInfo => ({
  ...plainHome(),
  tour: [
    { title: 'An đăng ký', text: 'Điền phiếu.', link: '/outbox', as: ON_DUTY, state: 'here' },
    { title: 'Chủ chốt lịch', text: 'Trong sổ.' },
  ],
  focus: [{ email: ON_DUTY, title: 'Mai bạn trực', text: 'Từ 7:00', link: '/outbox', linkLabel: 'Xem thư' }],
  progress: {
    title: 'Lịch tháng 4',
    note: '2 đội',
    phases: [
      { title: 'Đăng ký', dates: '18 – 22/3', state: 'past' },
      { title: 'Chốt', dates: '31/3', state: 'here' },
    ],
    bars: [{ title: 'Đội 1', done: 3, total: 7, label: '3/7 ngày' }],
  },
});

describe('the home page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['laptop', LAPTOP],
    ['phone', PHONE],
  ])(
    'on a %s shows files, tour, progress, clock and mails, and axe-core finds nothing',
    async (_, device) => {
      await withServer({ workspace: smallWorkspace(), home: fullHome }, async ({ url }) => {
        const { page, noFaults } = await openWindow(browser, url, device);
        await page.getByRole('heading', { name: 'Vào vai ai?' }).waitFor();
        const before = await axeFindings(page);
        await signIn(page, 'Lê Thị An');
        const after = await axeFindings(page);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

        expect([before, after]).toEqual([[], []]);
        expect(sideways).toBeLessThanOrEqual(0);
        expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
          'Vào vai ai?',
          'Mai bạn trực',
          'Tệp Lê Thị An mở được',
          'Đi thử một vòng',
          'Lịch tháng 4',
          'Đồng hồ',
          'Hộp thư đi',
        ]);
        noFaults();
      });
    },
  );

  it('moves the clock on', async () => {
    await withServer({ workspace: smallWorkspace() }, async ({ url }) => {
      const { page, noFaults } = await openWindow(browser, url, LAPTOP);
      await page.getByTestId('clock-time').getByText('14:05').waitFor();
      await page.getByRole('button', { name: '+1 giờ' }).click();
      await page.getByTestId('clock-time').getByText('15:05').waitFor();
      await page.getByRole('button', { name: '+1 ngày' }).click();
      await page.getByTestId('clock-day').getByText('1/4/2014').waitFor();

      expect(await page.getByTestId('clock-day').textContent()).toBe('Thứ Ba, 1/4/2014');
      noFaults();
    });
  });

  it('follows the tour as the person of its stop, and shows mails with links to files here', async () => {
    await withServer({ workspace: smallWorkspace(), home: fullHome }, async ({ url }) => {
      const { page, noFaults } = await openWindow(browser, url, LAPTOP);
      await page.getByRole('link', { name: '1. An đăng ký' }).click();
      await page.getByRole('heading', { name: 'Hộp thư đi' }).waitFor();
      await page.getByText('Mai bạn trực').click();
      const link = await page.getByRole('link', { name: /docs\.google\.com/ }).getAttribute('href');
      const findings = await axeFindings(page);
      await page.getByRole('link', { name: 'Về trang đầu' }).click();
      await page.getByRole('heading', { name: 'Tệp Lê Thị An mở được' }).waitFor();

      expect(link).toBe('/spreadsheets/d/abc/edit');
      expect(findings).toEqual([]);
      noFaults();
    });
  });
});

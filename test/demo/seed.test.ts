import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findWorld } from '../../src/demo/home/find-world';
import { homeInfo } from '../../src/demo/home/home-info';
import { DEMO_SEED, seedDemo } from '../../src/demo/home/seed';
import { shownMembers } from '../../src/demo/home/shown-members';
import { inventDistrict } from '../../src/demo/invent/district';
import { DEMO_INSTANT, waveOf } from '../../src/demo/world/calendar';
import { booksByUnit, formOfWave, intakeFile } from '../../src/demo/world/files';
import { openWorld, setUpDistrict } from '../../src/demo/world/set-up';
import { needTab } from '../../src/demo/world/sheet-reading';
import type { World } from '../../src/demo/world/world';
import { loadWorkspace } from '../../src/local/workspace';
import { stepOf } from '../../src/programme/wave';

let world: World;

beforeAll(() => {
  world = seedDemo();
}, 60_000);

describe('the demo of npm start', () => {
  it('stands at its instant, while members assess themselves and committees may grade', () => {
    expect(world.workspace.now()).toBe(Date.parse(DEMO_INSTANT));
    expect(stepOf(waveOf('2014-C1'), world.workspace.now())).toBe('SELF_ASSESSMENT');
    expect(world.meter.notEmulated()).toEqual([]);
    expect(world.meter.failures()).toEqual([]);
  });

  it('has something to show on every screen', () => {
    const { workspace, book } = world;
    const count = (title: string, head: 'plain' | 'summary' = 'plain', file = book): number =>
      needTab(workspace, file, title, head).rows.length;
    const intake = intakeFile(world, '2014');

    expect(count('Đăng ký – Đợt I', 'plain', intake)).toBeGreaterThan(40);
    expect(count('Tự đánh giá – Đợt I', 'plain', intake)).toBeGreaterThan(20);
    expect(count('Phiếu cần xử lý', 'plain', intake)).toBeGreaterThan(0);
    expect(count('Kết quả đoàn viên')).toBeGreaterThan(60);
    expect(count('Tổng hợp Đợt I', 'summary')).toBeGreaterThan(4);
    expect(count('Tiến độ', 'summary')).toBeGreaterThan(4);
  });

  it('has a form for the general and for the school wave, and a workbook for each unit', () => {
    expect(formOfWave(world, '2014-C1')).not.toBe(formOfWave(world, '2014-S1'));
    expect([...booksByUnit(world).keys()].sort()).toEqual(['CN08', 'P05', 'TH01']);
  });

  it('tells on the home page of people who exist and of files that they may open', () => {
    const info = homeInfo(world);
    const accounts = new Set(world.workspace.people().map(({ email }) => email));
    const opens = (email: string, link: string): boolean => {
      const file = /^\/spreadsheets\/d\/([\w-]+)/.exec(link)?.[1];
      if (file === undefined) return link.startsWith('/forms/d/e/');
      return world.workspace.files(email).some(({ id }) => id === file);
    };

    expect(info.people.length).toBeGreaterThan(15);
    expect(info.people.filter(({ email }) => !accounts.has(email))).toEqual([]);
    expect(info.tour).toHaveLength(4);
    expect(info.tour.filter(({ as, link }) => !opens(as ?? '', link ?? ''))).toEqual([]);
    expect(info.focus?.length).toBeGreaterThan(1);
    expect(info.focus?.filter(({ email, link }) => !opens(email ?? '', link))).toEqual([]);
    expect(info.progress?.bars.some(({ done, total }) => done > 0 && done < total)).toBe(true);
  });

  it('has a home page before its wave is opened, without links to a form', () => {
    const district = inventDistrict('demo', DEMO_SEED);
    const early = openWorld(district);
    for (const { email, name } of shownMembers(district)) early.workspace.addPerson({ email, name });
    setUpDistrict(early);

    const info = homeInfo(early);

    expect(info.people.length).toBeGreaterThan(15);
    expect(info.links).toEqual([]);
  });

  it('is found again in a workspace that was saved', () => {
    const dir = mkdtempSync(join(tmpdir(), 'demo-'));
    world.workspace.save(dir);

    const found = findWorld(loadWorkspace(dir));

    rmSync(dir, { recursive: true, force: true });
    expect(found?.book).toBe(world.book);
    expect(homeInfo(found!).people).toEqual(homeInfo(world).people);
  });
});

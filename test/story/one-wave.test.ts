import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventDistrict } from '../../src/demo/invent/district';
import { createRandom } from '../../src/demo/invent/random';
import { checkBooks } from '../../src/demo/recount/books';
import { compareTables } from '../../src/demo/recount/compare';
import { recountWave } from '../../src/demo/recount/recount';
import type { WaveActs } from '../../src/demo/recount/acts';
import { playWave } from '../../src/demo/story/play-wave';
import { waveOf } from '../../src/demo/world/calendar';
import { booksByUnit } from '../../src/demo/world/files';
import { openWorld, setUpDistrict } from '../../src/demo/world/set-up';
import { needTab, sheetIdOf, type Seen } from '../../src/demo/world/sheet-reading';
import { askCommittee, type World } from '../../src/demo/world/world';

const SEED = 3;
const WAVE = waveOf('2014-C1');

let world: World;
let acts: WaveActs;

/** The figures under one header, by unit, in *Tổng hợp Đợt I*. */
function figuresUnder(header: string): Readonly<Record<string, Seen>> {
  const table = needTab(world.workspace, world.book, 'Tổng hợp Đợt I', 'summary');
  return Object.fromEntries(
    table.rows.map((row) => [String(table.cell(row, 'Đơn vị')), table.cell(row, header)]),
  );
}

// Sources disagree on what a script's form is born as: the product must not care.
describe.each([false, true])('with forms born published: %s', (formsBornPublished) => {
  beforeAll(() => {
    world = openWorld(inventDistrict('demo', SEED), { formsBornPublished });
    setUpDistrict(world);
    acts = playWave(world, WAVE);
  }, 60_000);

  describe('a whole wave of the demo, played through the two scripts', () => {
    it('loses nothing, doubles nothing and ties every sheet to whoever sent it', () => {
      const { submissions, lost, duplicated, misplaced } = checkBooks(world, acts);

      expect({ lost, duplicated, misplaced }).toEqual({ lost: [], duplicated: [], misplaced: [] });
      expect(submissions.sent).toBeGreaterThan(100);
      expect(submissions.stored).toBe(submissions.sent);
    });

    it('shows in every summary what the people did, cell by cell', () => {
      const { tables } = recountWave(world.district, WAVE, 'Đợt I', acts);

      const { compared, wrong } = compareTables(world.workspace, world.book, tables);

      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(300);
    });

    it('counts the ward union with four branches and the base branch, and leaves the school out', () => {
      const members = figuresUnder('Tổng số đoàn viên');
      const branches = figuresUnder('Số chi đoàn');

      expect(members).toMatchObject({
        'Đoàn Phường 5': 18 + 14 + 16 + 9,
        'Chi đoàn Công ty TNHH Cơ khí Rạch Ông Nhỏ': 12,
        'Tổng cộng': 69,
      });
      expect(branches).toMatchObject({ 'Đoàn Phường 5': 4, 'Tổng cộng': 5 });
      expect(Object.keys(members)).not.toContain('Đoàn Trường THPT Kênh Đôi');
    });

    it('counts each class as often as committees were told that it is saved or recognised', () => {
      const decided = new Map(acts.grades.map((grade) => [grade.member, grade.class]));
      for (const branch of acts.branches.values())
        for (const [member, recognised] of branch.recognised) decided.set(member, recognised);
      const excellent = world.district.members.filter(
        ({ code, classed }) => classed && decided.get(code) === 'EXCELLENT',
      );

      expect(figuresUnder('Xuất sắc: SL')['Tổng cộng']).toBe(excellent.length);
      expect(excellent.length).toBeGreaterThan(0);
    });

    it('meets nothing that the workspace does not emulate, and no run of the clock fails', () => {
      expect(world.meter.notEmulated()).toEqual([]);
      expect(world.meter.failures()).toEqual([]);
    });
  });

  describe('somebody who forges a call', () => {
    it('of another branch is told that he is on no committee of it', () => {
      const [thief, victim] = ['P05-KP1', 'P05-KP2'];
      const book = booksByUnit(world).get('P05') ?? '';

      const answer = askCommittee(
        world,
        'sendBranch',
        { wave: WAVE.code, branch: victim!, operation: createRandom(1).operation() },
        { as: secretaryOf(thief!), job: 'send', document: book },
      );

      expect(answer).toMatchObject({ ok: false, problems: [{ code: 'NOT_ON_COMMITTEE' }] });
    });

    it('is refused by Google when he writes into the ledger of another branch past our code', () => {
      const book = booksByUnit(world).get('P05') ?? '';
      const dir = mkdtempSync(join(tmpdir(), 'forged-'));
      const code = `function forge(title) {
      SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title).getRange('A3').setValue('99');
      SpreadsheetApp.flush();
    }`;
      writeFileSync(join(dir, 'Code.js'), code);
      writeFileSync(join(dir, 'appsscript.json'), '{"timeZone":"Asia/Ho_Chi_Minh","runtimeVersion":"V8"}');
      const forged = world.workspace.loadProject({ dir, kind: 'addon', owner: secretaryOf('P05-KP1') });
      rmSync(dir, { recursive: true, force: true });
      const forge = (title: string): boolean =>
        world.workspace.run(forged, 'forge', { as: secretaryOf('P05-KP1'), args: [title], document: book })
          .ok;

      expect(forge('Sổ Chi đoàn Khu phố 2 2014')).toBe(false);
      expect(forge('Sổ BCH cơ sở 2014')).toBe(false);
      expect(forge('Đợt I')).toBe(false);
    });

    it('cannot type into the ledger of another branch either', () => {
      const book = booksByUnit(world).get('P05') ?? '';
      const { workspace } = world;

      const typed = workspace.typeInto(
        book,
        sheetIdOf(workspace, book, 'Sổ Chi đoàn Khu phố 2 2014'),
        'A3',
        '99',
        { as: secretaryOf('P05-KP1') },
      );

      expect(typed.ok).toBe(false);
    });
  });
});

function secretaryOf(branch: string): string {
  const email = world.district.branches.find(({ code }) => code === branch)?.committee[0]?.email;
  if (email === undefined) throw new Error(`${branch} has no committee`);
  return email;
}

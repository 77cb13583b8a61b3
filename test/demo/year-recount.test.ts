import { simulate, holds } from '../../src/demo/story/simulation';
import { compareTables } from '../../src/demo/recount/compare';
import { readTab } from '../../src/demo/world/sheet-reading';

const SEED = 4;
const GENERAL_WAVES = 4;

describe('a year of the demo, four waves and the school year', () => {
  const { simulation, wrong, faults, world } = simulate('demo', SEED, GENERAL_WAVES);

  it('shows in every summary, the history, the year and the emulation what its people did', () => {
    expect({ wrong, faults }).toEqual({ wrong: [], faults: [] });
    expect(simulation.failures).toEqual([]);
    expect(holds(simulation)).toBe(true);
    expect(simulation.waves).toEqual(['2014-C1', '2014-C2', '2014-C3', '2014-C4', '2014-S1']);
    // Five waves by themselves, their tables once more, the history, every member and every unit of the year.
    expect(simulation.comparedTotals).toBeGreaterThan(3500);
  });

  it('proposes something for most members, from more than one wave', () => {
    const year = readTab(world.workspace, world.book, 'Tổng hợp năm');
    const proposals = (year?.rows ?? []).map((row) => String(year?.cell(row, 'Đề nghị xếp loại năm')));

    expect(proposals.length).toBeGreaterThan(150);
    expect(new Set(proposals).size).toBeGreaterThan(2);
  });

  it('would be told a wrong figure', () => {
    const row = { key: ['Tổng cộng'], cells: { 'Tổng số đoàn viên': 1 } };
    const table = { title: 'Tổng hợp Đợt IV', head: 'summary' as const, keys: ['Đơn vị'], rows: [row] };

    expect(compareTables(world.workspace, world.book, [table]).wrong).toHaveLength(1);
  });
});

import { drawSample } from '../../src/programme/inspection';

const MEMBERS = Array.from({ length: 30 }, (_, index) => `DV-${String(index).padStart(6, '0')}`);

describe('drawSample', () => {
  it('draws the same members for one inspection, whatever their order, and others for the next', () => {
    const first = drawSample(MEMBERS, 'P05|2014-C1|2014-04-12');

    expect(first).toHaveLength(5);
    expect(drawSample([...MEMBERS].reverse(), 'P05|2014-C1|2014-04-12')).toEqual(first);
    expect(drawSample(MEMBERS, 'P05|2014-C2|2014-06-12')).not.toEqual(first);
  });

  it('draws everybody where there are fewer, and nobody from nobody', () => {
    expect(drawSample(['B', 'A', 'A'], 's')).toEqual(['A', 'B']);
    expect(drawSample([], 's')).toEqual([]);
  });

  it('gives each member about the same chance', () => {
    const drawn = new Map<string, number>();
    for (let day = 0; day < 600; day++)
      for (const member of drawSample(MEMBERS, `P05|${day}`)) drawn.set(member, (drawn.get(member) ?? 0) + 1);

    // 600 draws of 5 among 30: one hundred each on average.
    expect(drawn.size).toBe(30);
    expect(Math.min(...drawn.values())).toBeGreaterThan(60);
    expect(Math.max(...drawn.values())).toBeLessThan(140);
  });
});

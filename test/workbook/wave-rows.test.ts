import * as fc from 'fast-check';
import { CRITERION_CODES } from '../../src/programme/criteria';
import { momentOf } from '../../src/programme/dates';
import { GENERAL_CALENDAR_2014 } from '../../src/programme/plan-defaults';
import { PRESET_2014 } from '../../src/programme/presets';
import { registeredCriteria } from '../../src/programme/submission';
import type { Wave } from '../../src/programme/wave';
import { newTabRows, readTable, type TableRow } from '../../src/workbook/tab';
import {
  memberFactsFromWaveRow,
  shownFromRow,
  sortedByBranch,
  waveMemberFromRow,
  waveRowFrom,
  type WaveMember,
  type WaveShown,
} from '../../src/workbook/wave-rows';
import { SHORT_COLUMNS, waveTab } from '../../src/workbook/wave-tab';

const WAVE = GENERAL_CALENDAR_2014[0] as Wave;
const TAB = waveTab(WAVE);
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const moment = fc.option(
  fc.integer({ min: 1_390_000_000, max: 1_400_000_000 }).map((seconds) => seconds * 1000),
);

const members: fc.Arbitrary<WaveMember> = fc
  .record({
    commitments: fc.dictionary(
      fc.constantFrom(...CRITERION_CODES),
      fc.record({ kind: fc.constantFrom('SUGGESTED' as const, 'OWN' as const), text }),
    ),
    evidence: fc.dictionary(fc.constantFrom(...CRITERION_CODES), text),
    selfAt: moment,
    registeredAt: moment,
    levels: fc.stringMatching(/^[0-4_]{10}$/),
    selfClass: fc.constantFrom('', 'EXCELLENT', 'WEAK'),
    classed: fc.boolean(),
    group: fc.constantFrom('' as const, 'LLVT' as const, 'DAN_CU' as const),
    difficulties: fc.oneof(fc.constant(''), text),
  })
  .map(
    ({ commitments, evidence, selfAt, registeredAt, levels, selfClass, classed, group, difficulties }) => ({
      facts: {
        code: 'DV-1',
        classed,
        registered: registeredCriteria(commitments),
        registeredAt,
        selfAt,
        selfLevels: selfAt === null ? '' : levels,
        selfClass,
        // Spaces are kept as they were sent, and are no evidence.
        evidence: CRITERION_CODES.filter((code) => (evidence[code] ?? '').trim() !== ''),
      },
      fullName: 'Nguyễn Thị Ánh',
      birthYear: '1998',
      branch: 'P05-KP3',
      branchName: 'Chi đoàn Khu phố 3',
      group,
      commitments: { ...commitments },
      evidence: { ...evidence },
      difficulties,
    }),
  );

const SHOWN: WaveShown = {
  state: 'GRADED',
  class: '',
  gradedBy: 'bithu@example.com',
  marks: ['RESENT', 'TWO_WRITERS'],
};

function written(member: WaveMember, shown: WaveShown | null): TableRow {
  const rows = newTabRows(TAB, [waveRowFrom(member, shown, PRESET_2014, 'BASE_UNION')]);
  const [row] = readTable(TAB, rows).records;
  if (!row) throw new Error('No row was written');
  return row;
}

describe('waveRowFrom', () => {
  it('gives back member, texts and what was shown', () => {
    fc.assert(
      fc.property(members, (member) => {
        const row = written(member, SHOWN);

        expect(waveMemberFromRow(row, PRESET_2014)).toEqual(member);
        expect(memberFactsFromWaveRow(row, PRESET_2014)).toEqual(member.facts);
        expect(shownFromRow(row, PRESET_2014)).toEqual(SHOWN);
      }),
    );
  });

  it('does not give the day of birth to the neighbours, nor a word of the state before it is folded', () => {
    const [member] = fc.sample(members, { numRuns: 1, seed: 3 });
    const row = written(member as WaveMember, null);

    expect(TAB.columns.map((one) => one.key)).not.toContain('birthDate');
    expect(row.cells).toMatchObject({ state: '', class: '', marks: '' });
    expect(shownFromRow(row, PRESET_2014)).toBeNull();
  });

  it('says of a base branch that it sent to the district', () => {
    const [member] = fc.sample(members, { numRuns: 1, seed: 3 });
    const sent = waveRowFrom(member as WaveMember, { ...SHOWN, state: 'SENT' }, PRESET_2014, 'BASE_BRANCH');

    expect(sent.state).toBe('Đã gửi về Quận đoàn');
  });
});

describe('waveTab', () => {
  it('has its short columns first and the time its values hold for in the header', () => {
    const { columns } = waveTab(WAVE, momentOf('2014-04-09', 14, 10));

    expect(columns.slice(0, SHORT_COLUMNS).every((one) => !one.key.includes('.'))).toBe(true);
    expect(columns[SHORT_COLUMNS]?.key).toBe('commitment.R1');
    expect(columns.find((one) => one.key === 'state')?.header).toBe(
      'Tình trạng (tính đến 14:10 ngày 09/04/2014)',
    );
  });
});

describe('sortedByBranch', () => {
  it('keeps the order within a branch and puts unknown branches last', () => {
    const [some] = fc.sample(members, { numRuns: 1, seed: 3 });
    const of = (code: string, branch: string): WaveMember => {
      const member = some as WaveMember;
      return { ...member, branch, facts: { ...member.facts, code } };
    };

    const sorted = sortedByBranch([of('1', 'X'), of('2', 'B'), of('3', 'A'), of('4', 'B')], ['A', 'B']);

    expect(sorted.map((member) => member.facts.code)).toEqual(['3', '2', '4', '1']);
  });
});

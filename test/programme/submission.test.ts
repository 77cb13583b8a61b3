import { endOfDay, momentOf } from '../../src/programme/dates';
import { GENERAL_CALENDAR_2014, SCHOOL_CALENDAR_2014 } from '../../src/programme/plan-defaults';
import {
  countingByMember,
  halvesBelowLeast,
  holdingRegistrations,
  mismatchedCriteria,
  registeredCriteria,
  submissionId,
  submissionShown,
  versionsOf,
  type Commitments,
  type Registration,
} from '../../src/programme/submission';
import type { Wave } from '../../src/programme/wave';

const WAVE = GENERAL_CALENDAR_2014[0] as Wave;

function sheet(responseId: string, change: Partial<Registration> = {}): Registration {
  return {
    kind: 'REGISTRATION',
    responseId,
    sentAt: momentOf('2014-03-25', 20),
    formId: 'F1',
    wave: WAVE.code,
    typedCode: '',
    typedName: '',
    typedBirthDate: '',
    linkBranch: '',
    member: 'DV-1',
    matchedHow: 'NAME',
    group: 'DAN_CU',
    commitments: { R1: { kind: 'SUGGESTED', text: '' } },
    signature: '',
    consent: true,
    ...change,
  };
}
const own = (text: string): Commitments => ({ R1: { kind: 'OWN', text } });

describe('versionsOf', () => {
  it('lets the newest before the deadline count and names the rest', () => {
    const sheets = [
      sheet('c', { sentAt: endOfDay('2014-03-31') + 1 }),
      sheet('a'),
      sheet('b', { sentAt: endOfDay('2014-03-31') }),
      sheet('d', { member: '' }),
      sheet('e', { wave: '2014-C2' }),
      sheet('f', { member: 'DV-2', consent: false }),
    ];

    const told = versionsOf(sheets, WAVE).map(({ submission, version, notCounted }) => [
      submission.responseId,
      version,
      notCounted,
    ]);

    expect(told).toEqual([
      ['a', 1, 'SUPERSEDED'],
      ['d', 0, 'UNMATCHED'],
      ['e', 1, 'OTHER_WAVE'],
      ['f', 1, 'NO_CONSENT'],
      ['b', 2, ''],
      ['c', 3, 'LATE'],
    ]);
  });

  it('counts a late one that a person let in', () => {
    const late = sheet('c', { sentAt: endOfDay('2014-03-31') + 1 });

    expect(countingByMember([sheet('a'), late], WAVE, new Set([submissionId(late)])).get('DV-1')).toBe(late);
    expect(countingByMember([late], WAVE).size).toBe(0);
  });

  it('does not depend on the order of collecting, nor on collecting twice; an edited answer is a new one', () => {
    const [first, edited] = [
      sheet('a'),
      sheet('a', { sentAt: momentOf('2014-03-26'), commitments: own('sửa') }),
    ];
    const [x, y] = [sheet('x', { member: 'DV-2' }), sheet('y', { member: 'DV-2' })];
    const told = (sheets: readonly Registration[]): unknown => countingByMember(sheets, WAVE);

    expect(told([first, edited, x, y])).toEqual(told([y, edited, x, first, edited]));
    expect(countingByMember([edited, first], WAVE).get('DV-1')).toBe(edited);
    expect(countingByMember([y, x], WAVE).get('DV-2')).toBe(y);
  });
});

describe('a registration', () => {
  it('is flagged, not refused, when a half has fewer than the setting asks', () => {
    expect(
      registeredCriteria({ A1: { kind: 'OWN', text: 'x' }, R2: { kind: 'SUGGESTED', text: '' } }),
    ).toEqual(['R2', 'A1']);
    expect(halvesBelowLeast(own('x'))).toEqual(['ACTION']);
    expect(halvesBelowLeast(own('x'), { TRAINING: 2, ACTION: 0 })).toEqual(['TRAINING']);
  });

  it('is held against the self-assessment both ways', () => {
    expect(mismatchedCriteria({ ...own('x'), A1: { kind: 'SUGGESTED', text: '' } }, '0400030000')).toEqual({
      denied: ['R1'],
      notRegistered: ['R2'],
    });
  });

  it('is carried over within a year where the scope says so, and corrected by a new one', () => {
    const first = SCHOOL_CALENDAR_2014[0] as Wave;
    const second: Wave = { ...first, code: '2014-S2', number: 2 };
    const [old, other, corrected] = [
      sheet('a'),
      sheet('b', { member: 'DV-2' }),
      sheet('c', { commitments: own('mới') }),
    ];
    const byWave = new Map([
      [
        '2014-S1',
        new Map([
          ['DV-1', old],
          ['DV-2', other],
        ]),
      ],
      ['2014-S2', new Map([['DV-1', corrected]])],
    ]);

    expect(Object.fromEntries(holdingRegistrations(second, [first, second], byWave))).toEqual({
      'DV-1': { registration: corrected, carriedOver: false },
      'DV-2': { registration: other, carriedOver: true },
    });
    expect([...holdingRegistrations({ ...second, scope: 'WAVE' }, [first, second], byWave).keys()]).toEqual([
      'DV-1',
    ]);
    expect([...holdingRegistrations(first, [first, second], byWave).values()]).toEqual([
      { registration: old, carriedOver: false },
      { registration: other, carriedOver: false },
    ]);
  });
});

describe('submissionShown', () => {
  it('forgets what a Sheets date cannot keep, and tells newer sheets apart', () => {
    const at = momentOf('2014-03-25', 20);

    expect(submissionShown(at + 3, null)).toBe(submissionShown(at, null));
    expect(submissionShown(at, null)).not.toBe(submissionShown(at + 60_000, null));
    expect(submissionShown(at, null)).not.toBe(submissionShown(null, at));
  });
});

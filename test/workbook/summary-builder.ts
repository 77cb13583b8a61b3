import { momentOf } from '../../src/programme/dates';
import { foldUnit } from '../../src/programme/fold-unit';
import type { Block } from '../../src/programme/organisation';
import type { UnitResults } from '../../src/programme/summary';
import { Books, fold, member, WAVE } from '../programme/ledger-builder';
import { unit } from './setup-builder';

const ABSENT = { registered: [], registeredAt: null, selfAt: null, selfLevels: '' };

/** A hundred and fifty members, all but one of whom registered; three were assessed and the branch sent a day late. */
export function lateUnit(code: string, block: Block): UnitResults {
  const made = new Books();
  for (const one of ['DV-1', 'DV-2', 'DV-3'])
    made.grade(one, { class: one === 'DV-3' ? 'GOOD' : 'EXCELLENT' });
  made.branch({ kind: 'activity', data: { activityKind: 'PROPAGANDA' } });
  const send = made.branch({ kind: 'send', at: momentOf('2014-04-11', 9) });
  made.base({ kind: 'branchClass', class: 'GOOD', data: { send: send.operation } });
  const members = Array.from({ length: 300 }, (_, index) =>
    member(`DV-${index + 1}`, index === 299 ? ABSENT : {}),
  );
  return {
    unit: unit(code, { block }),
    branches: [fold(made, { members })],
    own: foldUnit({ wave: WAVE, unit: { code: 'P05', kind: 'BASE_UNION' }, branches: [], events: made.rows }),
    memberDay: '2014-03-23',
  };
}

/** A unit in which nothing has been done and nobody is. */
export function emptyUnit(code: string, block: Block): UnitResults {
  const made = new Books();
  return {
    unit: unit(code, { block, officers: [] }),
    branches: [fold(made, { members: [] })],
    own: foldUnit({ wave: WAVE, unit: { code, kind: 'BASE_UNION' }, branches: [], events: [] }),
    memberDay: '',
  };
}

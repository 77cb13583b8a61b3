import { dayOf } from '../programme/dates';
import { drawSample } from '../programme/inspection';
import { problem } from '../programme/result';
import { dayCell, dayOfCell, textOfCell } from '../workbook/cells';
import { INSPECTIONS_TAB, inspectionRecord } from '../workbook/inspections-tab';
import { readTable, recordToCells } from '../workbook/tab';
import { textArg, type Job } from '../google/jobs';
import { appendRows } from '../google/sheets-batch';
import type { District } from './district';
import { branchesOfUnit, readFacts, waveEntryOf } from './facts';
import { answerArg } from './job-answers';

/**
 * *Kiểm tra* (P20): a new row in *Triển khai, kiểm tra* with a small sample of the unit's members drawn by the software, the same again for the
 * same unit, wave and day, so that it can be shown to have been drawn and not chosen. Staff write what they found beside it. Problems: UNKNOWN_WAVE,
 * FIELD_MISSING.
 */
export function inspectJob(district: District): Job<'DRAW'> {
  return {
    name: 'inspect',
    first: () => 'DRAW',
    step(args) {
      const { setup } = readFacts(district);
      const code = textArg(args, 'wave');
      const unit = setup.units.find((one) => one.unit.code === answerArg(args, 'unit'))?.unit;
      const problems = [
        ...(waveEntryOf(setup, code) ? [] : [problem('UNKNOWN_WAVE', code)]),
        ...(unit ? [] : [problem('FIELD_MISSING', '', { label: 'Đơn vị được kiểm tra' })]),
      ];
      if (!unit || problems.length > 0) return { cursor: 'DRAW', done: 0, total: 1, problems };
      const day = answerArg(args, 'day') || dayOf(district.now());
      const [rows] = district.api.read(district.book, [{ sheetId: INSPECTIONS_TAB.sheetId }]);
      const there = readTable(INSPECTIONS_TAB, rows ?? []).records.some(
        ({ cells }) =>
          textOfCell(cells.unit) === unit.code &&
          textOfCell(cells.wave) === code &&
          dayOfCell(cells.inspectedOn ?? '') === day,
      );
      if (!there) {
        const branches = new Set(branchesOfUnit(setup, unit).map((branch) => branch.code));
        const members = setup.members.filter((member) => branches.has(member.branch));
        const drawn = drawSample(
          members.map((member) => member.code),
          `${unit.code}|${code}|${day}`,
        );
        const names = drawn.map((one) => {
          const member = members.find((own) => own.code === one);
          return `${member?.fullName ?? one} (${one})`;
        });
        const record = inspectionRecord({
          unit: unit.code,
          wave: code,
          deployedOn: '',
          how: '',
          document: '',
          branches: null,
          inspectedOn: day,
          inspectedBy: answerArg(args, 'by'),
          sample: `Xem phiếu và minh chứng của: ${names.join(', ')}`,
          findings: '',
          next: '',
        });
        const cells = recordToCells(INSPECTIONS_TAB, { ...record, inspectedOn: dayCell(day) });
        district.api.change(district.book, [appendRows(INSPECTIONS_TAB.sheetId, [cells])], false);
      }
      return { cursor: null, done: 1, total: 1 };
    },
  };
}

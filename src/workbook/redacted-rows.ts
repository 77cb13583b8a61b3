import { CRITERION_CODES } from '../programme/criteria';
import { ERASED_NAME, ERASED_TEXT } from '../programme/privacy';
import { textOfCell, type ReadCell } from './cells';
import { commitmentCell, commitmentOfCell } from './commitment-cells';
import type { TabRecord } from './tab';

type Cells = Readonly<Record<string, ReadCell>>;

/** The cells of a sheet's row that hold words of the member, as they stand when these are erased: levels, classes and times stay. */
export function redactedSheet(cells: Cells): TabRecord {
  return {
    typedCode: '',
    typedName: '',
    typedBirthDate: '',
    signature: '',
    difficulties: '',
    ...Object.fromEntries(
      CRITERION_CODES.flatMap((code) => [
        [code, redactedCommitment(cells[code])],
        [`evidence.${code}`, redactedEvidence(cells[`evidence.${code}`])],
      ]),
    ),
  };
}

/** The same of a member's row in the unit's tab of a wave; `named` = his name and birth year too. */
export function redactedWaveRow(cells: Cells, named: boolean): TabRecord {
  return {
    ...(named ? { fullName: ERASED_NAME, birthYear: '' } : {}),
    difficulties: '',
    ...Object.fromEntries(
      CRITERION_CODES.flatMap((code) => [
        [`commitment.${code}`, redactedCommitment(cells[`commitment.${code}`])],
        [`evidence.${code}`, redactedEvidence(cells[`evidence.${code}`])],
      ]),
    ),
  };
}

/** The roster's row: code, branch, group and whether he is classed stay, so that every figure holds. */
export const REDACTED_MEMBER: TabRecord = {
  fullName: ERASED_NAME,
  birthDate: '',
  role: '',
  email: '',
  token: '',
};

/** A suggestion taken over is the district's own text and stays. */
function redactedCommitment(cell: ReadCell | undefined): string {
  const text = typeof cell === 'string' ? cell : textOfCell(cell);
  const commitment = commitmentOfCell(text);
  return commitment?.kind === 'OWN' && commitment.text.trim() !== ''
    ? commitmentCell({ kind: 'OWN', text: ERASED_TEXT })
    : text;
}

function redactedEvidence(cell: ReadCell | undefined): string {
  return textOfCell(cell) === '' ? '' : ERASED_TEXT;
}

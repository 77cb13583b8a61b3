import type { Commitment } from '../programme/submission';
import { fittingText } from './cells';

const SUGGESTED = 'Như gợi ý: ';
/** Before own words that begin like one of the two marks, and before empty ones. */
const OWN = 'Việc khác: ';

/** A commitment in one cell: a suggestion taken over is told from own words by its mark; '' for none. */
export function commitmentCell(commitment: Commitment | undefined): string {
  if (!commitment) return '';
  if (commitment.kind === 'SUGGESTED') return fittingText(SUGGESTED + commitment.text);
  const { text } = commitment;
  const marked = text.trim() === '' || text.startsWith('Như gợi ý') || text.startsWith('Việc khác');
  return fittingText(marked ? OWN + text : text);
}

/** The commitment of a cell; null for an empty one. */
export function commitmentOfCell(cell: string): Commitment | null {
  if (cell.trim() === '') return null;
  if (cell.startsWith(SUGGESTED)) return { kind: 'SUGGESTED', text: cell.slice(SUGGESTED.length) };
  if (cell.startsWith(OWN)) return { kind: 'OWN', text: cell.slice(OWN.length) };
  // Somebody took the space at the end away.
  if (cell === SUGGESTED.trim()) return { kind: 'SUGGESTED', text: '' };
  return cell === OWN.trim() ? { kind: 'OWN', text: '' } : { kind: 'OWN', text: cell };
}

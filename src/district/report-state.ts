import type { EpochMs } from '../programme/dates';
import type { PassageId, PassageTexts } from '../programme/report-blocks';
import type { ReportFigures } from '../programme/report-figures';
import { jsonOf, type NamedTexts } from './state-tab';

/** Snapshots of figures kept with a report; the oldest makes room. */
const SNAPSHOTS = 5;

/** What is kept of a wave's report besides its document: enough to make the document anew when somebody deletes it. */
export interface ReportState {
  /** The document and the appendices, by file id; '' = not made yet. */
  readonly document: string;
  readonly appendices: string;
  /** A writing began and was not told to have ended: what the document lacks is taken from `texts`. */
  readonly writing: boolean;
  /** What stood in staff's places when it was last written, the program's own proposals then, and the words before them. */
  readonly texts: PassageTexts;
  readonly proposed: PassageTexts;
  readonly leads: Readonly<Partial<Record<PassageId, string>>>;
  /** The figures of each writing whose figures differ from the one before, newest last. */
  readonly snapshots: readonly { readonly at: EpochMs; readonly figures: ReportFigures }[];
}

const NONE: ReportState = {
  document: '',
  appendices: '',
  writing: false,
  texts: {},
  proposed: {},
  leads: {},
  snapshots: [],
};

/** What is known of the report of a wave. */
export function reportStateOf(state: NamedTexts, wave: string): ReportState {
  return { ...NONE, ...jsonOf<Partial<ReportState>>(state, `report:${wave}`, {}) };
}

/** Keeps it; reaches the sheet with the state's changes. */
export function setReportState(state: NamedTexts, wave: string, report: ReportState): void {
  state.set(`report:${wave}`, JSON.stringify(report));
}

/** The snapshots with these figures behind them, unless they are the last ones still. */
export function withSnapshot(
  snapshots: ReportState['snapshots'],
  figures: ReportFigures,
  at: EpochMs,
): ReportState['snapshots'] {
  const last = snapshots[snapshots.length - 1];
  if (last && JSON.stringify({ ...last.figures, at: 0 }) === JSON.stringify({ ...figures, at: 0 }))
    return snapshots;
  return [...snapshots, { at, figures }].slice(-SNAPSHOTS);
}

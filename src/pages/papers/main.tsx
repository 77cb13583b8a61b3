import { render } from 'preact';
import type { CommitteeEndpoints } from '../../contract/committee';
import { createCall, type Called } from '../parts/call';
import { startScreen } from '../parts/start-screen';
import '../parts/tokens.css';
import '../parts/parts.css';
import './papers.css';
import { App, type PapersActs } from './app';
import { initialPapers, keyFor, sheetOf, wanted, type PapersState } from './state';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app');

const call = createCall<CommitteeEndpoints>();
let state = initialPapers('MEMBERS');
/** Only the newest question's answer is shown. */
let asked = 0;

function show(change: Partial<PapersState>): void {
  state = { ...state, ...change };
  if (root) render(<App state={state} acts={acts} />, root);
}

const acts: PapersActs = {
  choose: (change) => {
    // Another wave is another book: nothing of the last one stays.
    const fresh = change.wave === undefined ? {} : { unit: null, views: {}, texts: {} };
    show({ ...change, ...fresh });
    void load();
  },
  again: () => void (state.greeting ? load() : begin()),
  print: () => window.print(),
};

/** The value of an answer; null = it was none, and the page says why. */
function valueOf<T>(result: Called<T>): T | null {
  if (result.kind === 'VALUE') return result.value;
  const trouble =
    result.kind === 'FAULT'
      ? { fault: result.fault, problems: [] }
      : { fault: null, problems: result.problems };
  show({ loading: false, trouble });
  return null;
}

async function begin(): Promise<void> {
  show({ loading: true, trouble: null });
  const greeting = valueOf(await call('greet', {}));
  if (!greeting) return;
  const role = greeting.roles.find(({ branch }) => branch === '') ?? greeting.roles[0] ?? null;
  show({ greeting, role, wave: greeting.currentWave, sheet: sheetOf(startScreen()) });
  if (role && greeting.currentWave !== '') await load();
  else show({ loading: false });
}

/** Reads what the chosen sheet needs and is not there yet: the unit, its branches one after the other, the commitments of slips. */
async function load(): Promise<void> {
  asked += 1;
  const own = asked;
  show({ loading: true, trouble: null });
  const isOfUnit = state.role?.branch === '' || state.greeting?.unit.kind === 'BASE_BRANCH';
  if (isOfUnit && !state.unit) {
    const unit = valueOf(await call('openUnit', { wave: state.wave }));
    if (!unit || own !== asked) return;
    show({ unit });
  }
  if (!(await loadBranches(own))) return;
  const [code] = wanted(state);
  if (state.sheet === 'SLIPS' && code !== undefined) {
    const texts = valueOf(await call('loadTexts', keyFor(state, code)));
    if (!texts || own !== asked) return;
    show({ texts: Object.fromEntries(texts.members.map((one) => [one.code, one])) });
  }
  show({ loading: false });
}

/** One branch after the other: each is a trip of its own. False = one could not be read, or something else was chosen meanwhile. */
async function loadBranches(own: number): Promise<boolean> {
  const code = wanted(state).find((one) => !state.views[one]);
  if (code === undefined) return true;
  const view = valueOf(await call('openBranch', keyFor(state, code)));
  if (!view || own !== asked) return false;
  show({ views: { ...state.views, [code]: view } });
  return loadBranches(own);
}

document.title = 'In danh sách, phiếu, biên bản';
void begin();

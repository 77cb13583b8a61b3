import { render } from 'preact';
import type { DistrictEndpoints } from '../../contract/district';
import { createCall } from '../parts/call';
import '../parts/tokens.css';
import '../parts/parts.css';
import './print.css';
import { App, type PrintActs } from './app';
import { copyText } from '../parts/copy-text';
import { initialPrint, type PrintState } from './state';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app');

const call = createCall<DistrictEndpoints>();
let state = initialPrint;
/** Only the newest question's answer is shown. */
let asked = 0;

function show(change: Partial<PrintState>): void {
  state = { ...state, ...change };
  if (root) render(<App state={state} acts={acts} />, root);
}

const acts: PrintActs = {
  load: (wave, unit) => void load(wave, unit),
  choose: (sheets) => show({ sheets, member: '' }),
  chooseMember: (member) => show({ member }),
  copy: (name, text) => show({ copied: copyText(text) ? name : '' }),
  print: () => window.print(),
};

async function load(wave: string, unit: string): Promise<void> {
  asked += 1;
  const own = asked;
  show({ loading: true, trouble: null, copied: '', member: '' });
  const result = await call('openLinks', { wave, unit });
  if (own !== asked) return;
  if (result.kind === 'VALUE') show({ loading: false, view: result.value });
  else show({ loading: false, trouble: result });
}

document.title = 'Đường dẫn phiếu và mã QR';
void load('', '');

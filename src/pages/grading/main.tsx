import { render } from 'preact';
import type { CommitteeEndpoints } from '../../contract/committee';
import { createCall } from '../parts/call';
import '../parts/tokens.css';
import '../parts/parts.css';
import './grading.css';
import { App } from './app';
import { listenToKeys } from './key-listener';
import { createNetBox } from './net-box';
import { createStore } from './store';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app');

const store = createStore(createCall<CommitteeEndpoints>(), createNetBox());
let isDue = false;
/** One paint for all that one answer or one key leads to: they follow each other before the browser draws. */
const paint = (): void => {
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    render(<App state={store.state()} dispatch={store.dispatch} />, root);
  });
};

document.title = 'Đánh giá đoàn viên';
store.listen(paint);
listenToKeys(store);
store.start();

import type { BranchBrief, UnitView } from '../../contract/committee';
import { ClassPill } from '../parts/class-pill';
import { Icon, type IconName } from '../parts/icon';
import { momentText } from '../parts/numbers';
import { BRANCH_STATE_WORDS } from '../parts/words';
import type { PageProps } from './props';
import { SavingTroubles } from './saving-line';

/** *Các chi đoàn*: each branch with its state and figures; those that have sent and wait come first. */
export function BranchesPage({ state, dispatch, unit }: PageProps & { readonly unit: UnitView }) {
  const role = state.place?.role ?? 'READER';
  const order = [...unit.branches].sort((a, b) => rank(a) - rank(b));
  const waiting = unit.branches.filter((branch) => branch.state === 'SENT').length;
  return (
    <div class="sidebar__body">
      <SavingTroubles state={state} dispatch={dispatch} />
      <p class="lead">{leadWords(unit, waiting)}</p>
      <ul class="branches">
        {order.map((branch) => (
          <li key={branch.code}>
            <button
              type="button"
              class="brow"
              onClick={() =>
                dispatch({ type: 'GO', place: { wave: unit.wave.code, branch: branch.code, role } })
              }
            >
              <span class={`brow__icon brow__icon--${branch.state}`}>
                <Icon name={stateIcon(branch)} />
              </span>
              <span class="brow__name fade">{branch.name}</span>
              {branch.branchClass === '' ? (
                <span />
              ) : (
                <ClassPill preset={unit.preset} code={branch.branchClass} short />
              )}
              <span class="hint brow__line fade">{branchLine(branch)}</span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
      {unit.branches.length === 0 ? <p class="none">Đơn vị chưa có chi đoàn nào trong danh sách.</p> : null}
    </div>
  );
}

const ORDER = ['SENT', 'RETURNED', 'READY', 'GRADING', 'NOT_STARTED', 'RECOGNISED'];

function rank(branch: BranchBrief): number {
  return ORDER.indexOf(branch.state);
}

function stateIcon(branch: BranchBrief): IconName {
  if (branch.state === 'RECOGNISED') return 'done';
  if (branch.state === 'SENT') return 'send';
  if (branch.state === 'RETURNED') return 'undo';
  return branch.late ? 'warning' : 'clock';
}

function branchLine(branch: BranchBrief): string {
  const late = branch.late ? ' · trễ hạn' : '';
  const over = branch.takenOver ? ' · Đoàn cơ sở đánh giá thay' : '';
  const flagged = branch.flagged > 0 ? ` · ${branch.flagged} nên xem lại` : '';
  if (branch.state === 'SENT' && branch.sentAt !== null)
    return `Gửi ${momentText(branch.sentAt)}${late} · ${branch.graded} đoàn viên${flagged}`;
  if (branch.state === 'RECOGNISED') return `Đã công nhận ${branch.recognised} đoàn viên${over}`;
  return `${BRANCH_STATE_WORDS[branch.state]} · ${branch.graded}/${branch.registered} đã đánh giá${late}${over}`;
}

function leadWords(unit: UnitView, waiting: number): string {
  const done = unit.branches.filter((branch) => branch.state === 'RECOGNISED').length;
  if (unit.branches.length > 0 && done === unit.branches.length)
    return `Đã công nhận cả ${done} chi đoàn. Bước tiếp theo: trang Đoàn cơ sở, gửi về Quận đoàn.`;
  return waiting === 0
    ? 'Chưa có chi đoàn nào chờ xem xét.'
    : `${waiting} chi đoàn đã gửi, chờ Đoàn cơ sở xem xét, công nhận.`;
}

import { Button } from '../parts/button';
import { classWords } from '../parts/words';
import { nameIn, type PageProps } from './props';
import { classGiven } from './state/reduce-member';
import { memberOf } from './state/model';

/** The line that says what was just done, with *Hoàn tác*. */
export function Toast({ state, dispatch }: PageProps) {
  const { notice, view } = state;
  const [first] = notice?.members ?? [];
  if (!notice || !view || first === undefined) return null;
  const given = classGiven(state, first);
  const classed = memberOf(view, first)?.classed === true;
  const words =
    notice.members.length > 1
      ? `Đã thống nhất ${notice.members.length} đoàn viên`
      : `${nameIn(state)(first)}: ${classed ? classWords(view.preset, given ?? '') : 'đã ghi nhận xét'}`;
  return (
    <div class="toast" role="status">
      <span class="fade">{words}</span>
      <Button small icon="undo" onPress={() => dispatch({ type: 'UNDO' })}>
        Hoàn tác
      </Button>
    </div>
  );
}

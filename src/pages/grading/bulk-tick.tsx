import type { MemberBrief } from '../../contract/committee';
import type { ViewProps } from './props';
import { notInBulk } from './state/bulk';
import { NOT_IN_BULK_WORDS } from './words';

/** The tick that chooses a member for agreeing in bulk. The evidence first: the first press unfolds it, the next one chooses. */
export function BulkTick({ state, view, member, dispatch }: ViewProps & { readonly member: MemberBrief }) {
  const whyNot = notInBulk(state, view, member);
  if (whyNot !== null && whyNot !== 'NOT_READ') return <span />;
  const words = whyNot ? NOT_IN_BULK_WORDS[whyNot] : undefined;
  return (
    <label class="mrow__tick" title={words}>
      <input
        type="checkbox"
        aria-label={words ? `${member.name}: ${words.toLowerCase()}` : `Chọn ${member.name}`}
        checked={state.selected.includes(member.code)}
        onChange={(event) => {
          const on = event.currentTarget.checked;
          if (whyNot === null) dispatch({ type: 'SELECT', member: member.code, on });
          else {
            event.currentTarget.checked = false;
            if (state.unfolded !== member.code) dispatch({ type: 'UNFOLD', member: member.code });
          }
        }}
      />
    </label>
  );
}

import type { MemberBrief } from '../../contract/committee';
import { Icon } from '../parts/icon';
import type { PageProps } from './props';

/** The search for a name, without diacritics; Enter takes the first one found. */
export function SearchField({
  state,
  dispatch,
  members,
}: PageProps & { readonly members: readonly MemberBrief[] }) {
  return (
    <label class="search">
      <Icon name="search" />
      <input
        class="field"
        id="search"
        type="search"
        autocomplete="off"
        placeholder="Tìm tên, không cần gõ dấu"
        aria-label="Tìm tên, không cần gõ dấu"
        value={state.search}
        onInput={(event) => dispatch({ type: 'SEARCH', text: event.currentTarget.value })}
        onKeyDown={(event) => {
          const [first] = members;
          if (event.key !== 'Enter' || event.isComposing || !first || state.search === '') return;
          event.preventDefault();
          dispatch({ type: 'SHOW', member: first.code });
        }}
      />
    </label>
  );
}

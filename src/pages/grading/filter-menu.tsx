import { Icon } from '../parts/icon';
import type { PageProps } from './props';
import { filterCounts, FILTERS } from './state/list';
import type { Filter } from './state/model';
import { FILTER_WORDS } from './words';

/** Which members the list and ↑ ↓ go through, each choice with its number. */
export function FilterMenu({ state, dispatch }: PageProps) {
  const counts = filterCounts(state);
  return (
    <span class="filter">
      <select
        aria-label="Lọc danh sách"
        value={state.filter}
        onChange={(event) => {
          dispatch({ type: 'FILTER', filter: event.currentTarget.value as Filter });
          event.currentTarget.blur();
        }}
      >
        {FILTERS.map((filter) => (
          <option key={filter} value={filter}>
            {`${FILTER_WORDS[filter]} (${counts[filter]})`}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}

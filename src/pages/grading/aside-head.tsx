import { IconButton } from '../parts/button';
import type { PageProps } from './props';

/** Heading of a page beside the tabs, with the way back. */
export function AsideHead({ state, dispatch, title }: PageProps & { readonly title: string }) {
  return (
    <div class="help__head">
      <h2>{title}</h2>
      <IconButton
        icon="close"
        label={`Đóng ${title} (Esc)`}
        onPress={() => dispatch({ type: 'PAGE', page: state.before })}
      />
    </div>
  );
}

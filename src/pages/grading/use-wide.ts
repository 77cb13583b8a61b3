import { useEffect, useState } from 'preact/hooks';

/** From this width on there is room for a row a member beside the member in front. */
const WIDE = '(min-width: 900px)';

/** Whether the page stands in the wide window; it follows the window's width. */
export function useWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const follow = (): void => setWide(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isWide;
}

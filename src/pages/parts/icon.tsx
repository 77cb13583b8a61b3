const PATHS = {
  check: 'M3 8.5l3.2 3.2L13 5',
  clip: 'M13 7.3l-5.2 5.2a3.2 3.2 0 01-4.6-4.6l5.6-5.6a2.1 2.1 0 013 3L6.3 10.8a1 1 0 01-1.5-1.4l4.8-4.8',
  flag: 'M3.5 14V2.5M3.5 3h8l-1.6 2.8L11.5 8.6h-8',
  left: 'M9.8 4L5.8 8l4 4',
  right: 'M6.2 4l4 4-4 4',
  down: 'M4.5 6.5L8 10l3.5-3.5',
  up: 'M4.5 9.5L8 6l3.5 3.5',
  search: 'M11.3 7a4.3 4.3 0 11-8.6 0 4.3 4.3 0 018.6 0zM10.3 10.3L14 14',
  ring: 'M8 1.8a6.2 6.2 0 106.2 6.2',
  offline: 'M2 2l12 12M5 4.6A4.2 4.2 0 0111.8 7a3 3 0 011.6 5.2M10.5 13H5a3.2 3.2 0 01-.9-6.3',
  alert: 'M14.2 8A6.2 6.2 0 111.8 8a6.2 6.2 0 0112.4 0zM8 4.8v3.9M8 11.1v.01',
  warning: 'M8 2.2l6.2 11H1.8zM8 6.6v3M8 11.6v.01',
  done: 'M14.2 8A6.2 6.2 0 111.8 8a6.2 6.2 0 0112.4 0zM5.2 8.2l2 2 3.7-4',
  clock: 'M14.2 8A6.2 6.2 0 111.8 8a6.2 6.2 0 0112.4 0zM8 4.6V8l2.3 1.6',
  person: 'M10.8 5.2a2.8 2.8 0 11-5.6 0 2.8 2.8 0 015.6 0zM2.8 14c.4-3 2.4-4.6 5.2-4.6s4.8 1.6 5.2 4.6',
  people:
    'M8.4 5.6a2.4 2.4 0 11-4.8 0 2.4 2.4 0 014.8 0zM1.6 13.2c.3-2.6 2-4.1 4.4-4.1s4.1 1.5 4.4 4.1M10.7 3.4a2.4 2.4 0 010 4.4M12 9.5c1.5.5 2.3 1.8 2.5 3.7',
  eye: 'M1.6 8s2.4-4.2 6.4-4.2S14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8zM9.9 8a1.9 1.9 0 11-3.8 0 1.9 1.9 0 013.8 0z',
  send: 'M14 2L7.2 8.8M14 2L9.7 14l-2.5-5.2L2 6.3z',
  lock: 'M4.7 7h6.6a1.5 1.5 0 011.5 1.5v3.8a1.5 1.5 0 01-1.5 1.5H4.7a1.5 1.5 0 01-1.5-1.5V8.5A1.5 1.5 0 014.7 7zM5.3 7V5a2.7 2.7 0 015.4 0v2',
  close: 'M4 4l8 8M12 4l-8 8',
  undo: 'M4 5.5h5.5a3.5 3.5 0 010 7H6M4 5.5L6.5 3M4 5.5L6.5 8',
  again: 'M13 8a5 5 0 11-1.6-3.7M13 2.5v3h-3',
  info: 'M14.2 8A6.2 6.2 0 111.8 8a6.2 6.2 0 0112.4 0zM8 7.3v4M8 4.7v.01',
  back: 'M13 8H3M7 4L3 8l4 4',
  enter: 'M13 3.5v5H3.5M6.5 5.5l-3 3 3 3',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a word; it says nothing to a screen reader. */
export function Icon({ name, turns = false }: { readonly name: IconName; readonly turns?: boolean }) {
  return (
    <svg class={turns ? 'icon spin' : 'icon'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

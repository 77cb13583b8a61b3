const PATHS = {
  people:
    'M8.4 5.6a2.4 2.4 0 11-4.8 0 2.4 2.4 0 014.8 0zM1.6 13.2c.3-2.6 2-4.1 4.4-4.1s4.1 1.5 4.4 4.1M10.7 3.4a2.4 2.4 0 010 4.4M12 9.5c1.5.5 2.3 1.8 2.5 3.7',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  spreadsheet:
    'M4 2h8a1.5 1.5 0 011.5 1.5v9A1.5 1.5 0 0112 14H4a1.5 1.5 0 01-1.5-1.5v-9A1.5 1.5 0 014 2zM2.5 6h11M2.5 10h11M6.5 6v8',
  form: 'M4 2h8a1.5 1.5 0 011.5 1.5v9A1.5 1.5 0 0112 14H4a1.5 1.5 0 01-1.5-1.5v-9A1.5 1.5 0 014 2zM5 5.5h.01M7.5 5.5H11M5 8h.01M7.5 8H11M5 10.5h.01M7.5 10.5H11',
  document:
    'M4 2h8a1.5 1.5 0 011.5 1.5v9A1.5 1.5 0 0112 14H4a1.5 1.5 0 01-1.5-1.5v-9A1.5 1.5 0 014 2zM5 5.5h6M5 8h6M5 10.5h4',
  other: 'M4 2h5l4 4v6.5a1.5 1.5 0 01-1.5 1.5h-7A1.5 1.5 0 013 12.5v-9A1.5 1.5 0 014 2z',
  lock: 'M4.7 7h6.6a1.5 1.5 0 011.5 1.5v3.8a1.5 1.5 0 01-1.5 1.5H4.7a1.5 1.5 0 01-1.5-1.5V8.5A1.5 1.5 0 014.7 7zM5.3 7V5a2.7 2.7 0 015.4 0v2',
  clock: 'M14.2 8A6.2 6.2 0 111.8 8a6.2 6.2 0 0112.4 0zM8 4.6V8l2.3 1.6',
  done: 'M14.2 8A6.2 6.2 0 111.8 8a6.2 6.2 0 0112.4 0zM5.2 8.2l2 2 3.7-4',
  warning: 'M8 2l6.4 11.5H1.6zM8 6.4v3.2M8 11.6h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  mail: 'M3.5 3.5h9A1.5 1.5 0 0114 5v6a1.5 1.5 0 01-1.5 1.5h-9A1.5 1.5 0 012 11V5a1.5 1.5 0 011.5-1.5zM2.2 5l5.8 4 5.8-4',
  list: 'M3 4h10M3 8h10M3 12h10',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a word; it says nothing to a screen reader. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

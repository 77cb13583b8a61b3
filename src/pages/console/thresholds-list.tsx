import type { JobPreview } from '../../contract/district';

/** Whom a change concerns, unit by unit: the counts are read at once, the names unfold. */
export function ThresholdLists({ lists }: { readonly lists: NonNullable<JobPreview['lists']> }) {
  return (
    <>
      {lists.map(({ title, lines }) => (
        <details class="texts" key={title}>
          <summary>{title}</summary>
          <ul class="names">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

import { localAddress } from './addresses';

/** Text as Google shows it: every line its own, addresses pressable. */
export function Lines({ text }: { readonly text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/g);
  return (
    <>
      {parts.map((part, place) =>
        place % 2 ? (
          <a key={place} href={localAddress(part)} target="_blank" rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}

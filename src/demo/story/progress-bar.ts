const WIDTH = 30;

/** Draws a bar on the error output, over itself on a terminal, at most ten times a second; nothing where nobody looks. */
export function createProgressBar(label: string): (done: number, total: number) => void {
  let drawn = 0;
  return (done, total) => {
    if (!process.stderr.isTTY && done < total) return;
    const now = Date.now();
    if (done < total && now - drawn < 100) return;
    drawn = now;
    const full = total === 0 ? WIDTH : Math.round((done / total) * WIDTH);
    const bar = `${label} [${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done}/${total}`;
    process.stderr.write(process.stderr.isTTY ? `\r${bar}${done >= total ? '\n' : ''}` : `${bar}\n`);
  };
}

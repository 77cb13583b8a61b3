interface Pending {
  readonly applies: (() => void)[];
  costMs: number;
}

/** Writes of one execution that Google has not carried out yet, by file; nobody else sees them, and a kill loses them. */
export class PendingWrites {
  private readonly byFile = new Map<string, Pending>();

  add(fileId: string, apply: () => void): void {
    this.of(fileId).applies.push(apply);
  }

  /** The cost of a kept write, due with its flush. */
  owe(fileId: string, costMs: number): void {
    this.of(fileId).costMs += costMs;
  }

  has(fileId?: string): boolean {
    return fileId === undefined ? this.byFile.size > 0 : this.byFile.has(fileId);
  }

  /** Carries out what waits for that file (or all), in order; gives what it cost. What a write throws is thrown, and the rest is lost. */
  carryOut(fileId?: string): number {
    let costMs = 0;
    for (const [id, one] of this.byFile) {
      if (fileId !== undefined && id !== fileId) continue;
      this.byFile.delete(id);
      costMs += one.costMs;
      for (const apply of one.applies) apply();
    }
    return costMs;
  }

  drop(): void {
    this.byFile.clear();
  }

  private of(fileId: string): Pending {
    let one = this.byFile.get(fileId);
    if (!one) {
      one = { applies: [], costMs: 0 };
      this.byFile.set(fileId, one);
    }
    return one;
  }
}

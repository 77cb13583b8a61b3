import type { WaveFigures } from './properties';
import type { UnitReading } from './read-unit';

/** What was compared when a wave is locked: sheets that the books were found to lack, and members of its units whose sheets stand there. */
export interface Compared {
  readonly received: number;
  readonly registered: number;
  readonly selfAssessed: number;
}
/** Before anything was compared. */
export const NOTHING_COMPARED: Compared = { received: 0, registered: 0, selfAssessed: 0 };

/** Counts the members whose sheets stand in the unit's tab of the wave. */
export function withUnit(before: Compared, { waves }: UnitReading): Compared {
  const members = waves.flatMap((one) => [...one.members.values()].flat());
  return {
    ...before,
    registered: before.registered + members.filter((one) => one.registeredAt !== null).length,
    selfAssessed: before.selfAssessed + members.filter((one) => one.selfAt !== null).length,
  };
}

/** How store, book and base workbooks stood to each other when the wave was locked. */
export function comparedWords(
  { received, registered, selfAssessed }: Compared,
  figures: WaveFigures,
): string {
  const counted = `${figures.registered ?? 0} phiếu đăng ký, ${figures.selfAssessed ?? 0} phiếu tự đánh giá`;
  const shown = `${registered} phiếu đăng ký, ${selfAssessed} phiếu tự đánh giá`;
  return [
    received === 0
      ? 'mọi phiếu trong biểu mẫu đã có trong Sổ tiếp nhận phiếu'
      : `đã nhận bù ${received} phiếu từ biểu mẫu vào Sổ tiếp nhận phiếu`,
    counted === shown
      ? `các sổ cơ sở có đủ ${shown}`
      : `Sổ tiếp nhận phiếu tính ${counted}, các sổ cơ sở có ${shown}`,
  ].join('; ');
}

import type { ClassReason, HalfRating } from './classification';

const RATING_WORDS: Readonly<Record<HalfRating, string>> = {
  GOOD: 'Tốt',
  FAIR: 'Trung bình',
  WEAK: 'Yếu',
  NONE: 'không đăng ký',
};

/** Why a class is proposed, in one sentence (wording.md 1, "Vì sao?"). */
export function becauseWords(because: ClassReason): string {
  switch (because.kind) {
    case 'NOTHING_REGISTERED':
      return 'Chưa đăng ký tiêu chí nào nên chưa đủ cơ sở xếp loại.';
    case 'NOTHING_ASSESSED':
      return 'Chưa tiêu chí nào có mức nên chưa đủ cơ sở xếp loại.';
    case 'NOT_ALL_ASSESSED':
      return `Còn ${because.missing} tiêu chí chưa có mức nên chưa đủ cơ sở xếp loại.`;
    case 'TWO_HALVES':
      return `Phần Rèn luyện: ${halfWords(because.training)}; phần Hành động: ${halfWords(because.action)}.`;
    case 'SHARE':
      return `Hoàn thành ${because.met}/${because.registered} tiêu chí đã đăng ký.`;
    case 'POINTS':
      return `Bình quân ${decimalText(because.points)} điểm trên ${because.registered} tiêu chí đã đăng ký.`;
  }
}

function halfWords(half: {
  readonly rating: HalfRating;
  readonly registered: number;
  readonly done: number;
  readonly doneWell: number;
}): string {
  if (half.registered === 0) return RATING_WORDS.NONE;
  const well = half.doneWell > 0 ? `, ${half.doneWell} hoàn thành tốt` : '';
  return `${RATING_WORDS[half.rating]} (${half.done}/${half.registered} hoàn thành${well})`;
}

function decimalText(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',');
}

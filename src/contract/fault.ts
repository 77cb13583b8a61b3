/**
 * What was thrown, in classes that a person can act on. A page sorts by the text that Google delivers: the script itself puts `fault <number>`
 * in front of its own, where <number> also stands in the script's log.
 */
export type FaultClass = 'NETWORK' | 'BUSY' | 'SEVERAL_ACCOUNTS' | 'PERMISSION' | 'LIMIT' | 'OURS';

/** A fault as a page shows it. */
export interface Fault {
  readonly class: FaultClass;
  /** '' when the fault did not come from our own code. */
  readonly number: string;
}

/** How our own code marks what it throws to a page; the number is in the script's log too. */
export function faultText(number: string): string {
  return `fault ${number}`;
}

const PATTERNS: readonly (readonly [RegExp, FaultClass])[] = [
  [/PERMISSION_DENIED|Authorization is required/i, 'SEVERAL_ACCOUNTS'],
  [/NetworkError|Connection failure|HTTP (0|4\d\d|5\d\d)/i, 'NETWORK'],
  [
    /Too many simultaneous|running simultaneously|(timed out|failed) while accessing|server error occurred|Lock timeout/i,
    'BUSY',
  ],
  [/Service error|Service unavailable|Internal error|Unexpected error while getting|Empty response/i, 'BUSY'],
  [/maximum execution time|too many times|too much computer time|Quota exceeded/i, 'LIMIT'],
  [
    /protected cell or object|do not have permission|not sufficient to call|You do not have access/i,
    'PERMISSION',
  ],
];

/** Sorts the message of a failed call. What nobody knows is ours: it is never shown as it stands. */
export function faultOf(message: string): Fault {
  const own = /fault ([0-9A-Z-]+)/.exec(message);
  if (own?.[1]) return { class: 'OURS', number: own[1] };
  const found = PATTERNS.find(([pattern]) => pattern.test(message));
  return { class: found?.[1] ?? 'OURS', number: '' };
}

/** What each class of fault means to the person: what happened, then what to do (wording.md 2). */
export function faultSentence(fault: Fault): string {
  switch (fault.class) {
    case 'NETWORK':
      return 'Chưa nối được với Google. Phần vừa làm vẫn còn trên máy này. Khi có mạng, bấm Thử lại; đừng đóng bảng.';
    case 'BUSY':
      return 'Google đang bận vì nhiều người cùng làm. Phần vừa làm vẫn còn trên máy này và sẽ tự lưu lại sau ít giây.';
    case 'SEVERAL_ACCOUNTS':
      return (
        'Trình duyệt đang đăng nhập nhiều tài khoản Google nên bảng đánh giá không mở được. Hãy mở cửa sổ ẩn danh, chỉ đăng nhập ' +
        'tài khoản đã đăng ký với Quận đoàn, rồi mở lại sổ.'
      );
    case 'PERMISSION':
      return 'Google chưa cho tài khoản này ghi vào trang cần ghi. Hãy nhờ cán bộ phụ trách kiểm tra quyền, rồi bấm Thử lại.';
    case 'LIMIT':
      return 'Google tạm dừng vì đã đủ thời gian chạy hôm nay. Phần vừa làm vẫn được giữ; hãy thử lại sau.';
    case 'OURS':
      return fault.number === ''
        ? 'Chưa làm được việc này. Phần vừa làm vẫn còn trên máy này. Bấm Thử lại; nếu vẫn vậy, báo cán bộ phụ trách.'
        : `Chưa làm được việc này. Phần vừa làm vẫn còn trên máy này. Bấm Thử lại; nếu vẫn vậy, báo cán bộ phụ trách số ${fault.number}.`;
  }
}

import type { BranchView, MemberBrief } from '../../contract/committee';
import { momentText, shortDay } from '../parts/numbers';

/** Why nothing can be written about a member now, and what to do. */
export function whyClosed(view: BranchView, member: MemberBrief | null): string {
  if (view.lockedAt !== null)
    return `Đợt đã khóa lúc ${momentText(view.lockedAt)}. Muốn bổ sung, nhờ cán bộ phụ trách mở lại cho chi đoàn.`;
  if (view.role === 'READER') return 'Tài khoản này chỉ xem. Ban Chấp hành chi đoàn là nơi đánh giá.';
  if (view.role === 'BRANCH' && view.takenOver)
    return 'Đoàn cơ sở đang đánh giá thay chi đoàn này. Muốn làm tiếp, đề nghị Đoàn cơ sở giao lại.';
  if (view.role === 'BASE' && !view.takenOver)
    return 'Chi đoàn tự đánh giá phần này. Nếu chi đoàn khuyết Bí thư, bấm Nhận đánh giá thay.';
  if (!view.wave.isGradingOpen)
    return `Chưa đến lúc đánh giá; bước này mở từ ${shortDay(view.wave.selfOpens)}.`;
  if (view.state === 'SENT' || view.state === 'RECOGNISED')
    return `Đã gửi${view.sentAt === null ? '' : ` lúc ${momentText(view.sentAt)}`}. Muốn sửa, sang trang Chi đoàn bấm Rút lại.`;
  if (!view.canWrite) return 'Trang ghi của chi đoàn đang chờ Quận đoàn sửa quyền. Hãy thử lại sau ít phút.';
  if (member && view.state === 'RETURNED')
    return 'Lượt này chỉ bổ sung những người được trả lại; người này không nằm trong số đó.';
  return '';
}

/** Google's refusals of typing, and what its Vietnamese pages say instead; what scripts are told stays English. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /protected cell or object/,
    'Bạn đang cố chỉnh sửa một ô hoặc đối tượng được bảo vệ. Hãy liên hệ với chủ sở hữu bảng tính để xóa tính năng bảo vệ nếu bạn cần chỉnh sửa.',
  ],
  [/need edit access/, 'Bạn cần quyền chỉnh sửa để thay đổi tệp này.'],
  [/50[.,]?000/, 'Nội dung bạn nhập dài hơn 50.000 ký tự, nhiều hơn mức một ô chứa được.'],
  [/outside the dimensions|Range not found/, 'Vùng bạn dán vượt ra ngoài trang tính.'],
];

const INVALID =
  /^The data you entered in cell (\S+) violates the data validation rules set on this cell\.\s*([\s\S]*)$/;
const ONE_OF = 'Please enter one of the following values: ';

/** The Vietnamese sentence for a refusal; one that is not known keeps Google's own words. */
export function refusalWords(message: string): string {
  const [, cell, rest = ''] = INVALID.exec(message) ?? [];
  if (cell === undefined) return WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? message;
  const sentence = `Dữ liệu bạn nhập vào ô ${cell} vi phạm quy tắc xác thực dữ liệu đặt cho ô này.`;
  const advice = rest.startsWith(ONE_OF)
    ? `Hãy nhập một trong các giá trị sau: ${rest.slice(ONE_OF.length)}`
    : rest;
  return `${sentence} ${advice}`.trim();
}

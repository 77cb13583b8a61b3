/** A line of *Nhập danh sách*, by header. */
export function line(
  fullName: string,
  birthDate: string,
  branch: string,
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return {
    'Mã đoàn viên': '',
    'Họ và tên': fullName,
    'Ngày sinh': birthDate,
    'Chi đoàn': branch,
    'Đối tượng': '',
    'Chức vụ': '',
    Email: '',
    ...more,
  };
}

/** The two branches of Phường 5 anew: one is added, one has moved, one has another e-mail and office, DV-03 and DV-06 are not in it. */
export function listRows(): readonly Readonly<Record<string, string>>[] {
  return [
    line('Nguyễn Thị Ánh', '05/09/1994', 'Khu phố 1', { Email: 'anh@vidu.vn', 'Chức vụ': 'Bí thư Chi đoàn' }),
    line('Trần Văn Bảo', '12/01/1992', 'P05-KP2', { 'Mã đoàn viên': 'DV-02' }),
    line('Phạm Minh Đức', '02/02/1993', 'P05-KP2'),
    line('Võ Thị Hạnh', '17/07/1996', 'P05-KP2'),
    line('Mai Thị Xuân', '01/02/1996', 'Chi đoàn Khu phố 1', { 'Đối tượng': 'Học sinh' }),
  ];
}

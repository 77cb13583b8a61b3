import { apiError } from '../kernel/errors';
import type { DriveFile } from './drive-file';

const KEYS: Readonly<Record<string, (file: DriveFile) => string | number>> = {
  createdTime: (file) => file.createdAt,
  modifiedTime: (file) => file.modifiedAt,
  name: (file) => file.name.toLowerCase(),
  name_natural: (file) => file.name.toLowerCase(),
  folder: (file) => (file.kind === 'folder' ? 0 : 1),
};

/** Files in the order that `orderBy` asks for (`folder,modifiedTime desc,name`); without one, the youngest first. */
export function inOrder(files: readonly DriveFile[], orderBy: string): readonly DriveFile[] {
  const keys = orderBy.split(',').map((part) => {
    const [name = '', direction] = part.trim().split(/\s+/);
    const key = KEYS[name];
    if (!key || (direction !== undefined && direction !== 'desc')) {
      throw apiError('drive.files.list', 400, 'Invalid Value');
    }
    return { key, sign: direction === 'desc' ? -1 : 1 };
  });
  return [...files].sort((a, b) => {
    for (const { key, sign } of keys) {
      const [one, other] = [key(a), key(b)];
      if (one < other) return -sign;
      if (one > other) return sign;
    }
    return 0;
  });
}

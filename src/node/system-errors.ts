/** Words for system errors. Rare errors keep the message of the system. */
const words: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ELOOP: 'it is a circular link',
  ENAMETOOLONG: 'its path is too long for this system',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk has an error',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be larger than this system allows',
  EROFS: 'the disk is read-only',
  EBUSY: 'another program has it open',
};

/** Returns why a file could not be read, as in "Not read: a.md: permission denied". */
export function readingProblem(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      // A name that is not UTF-8 is read with replacement characters, so it is not found.
      return pathOf(error).includes('\ufffd') ? 'its name is not UTF-8, or it no longer exists' : 'it no longer exists';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    default:
      return inWords(error);
  }
}

/** Returns why a file could not be written, as in "Not written: a.md: the disk is full". */
export function writingProblem(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'its folder does not exist';
    case 'EACCES':
    case 'EPERM':
      // Windows reports the same for a file that is open in another program.
      return process.platform === 'win32'
        ? 'it or its folder is read-only, or another program has it open'
        : 'write permission is missing for it or its folder';
    default:
      return inWords(error);
  }
}

/** Returns the system's error code, such as `ENOENT`, or undefined for other errors. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function pathOf(error: unknown): string {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : '';
}

function inWords(error: unknown): string {
  return words[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));
}

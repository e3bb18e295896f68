/** What the system says to a file that it does not read or write, in words for a user; its own message for what is rare. */
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

/** Why something could not be read, in words that follow "Not read: a.md: ". */
export function readingProblem(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      // Of a name that is not UTF-8 only what stands for its bytes is known, and by that it is not found.
      return pathOf(error).includes('\ufffd') ? 'its name is not UTF-8, or it no longer exists' : 'it no longer exists';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    default:
      return inWords(error);
  }
}

/** Why something could not be written, in words that follow "Not written: a.md: ". */
export function writingProblem(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'its folder does not exist';
    case 'EACCES':
    case 'EPERM':
      // Windows says the same of a file that another program has open.
      return process.platform === 'win32'
        ? 'it or its folder is read-only, or another program has it open'
        : 'write permission is missing for it or its folder';
    default:
      return inWords(error);
  }
}

/** The system's name of an error, such as `ENOENT`; undefined for what the system did not say. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function pathOf(error: unknown): string {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : '';
}

function inWords(error: unknown): string {
  return words[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));
}

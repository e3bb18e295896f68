/** A text with as few lines as can be told of which a test still holds, found by leaving out runs of lines, then characters of lines. */
export function minimised(text: string, holds: (text: string) => boolean): string {
  const lines = without(text.split(/(?<=\n|\r(?!\n))/), (parts) => holds(parts.join('')));
  const shorter = lines.length > 40 ? lines : without([...lines.join('')], (parts) => holds(parts.join('')));
  return shorter.join('');
}

function without(all: readonly string[], holds: (parts: readonly string[]) => boolean): readonly string[] {
  let parts = all;
  for (let length = Math.ceil(parts.length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let at = 0; at < parts.length;) {
      const fewer = parts.toSpliced(at, length);
      if (holds(fewer)) {
        parts = fewer;
      } else {
        at += length;
      }
    }
  }
  return parts;
}

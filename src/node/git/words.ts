/** The longest quotation of git or a hook in a message. In characters. */
const longest = 300;
/** The number of last lines of a hook that are quoted. */
const lastLines = 3;

/**
 * Returns what git or a hook says about a failure, as part of a sentence: the lines marked as errors, or the last
 * lines.
 */
export function gitsWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message
    // oxlint-disable-next-line no-control-regex -- Colours are made of control characters.
    .replaceAll(/\u001b\[[\d;]*[A-Za-z]/g, '')
    .split(/\r\n|\r|\n/)
    // oxlint-disable-next-line no-control-regex -- Others steer a terminal as well.
    .map((line) => line.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').trim())
    .filter((line) => line !== '' && !line.startsWith('hint:'));
  const errors = lines.filter((line) => /^(?:fatal|error): /.test(line)).map((line) => line.replace(/^\w+: /, ''));
  // oxlint-disable-next-line regexp/no-super-linear-move -- The last lines of what git said.
  const words = [...new Set(errors.length > 0 ? errors : lines.slice(-lastLines))].join('; ').replace(/[.:;\s]+$/, '');
  if (words === '') {
    return 'git, or one of its hooks, failed without a message';
  }
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}

import { globFault, globsFault, globTest } from '../util/globs/glob-test.ts';

/** The files that the index considers. */
export interface FileRules {
  /** Globs relative to the root. A file must match one. Empty means every Markdown file. */
  readonly include: readonly string[];
  /** Globs relative to the root. A file must match none. */
  readonly exclude: readonly string[];
}

/** File extensions of Markdown. `.html.md` and `.html.md.erb` come from GOV.UK and Middleman sites. */
export const markdownEndings = ['md', 'markdown', 'mdx', 'md.erb'];

const ending = new RegExp(`\\.(?:${markdownEndings.map((text) => text.replace('.', '\\.')).join('|')})$`, 'i');

/** Returns whether a path has a Markdown extension, in any case. */
export function isMarkdown(path: string): boolean {
  return ending.test(path);
}

/** Returns a file name without its Markdown extension. */
export function withoutEnding(name: string): string {
  return name.replace(ending, '');
}

/** Larger files are not read: no runbook is that long. In bytes. */
export const maxFileSize = 2 * 1024 * 1024;

/** Returns a test for paths relative to a root: included, not excluded, not in a dependency folder. Extensions are not checked. */
export function candidateTest({ include, exclude }: FileRules): (path: string) => boolean {
  const included = include.length === 0 ? (): boolean => true : globTest(include);
  const excluded = globTest(exclude);
  return (path) => !/(?:^|\/)(?:node_modules|\.git)\//.test(path) && included(path) && !excluded(path);
}

/** Returns why globs of the rules are not valid, one sentence for each. */
export function refusedGlobs(rules: FileRules): string[] {
  return (['include', 'exclude'] as const).flatMap((list) => {
    const tooMuch = globsFault(rules[list]);
    const refused = rules[list].flatMap((glob) => {
      const fault = globFault(glob);
      return fault === undefined ? [] : `The ${list} glob "${glob}" is not valid: ${fault}.`;
    });
    return [...(tooMuch === undefined ? [] : [`The ${list} globs cannot be used: ${tooMuch}.`]), ...refused];
  });
}

/** Returns the text of a file, without its UTF-8 byte order mark, or why it is not text. */
export function decode(bytes: Uint8Array): { readonly text: string } | { readonly skipped: string } {
  if (bytes.byteLength > maxFileSize) {
    return { skipped: `it is larger than ${maxFileSize / 1024 / 1024} MB` };
  }
  if (bytes.subarray(0, 8000).includes(0)) {
    return { skipped: 'it is binary' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { skipped: 'it is not UTF-8' };
  }
}

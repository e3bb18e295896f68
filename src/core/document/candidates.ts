import { globFault, globsFault, globTest } from '../util/globs/glob-test.ts';

/** Which files the index considers. */
export interface FileRules {
  /** Globs relative to the root; a file must match one. Empty means every markdown file. */
  readonly include: readonly string[];
  /** Globs relative to the root; a file must match none. */
  readonly exclude: readonly string[];
}

/** The endings of markdown files; `.html.md` and `.html.md.erb` are those of the GOV.UK and Middleman sites. */
export const markdownEndings = ['md', 'markdown', 'mdx', 'md.erb'];

const ending = new RegExp(`\\.(?:${markdownEndings.map((text) => text.replace('.', '\\.')).join('|')})$`, 'i');

/** Whether a path has a markdown file's ending, in any case. */
export function isMarkdown(path: string): boolean {
  return ending.test(path);
}

/** A file's name without its markdown ending. */
export function withoutEnding(name: string): string {
  return name.replace(ending, '');
}

/** Files over this size are not read: no runbook is that long. */
export const maxFileSize = 2 * 1024 * 1024;

/** A test for paths relative to a root: included, not excluded, not in a dependency folder. Endings are not looked at. */
export function candidateTest({ include, exclude }: FileRules): (path: string) => boolean {
  const included = include.length === 0 ? (): boolean => true : globTest(include);
  const excluded = globTest(exclude);
  return (path) => !/(?:^|\/)(?:node_modules|\.git)\//.test(path) && included(path) && !excluded(path);
}

/** Why some globs of the rules match nothing, a sentence each, for whoever wrote them. */
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

/** Decodes a file's bytes, or says why they are no text. A UTF-8 byte order mark is taken off. */
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

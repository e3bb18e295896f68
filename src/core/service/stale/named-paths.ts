import { forgePath, readAddress } from '../../alert/link/address.ts';
import type { CatalogDocument } from '../../document/document.ts';

/** A file or folder that a document names. */
export interface NamedPath {
  /** As written, without what stands around it. */
  readonly name: string;
  /** Paths from the top of the repository that it may mean, the likeliest first; none if it is a name without folders. */
  readonly targets: readonly string[];
  /** 0-based. */
  readonly line: number;
  /** Whether it stands in a block of code. */
  readonly isCode: boolean;
}

/** Longer lines hold data, no names. */
const longestLine = 2000;
/** What parts names in markdown and in commands. */
const between = /[\s"'`()[\],;|=]+/;
/** What makes a name a pattern or a part of one. */
const open = /[*<>{}$%?\\…^&!]/;
/** A path: folders and a name, which ends in a letter, a number or a slash. */
const path = /^(?:\.{1,2}\/)*[\p{L}\p{N}_.@+-]+(?:\/[\p{L}\p{N}_.@+-]+)*\/?$/u;
/** Endings of what commands write, as often as of what is kept. Without a folder nobody can tell. */
const output =
  /\.(?:json|jsonl|csv|tsv|txt|log|md|html?|xml|pdf|png|svg|gz|zip|tar|sql|dump|bak|out|tmp|pem|crt|key)$/i;
/** What stands before a file that a command writes. */
const writes = /(?:>|\btee(?:\s+-a)?|\s-o|--out(?:put)?(?:-\w{1,20})?)[\s="']{0,3}$/;
/** The ending of a file. */
const ending = /\.[a-z][a-z0-9]{0,9}$/i;

/**
 * Returns the files and folders that a document names anywhere: in links, in commands and in its text. Whether they exist is another question.
 * @param repositories names of the repository, `owner/name`, for links to a forge.
 */
export function namedPaths(document: CatalogDocument, repositories: readonly string[]): NamedPath[] {
  const found: NamedPath[] = [];
  const code = new Set(
    document.blocks.flatMap(({ type, firstLine, lastLine }) =>
      type === 'code' ? Array.from({ length: lastLine - firstLine + 1 }, (_, index) => firstLine + index) : [],
    ),
  );
  for (let line = 0; line < document.lines.count; line += 1) {
    const text = document.lines.text(line);
    if (text.length <= longestLine && /[/.]/.test(text)) {
      for (const piece of new Set(text.split(between))) {
        const named = namedBy(piece, document, repositories);
        if (
          named !== undefined &&
          !writes.test(text.slice(Math.max(0, text.indexOf(piece) - 40), text.indexOf(piece)))
        ) {
          found.push({ ...named, line, isCode: code.has(line) });
        }
      }
    }
  }
  return found;
}

function namedBy(
  piece: string,
  { path: own, prefix = '' }: CatalogDocument,
  repositories: readonly string[],
): Pick<NamedPath, 'name' | 'targets'> | undefined {
  if (piece.includes('://')) {
    const paths = forgePath(readAddress(piece), repositories)?.paths.filter((target) => target !== '') ?? [];
    return paths.length === 0 ? undefined : { name: paths[0] ?? '', targets: paths };
  }
  const name = bare(piece);
  if (name.length < 5 || name.length > 200 || open.test(name) || !path.test(name)) {
    return undefined;
  }
  if (!name.includes('/')) {
    return isFileName(name) ? { name, targets: [] } : undefined;
  }
  const folder = `${prefix}${own}`.split('/').slice(0, -1);
  const segments = name.replace(/\/$/, '').split('/');
  const isRelative = name.startsWith('.');
  const targets = [joined(segments), joined([...folder, ...segments])].filter((target) => target !== undefined);
  return { name, targets: [...new Set(isRelative ? targets.toReversed() : targets)] };
}

/** Whether a name without folders is that of a file: not of a version, a domain or what a command writes. */
function isFileName(name: string): boolean {
  const before = name.replace(ending, '').split('.').at(-1) ?? '';
  return ending.test(name) && !output.test(name) && !name.startsWith('.') && /\p{L}/u.test(before);
}

/** The piece without an anchor, a line number, and marks of the text around it. */
function bare(piece: string): string {
  const anchor = piece.indexOf('#');
  const name = (anchor === -1 ? piece : piece.slice(0, anchor))
    .replace(/^[_*~]{1,3}(?=\p{L})/u, '')
    .replace(/:\d{1,6}$/, '')
    .replace(/:\d{1,6}$/, '');
  let end = name.length;
  while (end > 0 && '.:,*_'.includes(name[end - 1] ?? '')) {
    end -= 1;
  }
  return name.slice(0, end);
}

function joined(segments: readonly string[]): string | undefined {
  const all: string[] = [];
  for (const segment of segments) {
    if (segment === '..') {
      if (all.pop() === undefined) {
        return undefined;
      }
    } else if (segment !== '.' && segment !== '') {
      all.push(segment);
    }
  }
  return all.length === 0 ? undefined : all.join('/');
}

import type { CatalogDocument } from './document.ts';
import { matchesOf } from '../text/matches.ts';
import type { Block } from './model.ts';
import type { Finding } from '../text/finding.ts';
import type { Lines } from '../text/lines.ts';

/** What a comment can say. */
export type Directive = 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';

/** Start of a directive in a Markdown comment; it ends at the next `-->`. */
const inMarkdown = /<!--\s*runbook-lens-(disable(?:-(?:next-line|line|file))?|enable)(?![\w-])/g;
const inYaml = /#\s*runbook-lens-(disable(?:-(?:next-line|line|file))?|enable)(?![\w-])(.*)/g;

/** A directive in a comment, and the rules that it names; an empty set means all rules. */
export interface Said {
  readonly directive: Directive;
  readonly rules: ReadonlySet<string>;
  /** On which the comment ends. */
  readonly line: number;
}

/**
 * Returns the findings that no comment in the document silences: `<!-- runbook-lens-disable-next-line RULE … -->` before a line or block,
 * `disable-line` on the line, `disable` … `enable` around several lines, `disable-file` anywhere. In front matter, the same as YAML
 * comments. Without rules, all are silenced. An `enable` with rules ends the silence only for these rules. Text after `--` is a reason
 * for readers.
 */
export function unsuppressed<Item extends Pick<Finding, 'rule' | 'range'>>(
  document: CatalogDocument,
  findings: readonly Item[],
): Item[] {
  if (findings.length === 0 || !document.text.includes('runbook-lens-')) {
    return [...findings];
  }
  return unsilenced(findings, directives(document, document.lines), document);
}

/**
 * Returns the findings that no directive silences; see `unsuppressed`.
 * @param text its lines, and what `disable-next-line` silences as a whole.
 */
export function unsilenced<Item extends Pick<Finding, 'rule' | 'range'>>(
  findings: readonly Item[],
  said: readonly Said[],
  text: Pick<CatalogDocument, 'lines'> & { readonly blocks: readonly Span[] },
): Item[] {
  const places = new Places(text);
  const byRule = new Map<string, (line: number) => boolean>();
  return findings.filter(({ rule, range }) => {
    const isSilent = byRule.get(rule) ?? silenceOf(rule, said, places);
    byRule.set(rule, isSilent);
    return !isSilent(range.start.line);
  });
}

/** On which lines a rule is silent. */
function silenceOf(rule: string, said: readonly Said[], places: Places): (line: number) => boolean {
  const last = places.lines.count;
  // Number of silences that begin on a line, minus those that ended on the line before.
  const changes = new Int32Array(last + 2);
  const add = (first: number, end: number): void => {
    changes[first] = (changes[first] ?? 0) + 1;
    changes[end + 1] = (changes[end + 1] ?? 0) - 1;
  };
  let open: number | undefined;
  for (const { directive, line } of said.filter((each) => each.rules.size === 0 || each.rules.has(rule))) {
    switch (directive) {
      case 'disable-file':
        add(0, last);
        break;
      case 'disable-line':
        add(line, line);
        break;
      case 'disable-next-line':
        add(places.nextText(line + 1), places.endOfBlock(places.nextText(line + 1)));
        break;
      case 'disable':
        open ??= line;
        break;
      case 'enable':
        if (open !== undefined) {
          add(open, line);
          open = undefined;
        }
        break;
    }
  }
  if (open !== undefined) {
    add(open, last);
  }
  for (let line = 1; line < changes.length; line += 1) {
    changes[line] = (changes[line] ?? 0) + (changes[line - 1] ?? 0);
  }
  return (line) => (changes[line] ?? 0) > 0;
}

/** Returns the rules that the rest of a comment names. */
export function rulesNamed(rest: string): ReadonlySet<string> {
  return new Set(rest.replace(/\s--\s[\s\S]*$/, '').match(/[a-z][a-z-]*[a-z]/g));
}

/** Some lines. */
type Span = Pick<Block, 'firstLine' | 'lastLine'>;

function directives({ text, frontMatter, blocks }: CatalogDocument, lines: Lines): Said[] {
  const body = frontMatter === undefined ? 0 : lines.offsetAt({ line: frontMatter.range.end.line + 1, character: 0 });
  const code = linesOf(
    blocks.filter(({ type }) => type === 'code'),
    lines,
  );
  const head = matchesOf(inYaml, text.slice(0, body)).map(({ 0: all, 1: directive = '', 2: names = '', index }) => ({
    directive,
    names,
    end: index + all.trimEnd().length,
  }));
  // A comment in inline code is visible text, not a directive. A lone carriage return also ends a line.
  const shown = text.slice(body).replace(/(?<!`)(`{1,3})(?!`)[^`\r\n]+\1(?!`)/g, (span) => ' '.repeat(span.length));
  const rest = commentsIn(shown).map((comment) => ({ ...comment, end: body + comment.end }));
  return [...head, ...rest]
    .map(({ directive, names, end }) => ({
      directive: directive as Directive,
      rules: rulesNamed(names),
      line: lines.positionAt(end).line,
    }))
    .filter(({ line }) => code[line] !== 1);
}

/** The comments of a text that say something, each with what it names and where it ends. */
function commentsIn(text: string): Array<{ directive: string; names: string; end: number }> {
  const found: Array<{ directive: string; names: string; end: number }> = [];
  let done = 0;
  for (const { 0: all, 1: directive = '', index } of matchesOf(inMarkdown, text)) {
    if (index >= done) {
      const close = text.indexOf('-->', index + all.length);
      if (close === -1) {
        break;
      }
      done = close + 3;
      found.push({ directive, names: text.slice(index + all.length, close), end: done });
    }
  }
  return found;
}

/** For each line whether one of some blocks takes it up: 1 or 0. */
function linesOf(blocks: readonly Block[], lines: Lines): Uint8Array {
  const taken = new Uint8Array(lines.count);
  for (const { firstLine, lastLine } of blocks) {
    taken.fill(1, firstLine, lastLine + 1);
  }
  return taken;
}

/** Positions of texts and blocks in a document. */
class Places {
  readonly lines: Lines;
  readonly #ends = new Map<number, number>();
  /** For each line the first from it on that is not blank; found when it is asked for. */
  #texts: Int32Array | undefined;

  constructor({ blocks, lines }: { readonly blocks: readonly Span[]; readonly lines: Lines }) {
    this.lines = lines;
    for (const { firstLine, lastLine } of blocks) {
      this.#ends.set(firstLine, Math.max(lastLine, this.#ends.get(firstLine) ?? 0));
    }
  }

  /** Returns the first line from `line` on that is not blank; the line itself if there is none. */
  nextText(line: number): number {
    this.#texts ??= this.#textsBelow();
    const found = this.#texts[line] ?? -1;
    return found === -1 ? line : found;
  }

  /** Returns the last line of the block that begins on a line; the line itself if there is none. */
  endOfBlock(line: number): number {
    return Math.max(line, this.#ends.get(line) ?? 0);
  }

  #textsBelow(): Int32Array {
    const texts = new Int32Array(this.lines.count);
    let next = -1;
    for (let line = this.lines.count - 1; line >= 0; line -= 1) {
      next = this.lines.text(line).trim() === '' ? next : line;
      texts[line] = next;
    }
    return texts;
  }
}

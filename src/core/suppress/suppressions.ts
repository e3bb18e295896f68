import type { CatalogDocument } from '../catalog/document.ts';
import type { Block } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { Lines } from '../model/lines.ts';

type Directive = 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';

/** Some lines, both included, on which some rules are silent; without rules all are, but for exceptions. */
interface Silence {
  readonly first: number;
  readonly last: number;
  readonly rules: readonly string[];
  readonly except?: readonly string[];
}

const inMarkdown = /<!--\s*runbook-lens-(disable(?:-(?:next-line|line|file))?|enable)(?![\w-])([\s\S]*?)-->/g;
const inYaml = /#\s*runbook-lens-(disable(?:-(?:next-line|line|file))?|enable)(?![\w-])(.*)/g;

/**
 * Takes out the findings that comments in the document silence: `<!-- runbook-lens-disable-next-line RULE … -->` before a line
 * or block, `disable-line` on the line, `disable` … `enable` around some, `disable-file` anywhere; in front matter the same
 * as YAML comments. Without rules all are meant; an `enable` with rules lets the others stay silent. What follows `--` is a reason for readers.
 */
export function unsuppressed(document: CatalogDocument, findings: readonly Finding[]): Finding[] {
  if (findings.length === 0 || !document.text.includes('runbook-lens-')) {
    return [...findings];
  }
  const silences = readSilences(document);
  return findings.filter(
    ({ rule, range }) =>
      !silences.some(
        ({ first, last, rules, except = [] }) =>
          first <= range.start.line &&
          range.start.line <= last &&
          (rules.length === 0 || rules.includes(rule)) &&
          !except.includes(rule),
      ),
  );
}

function readSilences(document: CatalogDocument): Silence[] {
  const lines = new Lines(document.text);
  const silences: Silence[] = [];
  let open: ReadonlyArray<Omit<Silence, 'last'>> = [];
  for (const { directive, rules, line } of directives(document, lines)) {
    switch (directive) {
      case 'disable-file':
        silences.push({ first: 0, last: lines.count, rules });
        break;
      case 'disable-line':
        silences.push({ first: line, last: line, rules });
        break;
      case 'disable-next-line': {
        const first = nextText(lines, line + 1);
        silences.push({ first, last: endOfBlock(document.blocks, first), rules });
        break;
      }
      case 'disable':
        open = [...open, { first: line, rules }];
        break;
      case 'enable':
        silences.push(...open.map((entry) => ({ ...entry, last: line })));
        open = rules.length === 0 ? [] : open.flatMap((entry) => withoutRules(entry, rules, line));
        break;
    }
  }
  return [...silences, ...open.map((entry) => ({ ...entry, last: lines.count }))];
}

function directives(
  { text, frontMatter, blocks }: CatalogDocument,
  lines: Lines,
): Array<{ directive: Directive; rules: readonly string[]; line: number }> {
  const body = frontMatter === undefined ? 0 : lines.offsetAt({ line: frontMatter.range.end.line + 1, character: 0 });
  const code = blocks.filter(({ type }) => type === 'code');
  const head = [...text.slice(0, body).matchAll(inYaml)].map((match) => ({ match, offset: match.index }));
  // A comment in inline code is shown to readers, and says nothing to us. A lone carriage return ends a line, too.
  const shown = text.slice(body).replace(/(?<!`)(`{1,3})(?!`)[^`\r\n]+\1(?!`)/g, (span) => ' '.repeat(span.length));
  const rest = [...shown.matchAll(inMarkdown)].map((match) => ({ match, offset: body + match.index }));
  return [...head, ...rest]
    .map(({ match, offset }) => ({
      directive: match[1] as Directive,
      rules: (match[2] ?? '').replace(/\s--\s[\s\S]*$/, '').match(/[a-z][a-z-]*[a-z]/g) ?? [],
      line: lines.positionAt(offset + match[0].trimEnd().length).line,
    }))
    .filter(({ line }) => !code.some(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine));
}

/** The first line from `line` on that is not blank; the line itself where none is. */
function nextText(lines: Lines, line: number): number {
  for (let at = line; at < lines.count; at += 1) {
    if (lines.text(at).trim() !== '') {
      return at;
    }
  }
  return line;
}

/** The last line of the block that begins on a line; the line itself where none does. */
function endOfBlock(blocks: readonly Block[], line: number): number {
  return Math.max(line, ...blocks.filter(({ firstLine }) => firstLine === line).map(({ lastLine }) => lastLine));
}

/** What of an open silence goes on below a line from which some rules speak again. */
function withoutRules(
  { rules, except = [] }: Omit<Silence, 'last'>,
  enabled: readonly string[],
  line: number,
): Array<Omit<Silence, 'last'>> {
  const first = line + 1;
  if (rules.length === 0) {
    return [{ first, rules, except: [...except, ...enabled] }];
  }
  const left = rules.filter((rule) => !enabled.includes(rule));
  return left.length === 0 ? [] : [{ first, rules: left }];
}

import type { ParsedDocument, Problem, Section } from './model.ts';
import { Lines } from '../text/lines.ts';
import type { Range } from '../text/position.ts';
import { readBlocks, type Blocks } from './blocks.ts';
import { readFrontMatter } from './front-matter.ts';
import { readMetadata } from './metadata.ts';
import { fold } from '../text/plain-text.ts';
import { readSections } from './sections.ts';
import { readSignals } from './signals.ts';

/**
 * Returns a parsed Markdown text. Never throws: a part that cannot be read gives a problem.
 * @param path of the document, with `/` between folders; its name and folders may state title and date.
 */
export function parseDocument(text: string, path: string): ParsedDocument {
  const lines = Lines.of(text);
  const { frontMatter, bodyLine, problems } = readFrontMatter(lines);
  const body =
    frontMatter === undefined
      ? text.replace(/^\ufeff/, '')
      : text.slice(lines.offsetAt({ line: bodyLine, character: 0 }));
  const { blocks, definitions, problem } = blocksOf(bodyLine >= lines.count ? '' : body, bodyLine, lines);
  const sections = readSections({ blocks, definitions, lines });
  const stated = frontMatter?.values['title'];
  const heading = sections.find((section) => section.style === 'heading');
  const h1 = sections.find((section) => section.style === 'heading' && section.level === 1);
  const title = typeof stated === 'string' ? fold(stated) : (h1 ?? heading)?.title;
  return {
    lines,
    title: title || nameOf(path),
    titleRange: titleRange(lines, h1 ?? heading, bodyLine),
    ...(frontMatter && { frontMatter }),
    sections,
    blocks,
    definitions,
    metadata: readMetadata(frontMatter?.values ?? {}, { blocks, definitions, lines, sections }, path),
    signals: readSignals({ blocks, sections, definitions, lines }),
    problems: problem === undefined ? problems : [...problems, problem],
    end: lines.end,
    eol: lines.eol,
  };
}

function blocksOf(body: string, line: number, lines: Lines): Blocks & { problem?: Problem } {
  try {
    return readBlocks(body, line);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const problem = { message: `Markdown could not be read: ${reason}`, range: lines.range(0, 0) };
    return { blocks: [], definitions: new Map(), problem };
  }
}

function titleRange(lines: Lines, heading: Section | undefined, bodyLine: number): Range {
  if (heading !== undefined) {
    return heading.titleRange;
  }
  for (let line = 0; line < bodyLine; line += 1) {
    if (/^title\s*:/i.test(lines.text(line))) {
      return lines.trimmedRange(line);
    }
  }
  for (let line = Math.min(bodyLine, lines.count - 1); line < lines.count; line += 1) {
    if (lines.text(line).trim() !== '') {
      return lines.trimmedRange(line);
    }
  }
  return lines.range(0, 0);
}

/** A file's name without folders and its markdown endings, dashes as spaces. */
function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  // oxlint-disable-next-line regexp/no-super-linear-move -- A file's name.
  const bare = name.replace(/(?:\.(?:html|md|markdown|mdx|erb))+$/i, '');
  return fold(bare.replace(/[-_]+/g, ' ')) || name || 'Untitled';
}

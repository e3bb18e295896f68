import { parseDocument } from '../../document/parse.ts';
import { inlineOf } from '../../document/inline.ts';
import { isMarkdown } from '../../document/candidates.ts';
import { Lines } from '../../text/lines.ts';
import { matchesOf } from '../../text/matches.ts';

/** A heading with the anchor that leads to it. */
export interface Heading {
  readonly title: string;
  readonly anchor: string;
  /** 0-based. */
  readonly line: number;
  /** Every anchor that leads to it, in lower case. */
  readonly anchors: readonly string[];
}

/** The anchors of a page, in lower case. */
export interface Anchors {
  readonly headings: readonly Heading[];
  /** As GitHub makes them. */
  readonly github: ReadonlySet<string>;
  /** As site generators and other forges make them; without those of GitHub. */
  readonly site: ReadonlySet<string>;
}

/** Returns the anchors of a page; undefined for files whose anchors are unknown, such as pictures. */
export function anchorsOf(path: string, text: string): Anchors | undefined {
  if (/\.(?:adoc|asciidoc)$/i.test(path)) {
    return asciidocAnchors(text);
  }
  return isMarkdown(path) || /\.mdx$/i.test(path) ? markdownAnchors(path, text) : undefined;
}

/** Returns the heading that an anchor (without `#`) leads to; undefined if there is none. */
export function headingAt({ headings }: Anchors, anchor: string): Heading | undefined {
  const name = anchor.toLowerCase().replace(/^user-content-/, '');
  return headings.find(({ anchors }) => anchors.includes(name));
}

/** The name that a heading has in its Markdown: `## Disk full {#disk}`. */
export const ownName = /\\?\{(?:\s*\/\*)?\s*#([^\s{}]+)(?:\s[^{}]*)?\}$/;
const attribute = /<[a-z][\w.]*\s[^<>]*?\b(?:id|name)\s*=\s*["']?([^\s"'<>]+)/gi;

function markdownAnchors(path: string, text: string): Anchors {
  const headings: Heading[] = [];
  const [github, site] = [new Set<string>(), new Set<string>()];
  const counts = new Map<string, number>();
  const document = parseDocument(text, path);
  for (const block of document.blocks) {
    if (block.type === 'heading') {
      const named = ownName.exec(block.text.trimEnd());
      const markdown = named === null ? block.text : block.text.slice(0, named.index);
      const title = inlineOf(block, document, markdown)
        .leaves.map((leaf) => leaf.text)
        .join('');
      const anchor = unrepeated(githubSlug(title), counts);
      github.add(anchor);
      const own = named?.[1]?.toLowerCase();
      const others = [...generatorSlugs(title), ...(own === undefined ? [] : [own])];
      others.forEach((slug) => site.add(slug));
      headings.push({
        title: title.trim(),
        anchor: own ?? anchor,
        line: block.firstLine,
        anchors: [anchor, ...others],
      });
    }
    if (block.type !== 'code') {
      matchesOf(attribute, block.text).forEach(([, id = '']) =>
        github.add(id.toLowerCase().replace(/^user-content-/, '')),
      );
    }
  }
  return { headings, github, site };
}

/**
 * Returns the anchor that GitHub makes of a heading's text: in lower case, without all but letters, digits, `_`, `-` and blanks, each blank a
 * hyphen. "Disk — full" gives `disk--full`.
 */
export function githubSlug(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** The second of the same name gets `-1`, and so on. */
function unrepeated(slug: string, counts: Map<string, number>): string {
  let unique = slug;
  let count = counts.get(slug);
  while (count !== undefined && counts.has(unique)) {
    count += 1;
    unique = `${slug}-${count}`;
  }
  counts.set(slug, count ?? 0);
  counts.set(unique, counts.get(unique) ?? 0);
  return unique;
}

/** Returns the anchors that site generators make of a heading's text, as Python-Markdown, GitLab, VitePress and kramdown write it: hyphens folded, or other signs as hyphens. */
export function generatorSlugs(title: string): string[] {
  const github = githubSlug(title);
  const folded = github.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
  const hyphens = title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-|-$/g, '');
  const ascii = hyphens.normalize('NFD').replace(/\p{M}/gu, '');
  return [folded, hyphens, ascii, folded.replaceAll('_', '-'), folded.replace(/^[\d-]+/, '')];
}

function asciidocAnchors(text: string): Anchors {
  const headings: Heading[] = [];
  const all = new Set<string>();
  for (const [, id = ''] of text.matchAll(/\[\[([^\],[\s]+)(?=[\],])/g)) {
    all.add(id.toLowerCase());
  }
  for (const match of text.matchAll(/\[#([^\],\s.]+)|anchor:([^[\s]+)\[/g)) {
    all.add((match[1] ?? match[2] ?? '').toLowerCase());
  }
  const lines = Lines.of(text);
  for (const match of text.matchAll(/^={1,6}[ \t]+(\S[^\r\n]*)$/gm)) {
    const [, title = ''] = match;
    const words = title
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_\s.-]/gu, '');
    const anchor = `_${words.replace(/[\s.-]+/g, '_')}`;
    const other = words.replace(/[\s.]+/g, '-');
    all.add(anchor);
    all.add(other);
    const { line } = lines.positionAt(match.index);
    headings.push({ title: title.trim(), anchor, line, anchors: [anchor, other] });
  }
  return { headings, github: all, site: new Set() };
}

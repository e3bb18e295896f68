import { Marked, type Tokens } from 'marked';
import type { CatalogDocument } from '../../document/document.ts';
import type { Block } from '../../document/model.ts';
import { matchesOf } from '../../text/matches.ts';
import { fold } from '../../text/plain-text.ts';
import { groupedBy } from '../../util/grouped-by.ts';
import { runbookCommands, type RunbookCommand } from '../commands/read.ts';

/** A document as HTML. Whoever shows it sanitises it before it is in a page. */
export interface RenderedPage {
  readonly html: string;
  /** Keys of its steps, in order. */
  readonly steps: readonly string[];
}

/**
 * Returns a document as HTML, with marks for its steps and commands. A mark carries `mark`, a text that the document cannot know, so
 * that HTML in the document cannot pass for one:
 * - `<div data-mark data-line data-can>` around a command, `data-can` lists what can be done with it: `fill send`
 * - `<li data-mark data-step>` for a step, with a key that stays as long as its text does
 * HTML of the document keeps its text and simple tags. Links have `data-href` in place of `href`, so that nothing follows them by itself. Images are links.
 */
export function renderReading(document: CatalogDocument, mark: string): RenderedPage {
  const steps: string[] = [];
  const seen = new Map<string, number>();
  const blocks = document.blocks.filter(({ type }) => type === 'code');
  const commandsOf = groupedBy(runbookCommands(document), ({ blockLine }) => blockLine);
  let next = 0;
  const blockOf = ({ text }: Tokens.Code): Block | undefined => {
    // The page has the same blocks in the same order, but for what is nested very deep.
    for (let at = next; at < Math.min(blocks.length, next + mostSkipped); at += 1) {
      if (blocks[at]?.text === text) {
        next = at + 1;
        return blocks[at];
      }
    }
    return undefined;
  };
  const stepKey = ({ text }: Tokens.ListItem): string => {
    const words = fold(text.split(/\n/, 1)[0] ?? '').slice(0, 200);
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    const key = `${count} ${words}`;
    steps.push(key);
    return key;
  };
  // A list's items are rendered one by one, so each asks for the list that it is in.
  const ordered = new WeakSet<object>();
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      code(token) {
        const block = blockOf(token);
        const commands = commandsOf.get(block?.firstLine ?? -1);
        return block === undefined || commands === undefined
          ? `<pre><code>${escaped(token.text)}</code></pre>\n`
          : commandBlock(document, block, commands, mark);
      },
      list(token: Tokens.List) {
        const tag = token.ordered ? 'ol' : 'ul';
        const start = token.ordered && token.start !== '' && token.start !== 1 ? ` start="${token.start}"` : '';
        token.items.forEach((item) => token.ordered && ordered.add(item));
        return `<${tag}${start}>\n${token.items.map((item) => this.listitem(item)).join('')}</${tag}>\n`;
      },
      listitem(item: Tokens.ListItem) {
        const isStep = item.task || ordered.has(item);
        const attributes = isStep ? ` data-mark="${escaped(mark)}" data-step="${escaped(stepKey(item))}"` : '';
        const ticked = item.task && item.checked === true ? ' data-ticked="true"' : '';
        return `<li${attributes}${ticked}>${this.parser.parse(item.tokens)}</li>\n`;
      },
      html: ({ text }: Tokens.HTML | Tokens.Tag) => withSimpleTags(text),
      // The box of a task item is made by the page.
      checkbox: () => '',
      link({ href, tokens }: Tokens.Link) {
        return linkTo(href, this.parser.parseInline(tokens));
      },
      image({ href, text }: Tokens.Image) {
        return linkTo(href, escaped(text === '' ? href : text));
      },
    },
  });
  const html = document.frontMatter === undefined ? document.text : withoutFrontMatter(document);
  return { html: marked.parse(html, { async: false }), steps };
}

/** Returns the line, from 0, of the document's body: after its front matter. */
function withoutFrontMatter({ text, lines, frontMatter }: CatalogDocument): string {
  return frontMatter === undefined ? text : text.slice(lines.offsetAt(frontMatter.range.end));
}

/** Maximum number of blocks of code that may be missing in the page. */
const mostSkipped = 20;

const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z\d]*)\b[^<>]*>?|<[!/?][^<>]*>/gi;
const simple =
  /^(?:br|hr|kbd|sub|sup|b|i|em|strong|u|s|del|ins|code|details|summary|p|div|span|small|mark|table|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd|h[1-6]|blockquote|pre)$/;

/**
 * Returns HTML of the document as text with simple tags: without attributes and comments. So nothing in it can take in what comes after
 * it, and what `<details>` would hide is shown.
 */
function withSimpleTags(html: string): string {
  let result = '';
  let done = 0;
  for (const { 0: all, 1: slash = '', 2: name = '', index } of matchesOf(tag, html)) {
    const known = name.toLowerCase();
    result += escaped(html.slice(done, index));
    result += simple.test(known) ? `<${slash}${known}${known === 'details' && slash === '' ? ' open' : ''}>` : '';
    done = index + all.length;
  }
  return result + escaped(html.slice(done));
}

function linkTo(href: string, html: string): string {
  return `<a data-href="${escaped(href)}">${html}</a>`;
}

/** The lines of a block of code: commands with a mark, and what is between them. */
function commandBlock(
  { lines }: CatalogDocument,
  block: Block,
  commands: readonly RunbookCommand[],
  mark: string,
): string {
  const last = block.textLine + block.text.split(/\n/).length - 1;
  const parts: string[] = [];
  let at = block.textLine;
  const between = (to: number): void => {
    const text = Array.from({ length: Math.max(0, to - at) }, (_, index) => lines.text(at + index)).join('\n');
    if (text.trim() !== '') {
      parts.push(`<pre class="between"><code>${escaped(unindented(text))}</code></pre>`);
    }
    at = Math.max(at, to);
  };
  for (const command of commands) {
    between(command.range.start.line);
    const can = [
      ...(command.placeholders.length > 0 ? ['fill'] : []),
      ...(command.unsendable === undefined ? ['send'] : []),
    ];
    const danger = command.destruction === undefined ? '' : ` data-danger="${escaped(command.destruction.effect)}"`;
    parts.push(
      `<div class="command" data-mark="${escaped(mark)}" data-line="${command.range.start.line}" data-can="${can.join(' ')}"${danger}>` +
        `<pre><code>${withPlaceholders(command)}</code></pre></div>`,
    );
    at = Math.max(at, command.range.end.line + 1);
  }
  between(last + 1);
  return `<div class="commands">${parts.join('')}</div>\n`;
}

function withPlaceholders({ text, placeholders }: RunbookCommand): string {
  let html = '';
  let done = 0;
  for (const { start, end } of placeholders) {
    html += `${escaped(text.slice(done, start))}<span class="placeholder">${escaped(text.slice(start, end))}</span>`;
    done = end;
  }
  return html + escaped(text.slice(done));
}

function unindented(text: string): string {
  const indents = text
    .split(/\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const least = Math.min(...indents);
  return text
    .split(/\n/)
    .map((line) => line.slice(least))
    .join('\n')
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

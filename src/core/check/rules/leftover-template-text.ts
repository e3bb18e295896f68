import type { CatalogDocument } from '../../document/document.ts';
import { othersOf } from '../../convention/others.ts';
import { perDocument } from '../../document/per-document.ts';
import { isInCommand } from '../shell/running-commands.ts';
import { passage, withoutCode } from '../wording/passages.ts';
import {
  asksForTitle,
  isPlainPrompt,
  isPrompt,
  placeholdersIn,
  speaksToAuthor,
  wordsOf,
} from '../wording/template-text.ts';
import type { Block } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { visibleText } from '../../text/inline.ts';
import { inlineOf } from '../../document/inline.ts';
import { labelOf } from '../../document/links/links.ts';
import { sectionAt } from '../../document/section-at.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import { once } from '../../util/memo.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { nameKey } from '../../vocabulary/section-keys.ts';
import { isDraft } from '../../record/status.ts';
import { statedZone } from '../../record/timeline/stated-zone.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { matterOf, tellsIncident } from '../../vocabulary/kind.ts';

/** Number of other documents with the same prompt that shows that it comes from a template. */
const enoughOthers = 2;
/** Number of prompts in each of those documents that shows that the team keeps them. */
const enoughPrompts = 3;
/** Least number of neighbours that show what most of them keep. */
const fewestKeepers = 4;

/** Reports template text that is left in a finished document. */
export const leftoverTemplateText: Rule = {
  id: 'leftover-template-text',
  summary: 'A finished document still contains a prompt or placeholder of its template.',
  defaultSeverity: 'information',
  afterwards: true,

  *check(context): Iterable<Report> {
    const { document } = context;
    const title = titleOfTemplate(context);
    if (title !== undefined) {
      yield title;
    }
    const all = [...leftovers(context)].filter(
      (left) => left.block.firstLine !== title?.range.start.line && !isStillToBeReplaced(left, context),
    );
    const isDeletable = once(() => deletable(document, new Set(all.map(({ block }) => block))));
    for (const { block, whole, report } of all) {
      const edits = [{ range: wholeLines(block, document.lines), newText: '' }];
      yield whole
        ? { ...report, fix: () => (isDeletable()(block) ? { title: 'Delete the template text', edits } : undefined) }
        : report;
    }
  },
};

interface Left {
  readonly block: Block;
  /** Whether it is the whole block. */
  readonly whole: boolean;
  readonly report: Report;
}

function* leftovers(context: RuleContext): Generator<Left> {
  const { document } = context;
  const { lines } = document;
  const prompts = promptsOf(context);
  for (const block of document.blocks) {
    const evidence = prompts.get(block);
    if (evidence !== undefined) {
      const said = visibleText(inlineOf(block, document));
      const shown = said.length > 60 ? `${said.slice(0, 57).trimEnd()}…` : said;
      const message = `"${shown}" is a prompt of the template: replace it or delete it (${evidence}).`;
      yield { block, whole: true, report: { range: textRange(block, lines), about: shown, message } };
    } else if (block.type !== 'code' && !isOnlyPlaceholder(context, block)) {
      for (const left of placeholdersOf(document).get(block) ?? []) {
        if (!isVariable(left.report.about ?? '', context)) {
          yield left;
        }
      }
    }
  }
}

/** Whether it is in a draft as in its template page: the author has not come to it yet. */
function isStillToBeReplaced({ block, whole, report }: Left, { document, templates, inReview }: RuleContext): boolean {
  const said = whole ? block.text : (report.about ?? '');
  return (
    inReview !== true &&
    isDraft(document.metadata.status) &&
    templates.some(({ text }) => said !== '' && text.includes(said))
  );
}

const curly = /\{\{[^{}\n]{1,120}\}\}/g;

/** The different texts in two curly brackets in a document, white space put aside. */
const curliesOf = perDocument(
  ({ text }: { readonly text: string }): ReadonlySet<string> => new Set(text.match(curly)?.map(squeezed)),
);

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/**
 * Whether `{{NAME}}` is meant to stay: whoever adopts the text fills it in, as it has several, or others in the repository have it too. One
 * that a template has is left over from it.
 */
function isVariable(said: string, context: RuleContext): boolean {
  const { document, templates, expectation } = context;
  const name = squeezed(said);
  const has = (other: { readonly text: string; readonly uri?: string }): boolean =>
    other.uri !== document.uri && curliesOf(other).has(name);
  return (
    name.startsWith('{{') &&
    ![...templates, expectation.convention.template].some(has) &&
    (curliesOf(document).size > 1 || [...othersOf(context), ...context.beside()].some(has))
  );
}

/**
 * The report of a title that is straight from a template; undefined if the document has its own, or if the team keeps that of its template. A
 * procedure has one title wherever it is kept.
 */
function titleOfTemplate({ document, templates, neighbourhood }: RuleContext): Report | undefined {
  if (!tellsIncident(document)) {
    return undefined;
  }
  const { title, titleRange } = document;
  const { name } = ownTitle(document);
  const keeps = (other: CatalogDocument): boolean => other.uri !== document.uri && ownTitle(other).name === name;
  if (name === '' || !templates.some(keeps)) {
    return undefined;
  }
  const others = neighbourhood.documents.length - 1;
  const replaced = others - neighbourhood.documents.filter(keeps).length;
  const known = others >= fewestKeepers && replaced * 2 > others;
  return known || asksForTitle(title)
    ? {
        range: titleRange,
        about: title,
        message: `The title "${title}" is that of a template: say what happened (${known ? `${replaced} of ${others} other documents replaced it` : 'a template in this repository has it'}).`,
      }
    : undefined;
}

/** The title in a document's text for comparison, without dates; empty if it has none. */
const ownTitle = perDocument(({ title, titleRange: { start, end } }) => {
  const isWritten = start.line !== end.line || start.character !== end.character;
  const name = title.replace(/\b(?:\d{4}|Y{4})[-/.](?:\d\d|M{2})[-/.](?:\d\d|D{2})\b/g, ' ');
  return { name: isWritten ? normaliseName(name) : '' };
});

/** The paragraphs that are template text as a whole, with the evidence. */
function promptsOf(context: RuleContext): ReadonlyMap<Block, string> {
  const found = new Map<Block, string>();
  for (const block of context.document.blocks) {
    const evidence =
      block.type === 'text' && !isOnlyPlaceholder(context, block) ? evidenceOf(block, context) : undefined;
    if (evidence !== undefined) {
      found.set(block, evidence);
    }
  }
  return found;
}

/** The placeholders in each block of a document. */
const placeholdersOf = perDocument((document): ReadonlyMap<Block, readonly Left[]> => {
  const { lines } = document;
  return new Map(document.blocks.map((block) => [block, [...placeholders(document, block, lines)]]));
});

function* placeholders(document: CatalogDocument, block: Block, lines: Lines): Generator<Left> {
  const matter = matterOf(document);
  if (block.quoted || matter === undefined) {
    return;
  }
  const { offset, text } = passage(document, block, lines);
  const bare = withoutCode(text);
  for (const { index, length } of placeholdersIn(bare, matter)) {
    const said = text.slice(index, index + length);
    // Text in brackets can be a link with its address elsewhere.
    const shell = /^[${]/.test(said) && block.type !== 'heading' && isInCommand(bare, index, length);
    // The cells of a row are no choices, and what is to be sent keeps its blanks.
    const meant =
      (block.type === 'table' && /(?<!\\)\|/.test(said)) || isPattern(document, block, bare.slice(0, index));
    if (!shell && !meant && !document.definitions.has(labelOf(said.slice(1, -1)))) {
      const range = { start: lines.positionAt(offset + index), end: lines.positionAt(offset + index + length) };
      const message = `"${said}" is a placeholder of the template: replace it or delete it.`;
      yield { block, whole: false, report: { range, about: said, message } };
    }
  }
}

const pattern =
  /^(?:(?:step )?\d+\W+)?(?:send|post|write|copy|announce|notify|publish|schedule)\b|\b(?:template|example|invit(?:e|ation)|format|pattern|e\.g\.|for instance)\b/i;

/** Whether a block shows what to write or send: by the words before a placeholder, the text that leads to a list, or a title below the document's. */
function isPattern(document: CatalogDocument, block: Block, before: string): boolean {
  const section = sectionAt(document, block.firstLine);
  const { blocks } = document;
  let at = block.item === undefined ? -1 : blocks.indexOf(block) - 1;
  while (blocks[at]?.item !== undefined) {
    at -= 1;
  }
  const lead = blocks[at]?.type === 'text' ? (blocks[at]?.text ?? '') : '';
  return (
    /\b(?:e\.g\.|for (?:example|instance)|such as|example:)[^.\n]{0,40}$/i.test(before) ||
    (block.type !== 'heading' &&
      (section?.level ?? 1) > 1 &&
      section?.style === 'heading' &&
      pattern.test(section.title)) ||
    (/[:：]\s*$/.test(lead) && pattern.test(lead))
  );
}

/** The evidence that a whole paragraph is template text; undefined if there is none. */
function evidenceOf(block: Block, context: RuleContext): string | undefined {
  const { text } = block;
  const { document, neighbourhood, templates } = context;
  const prompt = askingOf(document).has(block) && !isTitle(document, block);
  const words = prompt || templates.length > 0 ? (sayingsOf(document).get(block) ?? '') : '';
  const templated = templates.some((template) => template.uri !== document.uri && says(template, words));
  const matter = matterOf(document);
  if (matter === undefined || (!prompt && !templated)) {
    return undefined;
  }
  if (templated && (prompt || speaksToAuthor(inlineOf(block, document)))) {
    return 'a template in this repository has it';
  }
  const others = neighbourhood.documents.filter((other) => other.uri !== document.uri && says(other, words)).length;
  const neighbours = neighbourhood.documents.length - 1;
  if (templated) {
    // Statements of a template about its times are valid in its documents.
    const kept = matter === 'procedure' || statedZone(text) !== undefined;
    const few =
      !kept && havingToo(words, context) < enoughOthers && neighbours >= fewestKeepers && others * 2 < neighbours;
    return few
      ? `a template has it, and ${neighbours - others} of ${neighbours} other documents replaced it`
      : undefined;
  }
  if (others >= enoughOthers) {
    return `${others} other documents have it too`;
  }
  const leaving = neighbourhood.documents.filter((other) => other.uri !== document.uri && leavesPrompts(other)).length;
  if (leaving >= enoughOthers) {
    return `${leaving} other documents have such prompts`;
  }
  return isPlainPrompt(inlineOf(block, document), matter) ? 'it asks the author for text' : undefined;
}

/** Number of other documents of the repository that have a line word for word: then it is the team's own, whatever the template says. */
function havingToo(words: string, context: RuleContext): number {
  const { document, templates, neighbourhood } = context;
  const others = [...neighbourhood.documents, ...othersOf(context), ...context.beside()];
  const having = new Set(others.filter((other) => says(other, words)).map(({ uri }) => uri));
  return [...having].filter((uri) => uri !== document.uri && !templates.some((template) => template.uri === uri))
    .length;
}

/** Whether a question is a usual section title, except that of its own section. */
function isTitle(document: CatalogDocument, block: Block): boolean {
  const ids = canonicalIds(document.kind, visibleText(inlineOf(block, document)));
  const own = canonicalIds(document.kind, sectionAt(document, block.firstLine)?.title ?? '');
  return ids.length > 0 && !ids.some((id) => own.includes(id));
}

/** The paragraphs of a document that are requests to the author. */
const askingOf = perDocument(
  (document) =>
    new Set(document.blocks.filter((block) => block.type === 'text' && isPrompt(inlineOf(block, document)))),
);

function leavesPrompts(document: CatalogDocument): boolean {
  return askingOf(document).size >= enoughPrompts;
}

/** The comparable text of each paragraph of a document, if it is long enough. */
const sayingsOf = perDocument(
  (document): ReadonlyMap<Block, string> =>
    new Map(
      document.blocks.filter(({ type }) => type === 'text').map((block) => [block, wordsOf(inlineOf(block, document))]),
    ),
);

const paragraphsOf = perDocument((document): ReadonlySet<string> => new Set(sayingsOf(document).values()));

function says(document: CatalogDocument, words: string): boolean {
  return words !== '' && paragraphsOf(document).has(words);
}

/** Whether a block is the only content of its section, which `empty-section` reports. */
function isOnlyPlaceholder({ document, expectation }: RuleContext, { firstLine, type }: Block): boolean {
  if (type === 'heading') {
    return false;
  }
  const section = sectionAt(document, firstLine);
  return (
    section !== undefined &&
    section.state !== 'written' &&
    (canonicalIds(document.kind, section.title).length > 0 ||
      expectation.sections.some(({ keys }) => keys.includes(nameKey(section.title))))
  );
}

function textRange({ firstLine, lastLine }: Block, lines: Lines): Range {
  return { start: lines.trimmedRange(firstLine).start, end: lines.trimmedRange(lastLine).end };
}

/**
 * Returns a test: whether the section of a paragraph still has content after deleting the paragraph, and its surroundings stay the same.
 */
function deletable(document: CatalogDocument, leftover: ReadonlySet<Block>): (block: Block) => boolean {
  const { blocks } = document;
  const places = new Map(blocks.map((block, index) => [block, index]));
  const filled = new Set(
    blocks
      .filter((block) => !leftover.has(block))
      .map((block) => ({ block, section: sectionAt(document, block.firstLine) }))
      // The opening text of a document is its summary, which needs words.
      .filter(
        ({ block: { type }, section }) =>
          type === 'text' || ((section?.level ?? 1) > 1 && (type === 'code' || type === 'table')),
      )
      .map(({ section }) => section),
  );
  return (block) => {
    const at = places.get(block) ?? 0;
    const before = blocks[at - 1];
    const after = blocks[at + 1];
    const merges =
      before?.item !== undefined && (after?.item !== undefined || (after?.type === 'code' && after.fenced !== true));
    return block.item === undefined && !block.quoted && !merges && filled.has(sectionAt(document, block.firstLine));
  };
}

/** The lines of a block and the blank line after it, so that one blank line is left. */
function wholeLines({ firstLine, lastLine }: Block, lines: Lines): Range {
  const isBlank = (line: number): boolean => line < 0 || (line < lines.count && lines.text(line).trim() === '');
  const last = isBlank(firstLine - 1) && lastLine + 1 < lines.count && isBlank(lastLine + 1) ? lastLine + 1 : lastLine;
  return { start: lines.clamp(firstLine, 0), end: lines.clamp(last + 1, 0) };
}

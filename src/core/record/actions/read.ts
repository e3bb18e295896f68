import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import { conflictsOf } from '../../document/conflicts.ts';
import type { Span } from '../../text/span.ts';
import type { Block } from '../../document/model.ts';
import { visibleText, type Inline } from '../../text/inline.ts';
import { inlineOf } from '../../document/inline.ts';
import { heldAt } from '../../document/part.ts';
import type { ActionItem } from './item.ts';
import { boxOf, itemContent } from './box.ts';
import type { DoneMark } from './done.ts';
import { dueIn } from './due.ts';
import { fieldLineOf, fieldOf } from './fields.ts';
import { withoutLegend, work } from './legend.ts';
import { itemOfLines, type Place } from './make.ts';
import { actionSections, type ActionSection, type ItemNode, type Part } from './outline.ts';
import { ownerIn } from './owner.ts';
import { isNoItem, withoutTags } from './patterns.ts';
import { readActionTable } from './read-table.ts';
import { said } from './said.ts';
import { once } from '../../util/memo.ts';
import { anywhere, plain, whole, withoutAccents } from '../../vocabulary/words.ts';
import { withNamedOwners } from './section-owners.ts';
import { stateByTitle } from './titles.ts';

/**
 * Returns the action items of a postmortem, in order: list items, rows, labelled paragraphs and headings of their sections. None for
 * other documents, or for one with a merge conflict. Never throws.
 */
export const readActionItems: (document: CatalogDocument) => readonly ActionItem[] = perDocument((document) => {
  if (conflictsOf(document).length > 0) {
    return [];
  }
  const { lines } = document;
  return actionSections(document).flatMap((section) => {
    const { title, titleRange } = document.sections[section.index] ?? { title: '', titleRange: document.titleRange };
    const doneBy = stateByTitle(title, titleRange);
    const items = itemsOf(section, { document, section: section.index, reference: document.metadata.date, doneBy });
    return withNamedOwners(document, lines, withoutLegend(document, items));
  });
});

function itemsOf({ parts }: ActionSection, place: Place): ActionItem[] {
  const items: ActionItem[][] = [];
  const seen = (block: Block): string => visibleText(inlineOf(block, place.document));
  const stateUnder = statesOf(place.document);
  let label: string | undefined;
  let doneByLabel: DoneMark | undefined;
  let itemHeading: Block | undefined;
  const byHeading = partsByHeading(parts);
  for (const [index, part] of parts.entries()) {
    const { heading } = part;
    const doneBy = stateUnder(heading) ?? place.doneBy;
    if (heading !== undefined && heading === itemHeading) {
      continue;
    }
    const here = { ...place, group: label ?? (heading && seen(heading)), doneBy: doneByLabel ?? doneBy };
    const under = byHeading.get(heading) ?? [];
    if (part.type === 'node') {
      items.push(itemsOfNode(part.node, here));
    } else if (part.block.type === 'heading') {
      label = undefined;
      doneByLabel = undefined;
      const item = headingItem(part.block, under, { ...place, doneBy: stateUnder(part.block) ?? place.doneBy });
      itemHeading = item && part.block;
      items.push(item === undefined ? [] : [item]);
    } else if (part.block.type === 'table') {
      items.push(readActionTable(part.block, here));
    } else if (part.block.type === 'text') {
      const next = parts[index + 1];
      const title = labelOf(inlineOf(part.block, place.document));
      const alone = heading !== undefined && under.length === 1;
      if (title !== undefined && next !== undefined) {
        label = title;
        doneByLabel = stateByTitle(title, place.document.lines.trimmedRange(part.block.firstLine));
      } else {
        // A quotation speaks of them.
        const found = part.block.quoted
          ? []
          : (itemsOfParagraph(part.block, alone, here) ?? plainItems(part.block, under, here));
        items.push(found);
      }
    } else if (part.block.type === 'html') {
      items.push(itemsOfHtml(part.block, here));
    }
  }
  return items.flat();
}

/** Gives what a heading, or one above it, says of all that is under it; asked in the order in which headings stand. */
function statesOf(document: CatalogDocument): (heading: Block | undefined) => DoneMark | undefined {
  let open: Array<{ readonly heading: Block; readonly doneBy: DoneMark | undefined }> = [];
  return (heading) => {
    if (heading !== undefined && open.at(-1)?.heading !== heading) {
      const depth = heading.depth ?? 1;
      open = open.filter((above) => (above.heading.depth ?? 1) < depth);
      const title = visibleText(inlineOf(heading, document));
      open.push({ heading, doneBy: stateByTitle(title, document.lines.trimmedRange(heading.firstLine)) });
    }
    return heading === undefined ? undefined : open.findLast(({ doneBy }) => doneBy !== undefined)?.doneBy;
  };
}

/** Returns the parts under each heading, up to the next. */
function partsByHeading(parts: readonly Part[]): ReadonlyMap<Block | undefined, readonly Part[]> {
  const found = new Map<Block | undefined, Part[]>();
  for (const part of parts) {
    const { heading } = part;
    if (part.type === 'node' || part.block !== heading) {
      const known = found.get(heading) ?? [];
      known.push(part);
      found.set(heading, known);
    }
  }
  return found;
}

/** A paragraph that only titles what follows: "**Process**", "Long term:". */
function labelOf(inline: Inline): string | undefined {
  const text = visibleText(inline);
  return isBoldTitle(inline) || (text.endsWith(':') && text.length <= 60) ? text.replace(/:$/, '') : undefined;
}

/** Whether all of a text is bold, but for a colon after it. */
function isBoldTitle(inline: Inline): boolean {
  const [bold] = inline.marks;
  return (
    bold?.type === 'strong' &&
    bold.start === 0 &&
    visibleText(inline).length <= 60 &&
    /^:?$/.test(visibleText(inline, bold.end))
  );
}

function itemsOfNode(node: ItemNode, place: Place): ActionItem[] {
  const { lines } = place.document;
  const [block] = node.blocks;
  const first = block?.firstLine ?? node.item.firstLine;
  const span = itemContent(lines, first);
  const { text } = span;
  if (block !== undefined && namesKind(node, place.document)) {
    const group = visibleText(inlineOf(block, place.document)).replace(/:$/, '');
    const doneBy = stateByTitle(group, lines.trimmedRange(first)) ?? place.doneBy;
    return node.children.flatMap((child) => itemsOfNode(child, { ...place, group: group || place.group, doneBy }));
  }
  if (block === undefined || (isOwnField(span, place) && node.children.length === 0) || isNoItem(text)) {
    return node.children.flatMap((child) => itemsOfNode(child, place));
  }
  if (!['text', 'heading', 'html'].includes(block.type)) {
    return [];
  }
  const apart = node.children.filter(({ item }) => boxOf(lines, item.firstLine) !== undefined);
  const last = apart.length === 0 ? node.item.lastLine : (apart[0]?.item.firstLine ?? block.lastLine + 1) - 1;
  const item = itemOfLines(
    'item',
    block,
    { first, own: Math.max(first, block.lastLine), last: Math.max(first, block.lastLine, last) },
    place,
  );
  return [item, ...apart.flatMap((child) => itemsOfNode(child, place))];
}

/** Whether a line tells of the item above it, though it is beside it; "Bug: …" and "Link: …" are items themselves. */
function isOwnField(span: Span, place: Place): boolean {
  const found = fieldLineOf(span);
  return found !== undefined && ['owner', 'due', 'status', 'priority'].includes(found.role) && !tellsWork(span, place);
}

/** Whether after the owner and the due date with which a line begins stands what is to be done. */
function tellsWork(span: Span, { document }: Place): boolean {
  const here = said(span, heldAt(document, span));
  const [owner, due] = [ownerIn(here), dueIn(here, undefined)];
  if (owner === undefined || due === undefined) {
    return false;
  }
  const rest = span.text.slice(Math.max(owner.range.end.character, due.range.end.character) - span.from);
  return (
    /^[\s*_`】\])]*(?:[–—:-]\s)?\p{L}[^:：]{3}/u.test(rest) &&
    fieldOf(rest.replace(/^[\s*_`】\])]+/, '')) === undefined &&
    !/^\s*(?:at|eod|eob|the latest|utc)\b/i.test(rest)
  );
}

/** Whether a list item only says what those in it are about, so that they are the follow-ups. */
function namesKind({ children, item, blocks: [block] }: ItemNode, document: CatalogDocument): boolean {
  const { lines } = document;
  if (block === undefined || children.length === 0 || boxOf(lines, item.firstLine) !== undefined) {
    return false;
  }
  const inline = inlineOf(block, document);
  const bare = visibleText(inline);
  const fields = children.every((child) => fieldOf(itemContent(lines, child.item.firstLine).text) !== undefined);
  return (
    !fields &&
    (bare.endsWith(':') ||
      isBoldTitle(inline) ||
      bare.split(' ').length <= 2 ||
      children.every((child) => boxOf(lines, child.item.firstLine) !== undefined))
  );
}

/** A heading under which nothing but an item's fields stand is the item. */
function headingItem(block: Block, under: readonly Part[], place: Place): ActionItem | undefined {
  const texts = under.map(
    (part) =>
      itemContent(place.document.lines, part.type === 'node' ? part.node.item.firstLine : part.block.firstLine).text,
  );
  const fields = texts.filter((text) => fieldOf(text) !== undefined).length;
  if (fields === 0 || fields * 2 < texts.length || isNoItem(visibleText(inlineOf(block, place.document)))) {
    return undefined;
  }
  const last = under.reduce(
    (end, part) => Math.max(end, part.type === 'node' ? part.node.item.lastLine : part.block.lastLine),
    0,
  );
  return itemOfLines(
    'heading',
    block,
    { first: block.firstLine, own: block.lastLine, last: Math.max(block.lastLine, last) },
    place,
  );
}

const begins =
  /^(?:\*\*|__)[^*_]{2,120}(?:\*\*|__)|^(?:✅|☑|☐|✔|🔲|⬜)|^(?:TODO|ACTION|Action item|AI)(?: ?#?\d+)?\s*:/u;

/** Paragraphs are follow-ups where a label or box at their beginning, or a ticket under a heading of their own, shows it. */
function itemsOfParagraph(block: Block, alone: boolean, place: Place): ActionItem[] | undefined {
  const { lines } = place.document;
  const starts = Array.from(
    { length: block.lastLine - block.firstLine + 1 },
    (_, index) => block.firstLine + index,
  ).filter((line) => begins.test(itemContent(lines, line).text) || boxOf(lines, line) !== undefined);
  if (starts.length > 0) {
    return starts.flatMap((first, index) => {
      const { text } = itemContent(lines, first);
      const last = (starts[index + 1] ?? block.lastLine + 1) - 1;
      return isOwnField(itemContent(lines, first), place) || isNoItem(text)
        ? []
        : [itemOfLines('line', block, { first, own: last, last }, place)];
    });
  }
  if (!alone) {
    return undefined;
  }
  const item = itemOfLines('line', block, { first: block.firstLine, own: block.lastLine, last: block.lastLine }, place);
  return isFollowed(item) && !isOwnField(itemContent(lines, block.firstLine), place) && !refers.test(item.text)
    ? [item]
    : undefined;
}

const refers = /^(?:see|these|the following|all |tracked|each|every)\b/i;

function isFollowed({ tracking, owner, due }: ActionItem): boolean {
  return tracking.length > 0 || owner !== undefined || due !== undefined;
}

/** A line of running text that tells somebody to do something. */
const tells = once(() => {
  const verbs = plain(({ kind }) => kind.verbs);
  const late = plain(({ kind }) => kind.lateVerbs);
  return new RegExp(
    `^(?:${whole(verbs)}|(?:we|i|the \\w+) (?:will|should|must|need to|have to|are going to|plan to) )|${anywhere(late)}[.。]?$`,
    'iu',
  );
});
/** A line of text is no item if it is longer. */
const longestPlain = 300;

/** Lines of text are the items where nothing but such lines is under a heading; one paragraph may introduce them. */
function plainItems(block: Block, under: readonly Part[], place: Place): ActionItem[] {
  if (!under.every((part) => part.type === 'block' && part.block.type === 'text')) {
    return [];
  }
  const blocks = under.flatMap((part) => (part.type === 'block' ? [part.block] : []));
  const items = blocks.map((text) => ({ text, found: linesAsItems(text, place) }));
  const others = items.filter(({ found }, index) => found.length === 0 && (index > 0 || items.length < 3));
  return others.length > 0 ? [] : (items.find(({ text }) => text === block)?.found ?? []);
}

/** Each line of a paragraph as an item; none if one of them is prose. */
function linesAsItems(block: Block, place: Place): ActionItem[] {
  const { lines } = place.document;
  const items: ActionItem[] = [];
  for (let line = block.firstLine; line <= block.lastLine; line += 1) {
    const span = itemContent(lines, line);
    const item = itemOfLines('line', block, { first: line, own: line, last: line }, place);
    const isWork =
      /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(span.text) &&
      span.text.length <= longestPlain &&
      !refers.test(item.text) &&
      (isFollowed(item) || work.test(item.text) || tells().test(withoutAccents(item.text)));
    if (!isWork || isOwnField(span, place) || isNoItem(span.text)) {
      return [];
    }
    items.push(item);
  }
  return items;
}

/** The items of a list that is written in HTML, one to a line. */
function itemsOfHtml(block: Block, place: Place): ActionItem[] {
  const { lines } = place.document;
  return Array.from({ length: block.lastLine - block.firstLine + 1 }, (_, index) => block.firstLine + index)
    .filter((line) => /^\s*(?:<[uo]l>\s*)?<li\b/i.test(lines.text(line)))
    .filter((line) => {
      const span = itemContent(lines, line);
      return !isOwnField(span, place) && !isNoItem(withoutTags(span.text));
    })
    .map((line) => itemOfLines('line', block, { first: line, own: line, last: line }, place));
}

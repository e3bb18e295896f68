import type { CatalogDocument } from '../document/document.ts';
import type { ExpectedSection } from '../team/templates/template.ts';
import type { Block, Section } from '../document/model.ts';
import { perDocument } from '../document/per-document.ts';
import { labelsIn } from '../document/section-labels.ts';
import { sectionAt } from '../document/section-at.ts';
import { timedEntriesIn } from '../document/signals.ts';
import { canonicalIds } from '../vocabulary/vocabulary.ts';
import type { SectionId } from '../vocabulary/section-ids.ts';

/** A runbook with this many characters of text has content, whatever its form. */
const generousProse = 600;
/** An opening of this length is a summary; a longer one is the whole story. */
const opening = { shortest: 200, longest: 1200 };
/** This many entries with a time are a timeline, under any title. */
const enoughEntries = 3;
/** This many labelled lines are facts about an incident, and no story. */
const fewestFacts = 2;
/** This many checkboxes are a procedure. */
const enoughTasks = 3;

/** Titles of pages that change nothing, so that there is nothing to take back. */
const onlyLooks =
  /(?:^|[^\p{L}])(?:status|list\p{L}{0,20}|show\p{L}{0,3}|monitor(?:ing)?|inspect\p{L}{0,4}|audits?|health[ -]?checks?|checks?|reviews?|reports?)(?:$|[^\p{L}])/iu;

/** Sections with instructions. */
const procedural: readonly SectionId[] = ['mitigation', 'diagnosis', 'verification'];

/**
 * Returns whether the content of a section is elsewhere: steps or entries with a time under another title, the summary of a postmortem at
 * its start; nor is a way back asked of a page that only looks.
 */
export function isAnswered(document: CatalogDocument, { keys }: ExpectedSection): boolean {
  return (
    (keys.includes('steps') && showsSteps(document)) ||
    (keys.includes('rollback') && onlyLooks.test(document.title)) ||
    (keys.includes('timeline') && showsTimeline(document)) ||
    (keys.includes('summary') && openingOf(document).length >= opening.shortest && beginsWithSummary(document))
  );
}

/** Returns whether there is an opening that may be a summary, and not the whole story. */
export function beginsWithSummary(document: CatalogDocument): boolean {
  const { length } = openingOf(document);
  return length > 0 && length <= opening.longest;
}

/** The length of the opening text without a block of facts, in which every line begins with a label. */
const openingOf = perDocument((document: CatalogDocument): { readonly length: number } => {
  const { blocks, signals } = document;
  const end = blocks.findIndex(({ type, depth = 1 }) => type === 'heading' && depth > 1);
  const facts = blocks
    .slice(0, end === -1 ? 0 : end)
    .filter((block) => block.type === 'text' && isFacts(block, document))
    .reduce((sum, { text }) => sum + text.length, 0);
  return { length: Math.max(0, signals.introLength - facts) };
});

function isFacts(block: Block, document: CatalogDocument): boolean {
  const labels = labelsIn(block, document, () => true).length;
  return labels >= fewestFacts && labels === block.lastLine - block.textLine + 1;
}

/** Returns whether a document has instructions in some form, under any titles. */
export function saysWhatToDo(document: CatalogDocument): boolean {
  const { signals, sections, keys } = document;
  return (
    showsSteps(document) ||
    signals.proseLength > generousProse ||
    sections.filter(({ style }) => style === 'heading').length > 2 ||
    procedural.some((key) => keys.has(key))
  );
}

/** Whether a document has commands, numbered steps or headings, or checkboxes, under any title. */
function showsSteps({ signals, sections, blocks }: CatalogDocument): boolean {
  return (
    signals.commandBlocks > 0 ||
    signals.orderedItems > 1 ||
    sections.filter(({ title, level }) => level > 1 && /^\W*(?:step |\p{L}{1,40} )?\d{1,2}\s*[.):—–-]/iu.test(title))
      .length > 1 ||
    blocks.filter(({ item }) => item?.checked !== undefined).length >= enoughTasks
  );
}

/** Whether entries with a time stand together below a title that is no other usual section, such as the figures of the impact. */
function showsTimeline(document: CatalogDocument): boolean {
  const { kind, signals, blocks } = document;
  if (signals.timelineEntries < enoughEntries) {
    return false;
  }
  const counts = new Map<Section | undefined, number>();
  for (const block of blocks) {
    const around = sectionAt(document, block.firstLine);
    const section = block.type === 'heading' ? document.sections[around?.parent ?? -1] : around;
    if (section === undefined || canonicalIds(kind, section.title).length === 0) {
      counts.set(section, (counts.get(section) ?? 0) + timedEntriesIn(block, document));
    }
  }
  return [...counts.values()].some((count) => count >= enoughEntries);
}

import { wordsOf } from './words.ts';
import { idsOf } from './section-evidence.ts';
import { measuresOf } from './measures.ts';
import type { Evidence, Subject } from './subject.ts';
import { documentKinds, type DocumentKind } from '../../vocabulary/kind.ts';

/** The evidence that hand-written rules found in a document: for each kind, and against any. */
export interface HandEvidence {
  readonly for: Readonly<Record<DocumentKind, readonly Evidence[]>>;
  readonly against: readonly Evidence[];
}

/**
 * The features of a document, by name, each from 0 to about 1: `runbook.folder` (hand evidence), `title:restore` (words), `#clocks`
 * (measures). The fitted weights have the same names.
 */
export type Features = ReadonlyMap<string, number>;

/** Most headings and labels that are read. */
const mostHeadings = 80;

/** Returns the features of a document without those of the pages beside it. */
export function featuresOf(subject: Subject, hand: HandEvidence): Features {
  const features = new Map<string, number>();
  for (const kind of documentKinds) {
    addEvidence(features, kind, hand.for[kind]);
  }
  addEvidence(features, 'against', hand.against);
  for (const kind of documentKinds) {
    // Of the labelled pages in a folder for a kind that nothing speaks against, 98 of 100 are of that kind.
    if (hand.against.length === 0 && hand.for[kind].some(({ id }) => id === 'folder')) {
      features.set(`${kind}.unopposed`, 1);
    }
  }
  addWords(features, subject);
  addSections(features, subject);
  addText(features, subject);
  addFrontMatter(features, subject);
  for (const [name, value] of measuresOf(subject)) {
    if (value > 0) {
      features.set(`#${name}`, value);
    }
  }
  return features;
}

/** The heaviest evidence of a kind weighs about this much. */
const heaviest = 3;

function addEvidence(features: Map<string, number>, group: string, evidence: readonly Evidence[]): void {
  for (const { id, weight } of evidence) {
    features.set(`${group}.${id}`, weight / heaviest);
  }
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  if (sum > 0) {
    features.set(`${group}.sum`, Math.min(sum, 9) / heaviest);
  }
}

function addWords(features: Map<string, number>, { title, name, folders, document }: Subject): void {
  addEach(features, 'title', title);
  addEach(features, 'first', title.split(' ', 1)[0] ?? '');
  addEach(features, 'name', name);
  folders.slice(-4).forEach((words) => addEach(features, 'folder', words));
  for (const { title: heading, style } of document.sections.slice(0, mostHeadings)) {
    addEach(features, style === 'heading' ? 'heading' : 'label', wordsOf(heading.slice(0, 120)));
  }
}

/** A word of one letter says nothing; digits say only that there are some. */
function addEach(features: Map<string, number>, where: string, words: string): void {
  for (const word of words.split(' ')) {
    const plain = /^\d/.test(word) ? '0' : word;
    if (plain === '0' || plain.length > 1) {
      features.set(`${where}:${plain}`, 1);
    }
  }
}

/** Front matter values that are longer are text, not names. */
const longestValue = 60;

function addFrontMatter(features: Map<string, number>, { stated }: Subject): void {
  for (const [key, value] of stated) {
    features.set(`key:${key.replaceAll(/[^\p{L}\p{N}-]+/gu, '_')}`, 1);
    if (value !== '' && value.length <= longestValue && key !== 'title') {
      addEach(features, 'value', value.replaceAll(',', ''));
    }
  }
}

/** The first words of the text say what it is for, except short ones, which all texts have. */
const firstWords = 150;
/** Room for that many words. */
const mostText = 1500;
const shortestTelling = 4;

function addText(features: Map<string, number>, { document }: Subject): void {
  const first = document.blocks.filter(({ type }) => type === 'text').slice(0, 20);
  const words = wordsOf(
    first
      .map(({ text }) => text.slice(0, 600))
      .join(' ')
      .slice(0, mostText),
  ).split(' ');
  const telling = words.slice(0, firstWords).filter((word) => word.length >= shortestTelling);
  addEach(features, 'text', telling.join(' '));
}

function addSections(features: Map<string, number>, { document }: Subject): void {
  for (const { title } of document.sections.slice(0, mostHeadings)) {
    for (const kind of documentKinds) {
      for (const id of idsOf(kind, title)) {
        features.set(`${kind}§${id}`, 1);
      }
    }
  }
}

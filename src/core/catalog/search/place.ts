import type { CatalogDocument } from '../../document/document.ts';
import type { Section } from '../../document/model.ts';
import { sectionAt } from '../../document/section-at.ts';
import { distinctTerms } from './terms.ts';

/** The part of a document that answers a question best. */
export interface Place {
  /** Absent above the first heading. */
  readonly section?: Section;
  /** The line of that section with most of what was asked for, 0-based. */
  readonly line: number;
  /** Score of the section as an answer; 0 if it contains no term of the question. */
  readonly score: number;
}

/** The terms of a question that a section contains. */
interface Tally {
  readonly section: Section | undefined;
  readonly worth: Map<string, number>;
  words: number;
  line: number;
  lineWorth: number;
}

/** Factor for a word in a heading. */
const headingFactor = 1.5;
/** Sections with more words than this answer less well with the same words; from four times as many on it makes no difference. */
const usualWords = 120;

/** Returns the section of a document that answers best, and its best line. @param worth of each term. */
export function placeIn(document: CatalogDocument, worth: ReadonlyMap<string, number>): Place {
  const tallies = new Map<Section | undefined, Tally>();
  for (let line = 0; line < document.lines.count; line += 1) {
    const terms = distinctTerms(document.lines.text(line));
    const section = sectionAt(document, line);
    const isTitle = section !== undefined && line <= section.titleRange.end.line;
    const tally = tallies.get(section) ?? { section, worth: new Map(), words: 0, line, lineWorth: 0 };
    tallies.set(section, tally);
    tally.words += terms.size;
    let lineWorth = 0;
    for (const term of terms) {
      const value = (worth.get(term) ?? 0) * (isTitle ? headingFactor : 1);
      lineWorth += value;
      tally.worth.set(term, Math.max(value, tally.worth.get(term) ?? 0));
    }
    if (lineWorth > tally.lineWorth) {
      tally.line = line;
      tally.lineWorth = lineWorth;
    }
  }
  let best: Place = { line: 0, score: 0 };
  for (const { section, worth: found, words, line } of tallies.values()) {
    const sum = [...found.values()].reduce((total, value) => total + value, 0);
    const score = sum / (0.7 + 0.3 * Math.min(4, words / usualWords));
    if (score > best.score) {
      best = { ...(section && { section }), line, score };
    }
  }
  return best;
}

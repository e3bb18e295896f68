import type { ParsedDocument } from '../model.ts';
import { byKind, documentKinds, type DocumentKind, type Kind } from '../../vocabulary/kind.ts';
import { counterEvidence } from './counter-evidence.ts';
import { exclusion, templateReason } from './exclusions.ts';
import { featuresOf, type Features, type HandEvidence } from './features.ts';
import type { Page } from './neighbours.ts';
import { postmortemEvidence } from './postmortem-evidence.ts';
import { reasonsOf, whyOf, type Reasons } from './reasons.ts';
import { runbookEvidence } from './runbook-evidence.ts';
import { subjectOf, type Evidence, type Subject } from './subject.ts';
import { constant, probabilitiesOf, scoresOf, weightOf, type Scores } from './weighing.ts';
import { fitted } from './weights.ts';

/** The kind of a document and the reasons for a user, strongest first. */
export interface Classification {
  /** `other` also for a document that is only possibly one. */
  readonly kind: Kind;
  readonly why: string;
  /**
   * Probability of the kind, from 0 to 1; for a possible document, the probability of `possible`. Absent if the kind
   * was set.
   */
  readonly probability?: number;
  /** The kind that the document may have, but not so surely that it is treated as one. */
  readonly possible?: DocumentKind;
  /** Whether it is a template for other pages; templates are `other`. */
  readonly template?: boolean;
}

/** The facts about the kind of a document by itself. The pages beside it can change its kind; see `decide`. */
export interface Assessment {
  readonly page: Page;
  readonly scores: Scores;
  readonly reasons: Reasons;
  /** Why it is neither, whatever its words and the pages beside it. */
  readonly settled?: Settled;
}

interface Settled {
  readonly why: string;
  readonly template: boolean;
}

/** Evidence for each kind. */
const evidenceFor: Readonly<Record<DocumentKind, (subject: Subject) => Iterable<Evidence>>> = {
  runbook: runbookEvidence,
  postmortem: postmortemEvidence,
};

/** Most headings that are compared with those of the pages beside it. */
const mostHeadings = 60;

/** Evidence by which the pages beside a document are counted; a folder made for a kind is enough by itself. */
const threshold = 3;

/** Returns what is known of a document by itself: from its path, name, title, front matter, headings and body. */
export function assess(path: string, document: ParsedDocument): Assessment {
  const subject = subjectOf(path, document);
  const hand = handEvidenceOf(subject);
  const features = featuresOf(subject, hand);
  const settled = settledBy(subject);
  return {
    page: pageOf(path, document, settled === undefined ? takenFor(hand) : 'other'),
    scores: scoresOf(features),
    reasons: reasonsOf(features, hand),
    ...(settled !== undefined && { settled }),
  };
}

/** Returns the features of a document by itself, for fitting the weights. */
export function featuresByItself(path: string, document: ParsedDocument): Features {
  const subject = subjectOf(path, document);
  return featuresOf(subject, handEvidenceOf(subject));
}

/** Returns what a document of a kind shows to the pages beside it. */
export function pageOf(path: string, { sections, title }: ParsedDocument, taken: Kind): Page {
  const headings = sections.slice(0, mostHeadings).filter((section) => section.title !== title);
  return { path, taken, headings: headings.map(({ name }) => name) };
}

/** Returns why a document is neither a runbook nor a postmortem, if its name or its text says so plainly. */
function settledBy(subject: Subject): Settled | undefined {
  const template = templateReason(subject);
  const excluded = template ?? exclusion(subject);
  return excluded === undefined ? undefined : { why: excluded, template: template !== undefined };
}

function handEvidenceOf(subject: Subject): HandEvidence {
  return {
    for: byKind((kind) => [...evidenceFor[kind](subject)]),
    against: counterEvidence(subject),
  };
}

/** Returns the kind by the hand-written evidence alone. If two kinds have the same evidence, the later one wins. */
function takenFor(hand: HandEvidence): Kind {
  const best = documentKinds.reduce((a, b) => (sum(hand.for[b]) >= sum(hand.for[a]) ? b : a));
  return sum(hand.for[best]) - sum(hand.against) >= threshold ? best : 'other';
}

/**
 * Returns the kind of a document.
 * @param beside what the pages beside it say; see `Shelf`.
 */
export function decide(
  { settled, scores, reasons }: Assessment,
  beside: ReadonlyArray<readonly [name: string, value: number]> = [],
): Classification {
  if (settled !== undefined) {
    return { kind: 'other', ...settled };
  }
  const own = scoresOf(beside);
  const base = weightOf(constant);
  const all = probabilitiesOf(byKind((kind) => scores[kind] + own[kind] - (base?.[kind] ?? 0)));
  const likelier = documentKinds.reduce((a, b) => (all[b] > all[a] ? b : a));
  const why = (kind: Kind): string => whyOf(kind, likelier, [reasons, reasonsOf(beside)]);
  const { decided, possible } = fitted.bounds;
  if (all[likelier] >= decided) {
    return { kind: likelier, why: why(likelier), probability: hundredths(all[likelier]) };
  }
  if (all[likelier] >= possible) {
    return { kind: 'other', possible: likelier, why: why(likelier), probability: hundredths(all[likelier]) };
  }
  return {
    kind: 'other',
    why: why('other') || 'it has too few signs of a runbook or postmortem',
    probability: hundredths(all.other),
  };
}

/** Returns the kind of a document by itself, as if it stood alone in its folder. */
export function classify(path: string, document: ParsedDocument): Classification {
  return decide(assess(path, document));
}

function hundredths(probability: number): number {
  return Math.round(probability * 100) / 100;
}

function sum(evidence: readonly Evidence[]): number {
  return evidence.reduce((total, { weight }) => total + weight, 0);
}

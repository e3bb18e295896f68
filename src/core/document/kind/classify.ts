import type { ParsedDocument } from '../model.ts';
import { documentKinds, type DocumentKind, type Kind } from '../../vocabulary/kind.ts';
import { counterEvidence } from './counter-evidence.ts';
import { exclusion, templateReason } from './exclusions.ts';
import { postmortemEvidence } from './postmortem-evidence.ts';
import { runbookEvidence } from './runbook-evidence.ts';
import { subjectOf, type Evidence, type Subject } from './subject.ts';

/** A document's kind, and why in words for a user: the strongest reasons first. */
export interface Classification {
  readonly kind: Kind;
  readonly why: string;
  /** Whether it is a page that others are made from; such are `other`. */
  readonly template?: boolean;
}

/** What speaks for a document's being of each kind. */
const evidenceFor: Readonly<Record<DocumentKind, (subject: Subject) => Iterable<Evidence>>> = {
  runbook: runbookEvidence,
  postmortem: postmortemEvidence,
};

/** The evidence that makes a document a runbook or postmortem; a folder made for them is enough by itself. */
const threshold = 3;

/**
 * Decides what a document is from its path, name, title, front matter, headings and body. Evidence adds up; what speaks
 * against (a README, a template, a policy, a design document, a list of links) decides before it or is subtracted.
 */
export function classify(path: string, document: ParsedDocument): Classification {
  const subject = subjectOf(path, document);
  const template = templateReason(subject);
  if (template !== undefined) {
    return { kind: 'other', why: template, template: true };
  }
  const excluded = exclusion(subject);
  if (excluded !== undefined) {
    return { kind: 'other', why: excluded };
  }
  const against = counterEvidence(subject);
  // Of two kinds for which as much speaks the later one counts.
  const { kind, evidence } = documentKinds
    .map((each) => ({ kind: each, evidence: [...evidenceFor[each](subject)] }))
    .reduce((best, next) => (sum(next.evidence) >= sum(best.evidence) ? next : best));
  if (sum(evidence) - sum(against) < threshold) {
    return { kind: 'other', why: strongest(against)[0] ?? 'it has too few signs of a runbook or postmortem' };
  }
  return { kind, why: strongest(evidence).slice(0, 3).join('; ') };
}

function strongest(evidence: readonly Evidence[]): string[] {
  return evidence.toSorted((a, b) => b.weight - a.weight).map(({ reason }) => reason);
}

function sum(evidence: readonly Evidence[]): number {
  return evidence.reduce((total, { weight }) => total + weight, 0);
}

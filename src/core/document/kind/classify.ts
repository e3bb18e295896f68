import type { ParsedDocument } from '../model.ts';
import { documentKinds, type DocumentKind, type Kind } from '../../vocabulary/kind.ts';
import { counterEvidence } from './counter-evidence.ts';
import { exclusion, templateReason } from './exclusions.ts';
import { postmortemEvidence } from './postmortem-evidence.ts';
import { runbookEvidence } from './runbook-evidence.ts';
import { subjectOf, type Evidence, type Subject } from './subject.ts';

/** The kind of a document and the reasons for a user, strongest first. */
export interface Classification {
  readonly kind: Kind;
  readonly why: string;
  /** Whether it is a template for other pages; templates are `other`. */
  readonly template?: boolean;
}

/** Evidence for each kind. */
const evidenceFor: Readonly<Record<DocumentKind, (subject: Subject) => Iterable<Evidence>>> = {
  runbook: runbookEvidence,
  postmortem: postmortemEvidence,
};

/** Evidence that is enough for a kind; a folder made for it is enough by itself. */
const threshold = 3;

/**
 * Returns the kind of a document from its path, name, title, front matter, headings and body. Evidence adds up. Evidence against a kind
 * (a README, a template, a policy, a design document, a list of links) decides first or is subtracted.
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
  // If two kinds have the same evidence, the later one wins.
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

import { folderOf, type CatalogDocument } from '../document/document.ts';
import { perDocument } from '../document/per-document.ts';
import type { Kind } from '../vocabulary/kind.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { othersOf } from './others.ts';
import type { SectionId, SectionKey } from '../vocabulary/section-ids.ts';

/** A form of documents without a template, recognised by names that only such documents have. */
interface Shape {
  readonly kind: Kind;
  /** Two of these names are enough. */
  readonly marks: RegExp;
  /** Canonical ids of sections that such documents do not need. */
  readonly without: readonly SectionId[];
}

const shapes: readonly Shape[] = [
  // The steps of the playbook fix what is wrong; the diagnosis explains what they show.
  { kind: 'runbook', marks: /^(?:playbook|diagnosis)$/, without: ['mitigation'] },
  // Follow-ups sorted by what they improve: the summary tells the impact, the lessons the causes.
  {
    kind: 'postmortem',
    marks: /^(?:process|documentation|technical|policy)(?: improvements?)?$/,
    without: ['impact', 'causes'],
  },
  { kind: 'postmortem', marks: /^(?:attendees|stats)$/, without: ['impact'] },
  // An entry for each incident, in labels: the title is the summary, and the context tells how it came about.
  {
    kind: 'postmortem',
    marks: /^(?:key events|time to repair|time to resolve|review actions)$/,
    without: ['summary', 'causes'],
  },
  { kind: 'postmortem', marks: /^(?:contributors|mitigators|learnings and risks)$/, without: ['impact'] },
];

/** Number of different names that show a form. */
const enoughMarks = 2;

/** The forms of a document. */
const shapesOf = perDocument(({ kind, sections }: CatalogDocument): readonly Shape[] => {
  const names = [...new Set(sections.map(({ name }) => name))];
  return shapes.filter(
    (shape) => shape.kind === kind && names.filter((name) => shape.marks.test(name)).length >= enoughMarks,
  );
});

/** Returns the canonical ids of sections that a document does not need because of its form. */
export function excusedBy(document: CatalogDocument): ReadonlySet<SectionKey> {
  return new Set(shapesOf(document).flatMap(({ without }) => without));
}

/** Returns whether a document has a form that most documents of other folders do not have, so their custom does not apply. */
export function isShapedApart(document: CatalogDocument, neighbourhood: Neighbourhood): boolean {
  if (folderOf(document.path) === neighbourhood.folder) {
    return false;
  }
  const others = othersOf({ document, neighbourhood });
  return shapesOf(document).some(
    (shape) => others.filter((other) => shapesOf(other).includes(shape)).length * 2 < others.length,
  );
}

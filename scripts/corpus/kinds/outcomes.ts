import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentKind, Kind } from '../../../src/core/index.ts';
import type { Classification } from '../../../src/core/document/kind/classify.ts';
import type { Repository } from '../repositories.ts';
import type { Label } from './labels.ts';

/** What a labelled document is taken for. */
export interface Outcome {
  readonly repository: string;
  readonly path: string;
  readonly label: Kind;
  readonly kind: Kind;
  readonly why: string;
  /** The kind that an `other` document may have. */
  readonly possible?: DocumentKind;
  /** How likely the kind is, or `possible` if there is one. */
  readonly probability?: number;
}

/** What the labels of a repository give. */
export interface Outcomes {
  readonly outcomes: readonly Outcome[];
  /** Labels whose text is not there. */
  readonly absent: readonly Label[];
  /** Labels of another text than the one that is there. They are not scored. */
  readonly changed: readonly Label[];
}

/** Compares labels of a repository with its catalog. A file that the catalog leaves out is `other`, as it is for users. */
export async function outcomesOf({ folder, catalog }: Repository, labels: readonly Label[]): Promise<Outcomes> {
  const outcomes: Outcome[] = [];
  const absent: Label[] = [];
  const changed: Label[] = [];
  for (const label of labels) {
    const bytes = await readFile(path.join(folder, label.path)).catch(() => undefined);
    if (bytes === undefined) {
      absent.push(label);
    } else if (label.sha256 !== undefined && createHash('sha256').update(bytes).digest('hex') !== label.sha256) {
      changed.push(label);
    } else {
      outcomes.push(outcomeOf(label, catalog.get(label.path) ?? { kind: 'other', why: 'it is not indexed' }));
    }
  }
  return { outcomes, absent, changed };
}

function outcomeOf(label: Label, { kind, why, possible, probability }: Classification): Outcome {
  return {
    repository: label.repository,
    path: label.path,
    label: label.kind,
    kind,
    why,
    ...(possible !== undefined && { possible }),
    ...(probability !== undefined && { probability }),
  };
}

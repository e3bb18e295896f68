import path from 'node:path';
import { kinds, type Kind } from '../../src/core/index.ts';
import { rowsOf, textOf } from '../corpus/csv.ts';

/** A labelled file. */
export interface Label {
  /** OWNER/NAME on GitHub. */
  readonly repository: string;
  readonly path: string;
  /** Of the file's bytes, in hexadecimal digits. */
  readonly sha256: string;
  readonly kind: Kind;
  /** Whether two careful readers could see it differently. */
  readonly ambiguous: boolean;
  /** Whether its repository is scored only when nothing is changed any more. */
  readonly final: boolean;
}

export const labelsFile = path.join(import.meta.dirname, '..', '..', 'training', 'labels.csv');
export const repositoriesFile = path.join(import.meta.dirname, '..', '..', 'training', 'repositories.csv');

/** Reads the labels of this project. Throws where a row is not of the form that training/README.md describes. */
export async function readLabels(): Promise<Label[]> {
  const parts = new Map(
    rowsOf(await textOf(repositoriesFile), ['repository', 'part'], repositoriesFile).map(({ repository, part }) => {
      if (part !== 'development' && part !== 'final') {
        throw new Error(`${repositoriesFile}: the part of ${repository} is "${part}"`);
      }
      return [repository, part] as const;
    }),
  );
  const columns = ['repository', 'path', 'sha256', 'kind', 'ambiguous'] as const;
  return rowsOf(await textOf(labelsFile), columns, labelsFile).map((row) => {
    const { repository, path: file, sha256, kind: said, ambiguous } = row;
    const kind = kinds.find((one) => one === said);
    const part = parts.get(repository);
    if (kind === undefined || part === undefined) {
      throw new Error(`${labelsFile}: ${repository}/${file} has the kind "${said}" and the part "${part}"`);
    }
    return { repository, path: file, sha256, kind, ambiguous: ambiguous !== '', final: part === 'final' };
  });
}

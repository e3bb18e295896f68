import { Lines } from '../../text/lines.ts';
import { longestText, treeOf, type Tree } from '../../text/yaml/tree.ts';
import { mayDefineObjectives } from '../may-define.ts';
import type { ObjectiveFile } from '../objective.ts';
import { ObjectiveText } from './objects.ts';
import { readOpenSlo } from './openslo.ts';
import { readPyrra } from './pyrra.ts';
import { readSloth } from './sloth.ts';

/**
 * Returns the service level objectives that a YAML file defines for OpenSLO (v1alpha, v1beta1, v1), Sloth (plain or of Kubernetes) or Pyrra,
 * with the problems of those that cannot be read in full. An objective without a target, or with one that leaves no error budget or nothing
 * else, is only a problem. Below the first error of YAML nothing is read. Nothing is found in other files; see `mayDefineObjectives`. Never
 * throws; time grows no faster than the text, and texts above a limit are not read.
 */
export function readObjectives(path: string, text: string): ObjectiveFile {
  if (!mayDefineObjectives(path, text)) {
    return { path, objectives: [], problems: [] };
  }
  if (text.length > longestText) {
    return refused(path, `it has more than ${longestText} characters`);
  }
  const tree = treeOf(text);
  if (tree.refused !== undefined) {
    return refused(path, tree.refused);
  }
  const lines = Lines.of(text);
  const source = new ObjectiveText(path, text, lines, tree);
  for (const object of readOpenSlo(source, source.objects())) {
    if (!readSloth(source, object)) {
      readPyrra(source, object);
    }
  }
  if (source.exhausted) {
    source.problem(lines.end.line, 'The file has more than is read. Split it into several files.');
  }
  return sound(source, tree, lines, text);
}

function refused(path: string, reason: string): ObjectiveFile {
  return {
    path,
    objectives: [],
    problems: [{ line: 0, message: `The file is not read: ${reason}. Split it into several files.` }],
  };
}

/** What stands above the first error of YAML, in the order of the text. */
function sound({ path, found, problems }: ObjectiveText, tree: Tree, lines: Lines, text: string): ObjectiveFile {
  const { errorAt = Infinity } = tree;
  const sorted = found
    .filter(({ end }) => end <= errorAt)
    .toSorted((a, b) => a.start - b.start)
    .map(({ objective }) => objective);
  if (errorAt === Infinity) {
    return { path, objectives: sorted, problems: problems.toSorted((a, b) => a.line - b.line) };
  }
  const { line } = lines.positionAt(errorAt);
  const message = text.includes('{{')
    ? 'From here on this is a template and no YAML, so it is not read. Read the file that it makes.'
    : 'From here on this is not valid YAML, so it is not read. Correct this place.';
  return {
    path,
    objectives: sorted,
    problems: [
      ...problems.filter((problem) => problem.line < line).toSorted((a, b) => a.line - b.line),
      { line, message },
    ],
  };
}

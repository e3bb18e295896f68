import { UserError } from '../../../src/core/index.ts';
import { headerOf, rowsOf } from '../csv.ts';

/** The state that a reader gave to one section of the house template of a document. */
export interface SectionLabel {
  readonly section: string;
  readonly state: string;
}

const states = ['present', 'missing', 'empty', 'placeholder'];

/**
 * Returns the labels of a CSV file (path,section,state) by path, which starts with OWNER__NAME/, without those that a fourth column calls
 * ambiguous. Throws a UserError for an unknown state.
 */
export function parseSectionLabels(text: string, name: string): Map<string, SectionLabel[]> {
  const labels = new Map<string, SectionLabel[]>();
  const marked = headerOf(text, name).includes('ambiguous');
  const rows = rowsOf(text, ['path', 'section', 'state', ...(marked ? ['ambiguous' as const] : [])], name);
  for (const { path, section, state, ambiguous = '' } of rows) {
    if (ambiguous !== '') {
      continue;
    }
    if (!states.includes(state)) {
      throw new UserError(`${name}: the state "${state}" of ${path} is not one of ${states.join(', ')}.`);
    }
    const own = labels.get(path) ?? [];
    own.push({ section, state });
    labels.set(path, own);
  }
  return labels;
}

import type { Section } from '../model/document.ts';
import { builtInHelp } from '../templates/builtin/index.ts';

/**
 * Whether a section holds only the help of its template: its author has been told what belongs there and has not written
 * it yet. Such a section is work in progress, shown as such, and no finding: the author asked for it a moment ago.
 */
export function isUnwritten(section: Section): boolean {
  return section.state === 'blank' && section.comments.length > 0 && section.comments.every((comment) => builtInHelp.has(comment));
}

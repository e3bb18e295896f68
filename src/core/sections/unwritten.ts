import type { Section } from '../model/document.ts';
import { builtInHelp } from '../templates/builtin/index.ts';

/**
 * Whether a section holds the help of its template and, but for other comments, nothing else: its author has been told what belongs there and has not written
 * it yet. Such a section is work in progress, shown as such, and no finding: the author asked for it a moment ago.
 */
export function isUnwritten(section: Section): boolean {
  return section.state === 'blank' && section.comments.some((comment) => builtInHelp.has(comment));
}

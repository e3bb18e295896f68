import { readActionItems, type ActionItem } from '../../../../../src/core/index.ts';
import { documentOf } from '../../../support/context.ts';

/** The action items of a record with these lines; a heading of level two among them begins a section of its own. */
export function itemsOf(...lines: readonly string[]): readonly ActionItem[] {
  const isSection = lines.some((line) => line.startsWith('## '));
  const text = ['---', 'date: 2024-03-05', '---', ...(isSection ? [] : ['## Action items', '']), ...lines].join('\n');
  return readActionItems(documentOf('postmortem', text));
}

/** What each item says, in order. */
export function textsOf(...lines: readonly string[]): string[] {
  return itemsOf(...lines).map(({ text }) => text);
}

/** Whether each item is open, done, or will not be done, in order. */
export function statesOf(...lines: readonly string[]): string[] {
  return itemsOf(...lines).map(({ done, wontDo }) => (wontDo ? "won't do" : done ? 'done' : 'open'));
}

import type { ExcerptPart } from '../../../core/index.ts';
import { MarkdownString } from 'vscode';
import { plainText } from '../../services/plain-text.ts';

/** Returns an excerpt for a hover: text as plain text, code as code, steps with their numbers. */
export function shownExcerpt(parts: readonly ExcerptPart[]): MarkdownString {
  const shown = new MarkdownString();
  let step = 0;
  for (const { type, text, language } of parts) {
    if (type === 'code') {
      shown.appendCodeblock(text, language);
    } else {
      step += type === 'step' ? 1 : 0;
      const mark = type === 'step' ? `${step}. ` : type === 'item' ? '- ' : '';
      shown.appendMarkdown(`${mark}${plainText(text)}\n\n`);
    }
  }
  return shown;
}

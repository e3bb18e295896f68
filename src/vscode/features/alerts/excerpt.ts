import type { ExcerptPart } from '../../../core/index.ts';
import { MarkdownString } from 'vscode';
import { plainText } from '../../services/plain-text.ts';

const marks: Readonly<Record<Exclude<ExcerptPart['type'], 'code'>, string>> = { text: '', item: '- ', step: '1. ' };

/** Returns a part of an excerpt for a hover: text as plain text, code as code. */
export function shownPart({ type, text, language }: ExcerptPart): MarkdownString {
  return type === 'code'
    ? new MarkdownString().appendCodeblock(text, language)
    : new MarkdownString(`${marks[type]}${plainText(text)}`);
}

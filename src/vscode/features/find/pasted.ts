import { env } from 'vscode';

/** A text of fewer characters was typed. */
const shortestPaste = 30;

/**
 * Returns the text as it was copied. The box is one line, so it takes the line breaks out of a pasted alert, and with them what is its
 * heading and what its labels. The clipboard still has them.
 */
export async function asPasted(typed: string): Promise<string> {
  if (typed.length < shortestPaste) {
    return typed;
  }
  const copied = await env.clipboard.readText();
  return squeezed(copied) === squeezed(typed) ? copied : typed;
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

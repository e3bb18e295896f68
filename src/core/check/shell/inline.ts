/** What comes right before a command that the reader is told to run. */
const toldBefore =
  /(?:\b(?:run|runs|running|rerun|execute|executing|issue|issuing|type|enter|invoke|call|perform|do|try|use|using|with|via|by|command|then)\b|\b(?:execut[ea]r?|rode|rodar|corra|ejecut[ae]r?|lance[rz]?|exécute[rz]?|führen?|ausführen|mit|com|con|avec)(?!\p{L})|запуст|викона|выполн|через|実行)[^.!?;\n]{0,60}$/iu;
/** What comes right behind a command that opens its sentence. */
const toldBehind = /^(?:[.;:,]?$|to\s|in order to\s|on\s|in\s|against\s|を実行)/i;
const denied =
  /\b(?:not|never|don't|avoid|without|instead of|blocks?|blocked|forbidden|rejects?|like|such as|e\.g\.|equivalent|same as|previously|was|were|been|if)\b|не\s|ні(?:коли|чого)/i;

/**
 * Whether a command in running text is a step for the reader, and is not only spoken of.
 * @param before the text up to it, other commands blanked out; the last 400 characters will do.
 * @param after the text behind it, without white space at its end.
 */
export function isStep(before: string, after: string): boolean {
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n\n')) + 1).slice(-160);
  if (denied.test(sentence)) {
    return false;
  }
  const bare = sentence.replace(/^[\s>]*(?:[-*+]|\d+[.)])?\s*(?:\[[ xX]\]\s*)?/, '');
  return bare.trim() === '' ? toldBehind.test(after.trimStart()) : toldBefore.test(bare);
}

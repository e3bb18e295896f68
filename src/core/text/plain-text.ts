import { Lexer, type Token, type Tokens } from 'marked';

/** Longer texts are taken as they are: none is a title, and unbalanced emphasis takes marked quadratic time. */
const longestInline = 2000;

/**
 * Inline markdown as a reader sees it: emphasis, links, code and HTML tags give their text, images their alternative
 * text, entities their character. White space is folded.
 */
export function plainText(markdown: string): string {
  return fold(unescape(markdown.length > longestInline ? markdown : textOf(new Lexer().inlineTokens(markdown))));
}

/** Folds every run of white space, including no-break and zero-width spaces, into one space. */
export function fold(text: string): string {
  return text.replace(/[\s\u00a0\u200b-\u200d\u2060\ufeff]+/g, ' ').trim();
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case 'html':
          return /^<br\b/i.test(token.raw) ? ' ' : '';
        case 'br':
          return ' ';
        case 'codespan':
        case 'escape':
          return (token as Tokens.Codespan).text;
        default:
          return 'tokens' in token && token.tokens !== undefined
            ? textOf(token.tokens)
            : 'text' in token
              ? String(token.text)
              : token.raw;
      }
    })
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

function unescape(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity);
}

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../../../src/core/vocabulary/language.ts';
import { languages } from '../../../../src/core/vocabulary/words.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
/** The core without its vocabulary, the built-in templates, which are documents, and the fitted weights, whose words come from documents. */
const files = globSync('src/core/**/*.ts', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/^src\/core\/(?:vocabulary\/|team\/templates\/builtin\/|document\/kind\/weights)/.test(file));

/** Code without its comments; a quotation mark or a pattern may hold what looks like one. */
function withoutComments(code: string): string {
  return code.replace(
    /\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/[^\n]*|((?<=[=(,:[!&|?{};]\s*|=>\s)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)/g,
    (_, text: string | undefined) => text ?? ' ',
  );
}

const codes = files.map((file) => ({ file, code: withoutComments(readFileSync(path.join(root, file), 'utf8')) }));

function found(pattern: RegExp): string[] {
  return codes.flatMap(({ file, code }) => [...code.matchAll(pattern)].map(([text]) => `${file}: ${text}`));
}

/** Words of other languages that are English too, and names of continents in those of zones. */
const english = new Set(
  'america chance comment critique declare europe general negligence revision rollout'.split(' '),
);

/** The words of a language as patterns have them, without accents, that no text in English would have. */
function foreignWords(language: Language): string[] {
  const words = JSON.stringify(language)
    .replaceAll(/\\\\p\{\w+\}|\\\\./g, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();
  return words.match(/(?<![\p{L}\p{N}[\]?)~(])[a-z]{6,}(?![\p{L}\p{N}[?(~])/gu) ?? [];
}

describe('words of languages', () => {
  it('are looked for in all of the core', () => {
    assert.ok(codes.length > 150);
    assert.ok(found(/\bimport\b/g).length > 500);
    assert.equal(withoutComments("a('é'); // é\n/* é */ b"), "a('é');  \n  b");
  });

  it('stand in the vocabulary alone: no letters of other languages elsewhere', () => {
    assert.deepEqual(found(/(?![A-Za-z])\p{L}+/gu), []);
  });

  it('stand in the vocabulary alone: no names of months and weekdays elsewhere', () => {
    assert.deepEqual(
      found(
        /\b(?:january|february|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\bjan\|feb|['"]jan['"]/gi,
      ),
      [],
    );
  });

  it('stand in the vocabulary alone: no words of other languages elsewhere', () => {
    const keys = new Set(
      JSON.stringify(languages[0])
        .match(/[A-Za-z]{6,}/g)
        ?.map((word) => word.toLowerCase()),
    );
    const foreign = new Set(
      languages
        .slice(1)
        .flatMap(foreignWords)
        .filter((word) => !keys.has(word) && !english.has(word)),
    );
    assert.ok(foreign.size > 300);
    const elsewhere = codes.flatMap(({ file, code }) =>
      (code.match(/(?<![A-Za-z])[A-Za-z]?[a-z]{5,}(?![A-Za-z])/g) ?? [])
        .filter((word) => foreign.has(word.toLowerCase()))
        .map((word) => `${file}: ${word}`),
    );
    assert.deepEqual([...new Set(elsewhere)], []);
  });
});

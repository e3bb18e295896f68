// For esbuild: writes all languages except English into the bundles without their keys, which are the same in each and
// take a quarter of the space; src/core/vocabulary/unpack.ts reads them. Frequent parts of all words are one character;
// src/core/vocabulary/short-forms.ts has them. Runs in every Node.js that builds the command line.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build as bundle } from 'esbuild';

/** Returns the texts of a tree, in the order of another tree of the same shape. */
function linesOf(shape, words) {
  return Object.entries(shape).flatMap(([key, value]) =>
    typeof value === 'object' ? linesOf(value, words[key]) : [words[key]],
  );
}

/**
 * Returns the words of a language in the order of the English ones, one group per line, without its code and its parts
 * of titles.
 */
export function packed(english, language) {
  const shape = Object.fromEntries(Object.entries(english).filter(([key]) => key !== 'code' && key !== 'parts'));
  return linesOf(shape, language).join('\n');
}

/** The first character that stands for a part, and the number of those that follow it: letters that no packed language has. */
const first = 0x0400;
const most = 300;

/** The bytes of a text in a bundle, which escapes what a string cannot hold. */
function bytesOf(text) {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

/**
 * Returns the parts of texts that are best written as one character, with the texts in that form. Greedy: again and again the part that
 * saves most, among those that are frequent at first.
 */
export function shortened(texts) {
  const signs = new RegExp(`[\\u${first.toString(16).padStart(4, '0')}-\\u052f]`);
  if (texts.some((text) => signs.test(text))) {
    throw new Error('A language uses a character that stands for a short form');
  }
  let all = texts.join('\0');
  const counts = new Map();
  for (let length = 3; length <= 12; length += 1) {
    for (let at = 0; at + length <= all.length; at += 1) {
      const part = all.slice(at, at + length);
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
  }
  const saved = (part, count) => (bytesOf(part) - 2) * count - bytesOf(part) - 3;
  let candidates = [...counts]
    .filter(([part, count]) => !/[\0\n]/.test(part) && saved(part, count) > 30)
    .map(([part]) => part);
  const forms = [];
  while (forms.length < most) {
    const scored = candidates
      .map((part) => ({ part, value: saved(part, all.split(part).length - 1) }))
      .filter(({ value }) => value > 10)
      .toSorted((a, b) => b.value - a.value);
    if (scored.length === 0) {
      break;
    }
    // Those that share no text with a better one are taken together.
    const taken = [];
    for (const { part } of scored.slice(0, 40)) {
      if (forms.length + taken.length < most && !taken.some((other) => overlap(other, part))) {
        taken.push(part);
      }
    }
    for (const part of taken) {
      all = all.replaceAll(part, String.fromCharCode(first + forms.length));
      forms.push(part);
    }
    candidates = scored.map(({ part }) => part).filter((part) => !taken.includes(part));
  }
  return { forms, texts: all.split('\0') };
}

/** Whether two parts can share text. */
function overlap(a, b) {
  const ends = (x, y) =>
    Array.from({ length: Math.min(x.length, y.length) }, (_, at) => at + 1).some((n) => x.endsWith(y.slice(0, n)));
  return a.includes(b) || b.includes(a) || ends(a, b) || ends(b, a);
}

/** Returns every language by its code, from its sources. */
async function languagesIn(folder) {
  const { outputFiles } = await bundle({
    entryPoints: [path.join(folder, 'languages.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Packs each language, except those that are mostly empty. English keeps its keys, which the others are read by. */
export const packLanguages = {
  name: 'pack-languages',
  setup(build) {
    let read;
    const pack = async (folder) => {
      const all = await languagesIn(folder);
      const others = Object.values(all).filter((language) => language !== all.en && language.labels.facts.date !== '');
      const english = linesOf(all.en, all.en);
      const { forms, texts } = shortened([english.join('\n'), ...others.map((language) => packed(all.en, language))]);
      const lines = new Map(others.map(({ code }, index) => [code, texts[index + 1]]));
      return { all, forms, lines, english: texts[0].split('\n') };
    };
    build.onLoad({ filter: /[\\/]src[\\/]core[\\/]vocabulary[\\/](?:[a-z]{2}|short-forms)\.ts$/ }, async (file) => {
      read ??= pack(path.dirname(file.path));
      const { all, forms, lines, english } = await read;
      const name = path.basename(file.path, '.ts');
      if (name === 'short-forms') {
        const source = await readFile(file.path, 'utf8');
        return { contents: source.replace('= [];', `= ${JSON.stringify(forms)};`), loader: 'ts' };
      }
      if (name === 'en') {
        let next = 0;
        const filled = (shape) =>
          `{${Object.entries(shape)
            .map(
              ([key, value]) =>
                `${JSON.stringify(key)}: ${typeof value === 'object' ? filled(value) : `expanded(${JSON.stringify(english[next++])})`}`,
            )
            .join(', ')}}`;
        return {
          contents: `import { expanded } from './short-forms.ts';\nexport const en = ${filled(all.en)};\n`,
          loader: 'js',
        };
      }
      const text = lines.get(name);
      if (text === undefined) {
        return undefined;
      }
      const values = [name, text, all[name].parts].map((part) => JSON.stringify(part));
      return {
        contents: `import { unpack } from './unpack.ts';\nexport const ${name} = unpack(${values.join(', ')});\n`,
        loader: 'js',
      };
    });
  },
};

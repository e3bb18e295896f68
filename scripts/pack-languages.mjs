// For esbuild: writes all languages except English into the bundles without their keys, which are the same in each and
// take a quarter of the space. src/core/vocabulary/unpack.ts reads them. Runs in every Node.js that builds the command
// line.
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
 * @param shortened from src/core/vocabulary/unpack.ts.
 */
export function packed(english, language, shortened) {
  const shape = Object.fromEntries(Object.entries(english).filter(([key]) => key !== 'code' && key !== 'parts'));
  return shortened(linesOf(shape, language).join('\n'));
}

/** Returns every language by its code, and `shortened`, from their sources. */
async function languagesIn(folder) {
  const { outputFiles } = await bundle({
    stdin: {
      contents: `export * from './languages.ts'; export { shortened } from './unpack.ts';`,
      resolveDir: folder,
    },
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Packs each language, except those that are mostly empty. */
export const packLanguages = {
  name: 'pack-languages',
  setup(build) {
    let read;
    build.onLoad({ filter: /[\\/]src[\\/]core[\\/]vocabulary[\\/][a-z]{2}\.ts$/ }, async (file) => {
      read ??= languagesIn(path.dirname(file.path));
      const { en, shortened, [path.basename(file.path, '.ts')]: language } = await read;
      if (language === undefined || language === en || language.labels.facts.date === '') {
        return undefined;
      }
      const { code, parts } = language;
      const values = [code, packed(en, language, shortened), parts].map((part) => JSON.stringify(part));
      return {
        contents: `import { unpack } from './unpack.ts';\nexport const ${code} = unpack(${values.join(', ')});\n`,
        loader: 'js',
      };
    });
  },
};

// Leaves out of bundles what makes code of text: no bundle may do so, see test/packaging/bundles.test.ts. The parts are
// of the SDK of the Model Context Protocol and of zod, which it uses. Both do without: schemas are then interpreted, and
// what validates a user's answers to a server's questions is never asked, as our server asks none.
import { readFile } from 'node:fs/promises';

/** What stands for each file, by the end of its path. @type {ReadonlyArray<readonly [RegExp, (code: string) => string]>} */
const replacements = [
  [
    /[\\/]@modelcontextprotocol[\\/]sdk[\\/]dist[\\/]esm[\\/]validation[\\/]ajv-provider\.js$/,
    () => "export class AjvJsonSchemaValidator { getValidator() { throw new Error('Left out of this bundle'); } }",
  ],
  // Compiles schemas. It is not used where code cannot be made.
  [
    /[\\/]zod[\\/]v4[\\/]core[\\/]doc\.js$/,
    () => "export class Doc { compile() { throw new Error('Left out of this bundle'); } }",
  ],
  // Tries whether code can be made.
  [/[\\/]zod[\\/]v4[\\/]core[\\/]util\.js$/, withoutTrial],
];

/** @type {import('esbuild').Plugin} */
export const withoutCodeOfText = {
  name: 'without-code-of-text',
  setup(plugins) {
    for (const [filter, replaced] of replacements) {
      plugins.onLoad({ filter }, async ({ path }) => ({
        contents: replaced(await readFile(path, 'utf8')),
        loader: 'js',
      }));
    }
  },
};

/** @param {string} code of zod's test. */
function withoutTrial(code) {
  const trial = /const F = Function;\s*new F\(""\);\s*return true;/;
  if (!trial.test(code)) {
    throw new Error(
      'zod tries in another way whether it can make code. Look at scripts/build/without-code-of-text.mjs.',
    );
  }
  return code.replace(trial, 'return false;');
}

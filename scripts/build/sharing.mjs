// Bundles that load into a program that is running already. Such a guest takes from its host the modules that the host
// has anyway, so that neither holds them twice.
import path from 'node:path';
import { build } from 'esbuild';

/** What guests import from a host: the host's own modules, each with the short name that stands for it. */
export class Sharing {
  /** Name of the host's file in `dist`. */
  #host;
  /** Paths of the host's modules, relative to the project, with their prefix. @type {Map<string, string>} */
  #prefixes = new Map();
  /** The names that each of them exports. @type {Map<string, readonly string[]>} */
  #names = new Map();
  /** What guests import, with the module and name that it stands for. */
  #used = new Map();

  /** Use `Sharing.from`. */
  constructor(host) {
    this.#host = host;
  }

  /**
   * Returns what guests may take from a host.
   * @param {string} host its file in `dist`.
   * @param {import('esbuild').Metafile} metafile of the host, built alone.
   */
  static async from(host, metafile) {
    const sharing = new Sharing(host);
    const { inputs, entryPoint } = metafile.outputs[`dist/${host}`];
    // Those without bytes only name what others hold, or are not used by the host.
    const modules = Object.keys(inputs).filter((input) => input !== entryPoint && inputs[input].bytesInOutput > 0);
    const { outputs } = (
      await build({
        entryPoints: modules,
        bundle: false,
        format: 'esm',
        metafile: true,
        write: false,
        outdir: 'out/exports',
        outbase: '.',
      })
    ).metafile;
    for (const { entryPoint: module, exports } of Object.values(outputs)) {
      if (exports.length > 0) {
        sharing.#prefixes.set(module, `$${sharing.#prefixes.size.toString(36)}_`);
        sharing.#names.set(module, exports);
      }
    }
    return sharing;
  }

  /** Returns the plugin for a guest. @returns {import('esbuild').Plugin} */
  plugin() {
    const host = `./${this.#host}`;
    return {
      name: `guest of ${this.#host}`,
      setup: (plugins) => {
        plugins.onLoad({ filter: /[\\/](?:src|node_modules)[\\/].*\.(?:m?js|ts)$/ }, (file) => {
          const module = path.relative(process.cwd(), file.path).replaceAll(path.sep, '/');
          const prefix = this.#prefixes.get(module);
          if (prefix === undefined || plugins.initialOptions.entryPoints.includes(module)) {
            return undefined;
          }
          const names = this.#names.get(module).map((name) => `${prefix}${name} as ${name}`);
          return { contents: `export { ${names.join(', ')} } from '${host}';` };
        });
        plugins.onResolve({ filter: new RegExp(`^${RegExp.escape?.(host) ?? host.replaceAll('.', '\\.')}$`) }, () => ({
          path: host,
          external: true,
          sideEffects: false,
        }));
      },
    };
  }

  /** Notes what a guest takes, by its code. */
  note(code) {
    const modules = new Map([...this.#prefixes].map(([module, prefix]) => [prefix, module]));
    for (const [whole, prefix, name] of code.matchAll(/\.(\$[0-9a-z]+_)([\w$]+)/g)) {
      const module = modules.get(prefix);
      if (module !== undefined && this.#names.get(module).includes(name)) {
        this.#used.set(whole.slice(1), { module, name });
      }
    }
  }

  /** Returns the source of a host that gives its guests what they take, besides what its entry exports. */
  hostSource(entry) {
    const given = [...this.#used].map(([as, { module, name }]) => `export { ${name} as ${as} } from './${module}';`);
    return [`export * from './${entry}';`, ...given.toSorted()].join('\n');
  }
}

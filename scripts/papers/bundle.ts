import type { Metafile } from 'esbuild';

/**
 * The parts of a bundle. Packages are named by their location below node_modules: their name, or
 * `outer/node_modules/inner` for another version.
 */
export interface Bundle {
  readonly file: string;
  /** The file with comments about rights from the code; absent if there are none. */
  readonly comments?: string;
  /** The packages in the bundle, sorted. */
  readonly packages: readonly string[];
  /** The packages that its own code imports, sorted. */
  readonly imported: readonly string[];
  /** For each package, the packages in the bundle that it imports, sorted. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

/** Reads esbuild's data about one bundle. Throws if there is none. */
export function readBundle(file: string, metafile: Metafile): Bundle {
  const output = metafile.outputs[file];
  if (output === undefined) {
    throw new Error(`esbuild has no data about ${file}.`);
  }
  const packages = sorted(
    Object.entries(output.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([input]) => locationOf(input)),
  );
  const importedBy = (importer: string | undefined): string[] =>
    sorted(
      Object.entries(metafile.inputs)
        .filter(([input]) => locationOf(input) === importer)
        .flatMap(([, { imports }]) => imports.filter(({ external }) => external !== true))
        .map((imported) => locationOf(imported.path)),
    ).filter((location) => location !== importer && packages.includes(location));
  const comments = `${file}.LEGAL.txt`;
  return {
    file,
    ...(Object.hasOwn(metafile.outputs, comments) && { comments }),
    packages,
    imported: importedBy(undefined),
    imports: new Map(packages.map((location) => [location, importedBy(location)])),
  };
}

/** Returns the package of a file, or undefined for a file of this project. */
function locationOf(input: string): string | undefined {
  return /(?:^|[/:])node_modules\/((?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

function sorted(locations: ReadonlyArray<string | undefined>): string[] {
  return [...new Set(locations.filter((location) => location !== undefined))].toSorted();
}

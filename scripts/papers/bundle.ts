import type { Metafile } from 'esbuild';

/**
 * What a bundle is made of. Packages are named by where they are below node_modules: by their name, or, for a further version
 * of one, as `outer/node_modules/inner`.
 */
export interface Bundle {
  readonly file: string;
  /** The file with the comments about rights that stood in its code; absent without any. */
  readonly comments?: string;
  /** The packages with code in it, sorted. */
  readonly packages: readonly string[];
  /** The packages in it that its own code imports, sorted. */
  readonly imported: readonly string[];
  /** For each package the packages in the bundle that it imports, sorted. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

/** Reads what esbuild says of one bundle. Throws when it says nothing of it. */
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

/** The package that a file is of; nothing for a file of this project. */
function locationOf(input: string): string | undefined {
  return /(?:^|[/:])node_modules\/((?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

function sorted(locations: ReadonlyArray<string | undefined>): string[] {
  return [...new Set(locations.filter((location) => location !== undefined))].toSorted();
}

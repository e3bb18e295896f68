import { nounOf, UserError, type Catalog, type CatalogDocument } from '../core/index.ts';
import { commonOptions, globOptions, oneOf, parseOptions } from './arguments.ts';
import { jsonText } from './formats/json-text.ts';
import { indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';
import { printHelp } from './print-help.ts';

/** `runbook-lens list`. */
export async function runList(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readArguments(args);
  if (options.help) {
    return printHelp('list', io);
  }
  const { catalog } = await indexFolder({ ...options, history: options.format === 'json' }, io);
  const all = catalog.documents();
  const documents = all
    .filter(({ kind, possible }) => options.all || kind !== 'other' || (options.possible && possible !== undefined))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (options.format === 'json') {
    io.raw(jsonText(toPlain(documents, catalog)));
  } else {
    (documents.length === 0 ? [nothing(all)] : toLines(documents, options.possible)).forEach(io.line);
  }
  return exitCode.clean;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseOptions('list', args, {
    ...commonOptions,
    all: { type: 'boolean' },
    possible: { type: 'boolean' },
  });
  if (positionals.length > 1) {
    throw new UserError(`list accepts one path, not ${positionals.length}: ${positionals.join(' ')}`);
  }
  return {
    path: positionals[0],
    format: oneOf('format', values.format, ['text', 'json']),
    ...globOptions(values),
    all: values.all ?? false,
    possible: values.possible ?? false,
    help: values.help ?? false,
  };
}

function toPlain(documents: readonly CatalogDocument[], catalog: Catalog): object[] {
  return documents.map((document) => ({
    path: document.path,
    kind: document.kind,
    possible: document.possible,
    probability: document.probability,
    why: document.why,
    title: document.title,
    sections: document.sections.map(({ title, level, style, state, range, titleRange }) => ({
      title,
      level,
      style,
      state,
      range,
      titleRange,
    })),
    metadata: document.metadata,
    frontMatter: document.frontMatter?.values,
    lastChange: catalog.lastChange(document),
    problems: document.problems,
  }));
}

function nothing(documents: readonly CatalogDocument[]): string {
  const count = documents.filter(({ possible }) => possible !== undefined).length;
  const more = count === 0 ? '' : ` ${count} ${count === 1 ? 'is' : 'are'} possibly one; --possible lists them.`;
  return `No runbooks or postmortems found.${more}`;
}

/** @param marked whether possible documents are marked as such, not as `other`. */
function toLines(documents: readonly CatalogDocument[], marked: boolean): string[] {
  const rows = documents.map((document) => ({ document, name: marked ? nameOf(document) : document.kind }));
  const width = Math.max(10, ...rows.map(({ name }) => name.length));
  return rows.map(({ name, document: { path, title, why, metadata } }) => {
    const facts = [metadata.date, metadata.severity, metadata.status].filter((fact) => fact !== undefined);
    return `${name.padEnd(width)} ${path}: ${title}${facts.length > 0 ? ` [${facts.join(', ')}]` : ''} (${why})`;
  });
}

function nameOf({ kind, possible }: CatalogDocument): string {
  return possible === undefined ? kind : `possibly ${nounOf(possible)}`;
}

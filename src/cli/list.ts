import { UserError, type Catalog, type CatalogDocument } from '../core/index.ts';
import { commonOptions, globOptions, oneOf, parseOptions } from './arguments.ts';
import { jsonText } from './formats/json-text.ts';
import { indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';

export const listHelp = `Usage: runbook-lens list [PATH] [options]

Lists the runbooks and postmortems in the folder PATH (default: the working directory).

Options:
  --all                List other documents too, with the reason for their kind.
  --format text|json   Output format (default: text). JSON is an array of
                       {path, kind, why, title, sections, metadata, frontMatter?, lastChange?,
                       problems}; lines and characters in ranges are 0-based.
  --include GLOB       Only files that match. Can be repeated.
  --exclude GLOB       Skip files that match. Can be repeated.
  -h, --help           Show this help.

Exit code: 0: success, 1: failure.
`;

/** `runbook-lens list`. */
export async function runList(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readArguments(args);
  if (options.help) {
    io.raw(listHelp);
    return exitCode.clean;
  }
  const { catalog } = await indexFolder({ ...options, history: options.format === 'json' }, io);
  const documents = catalog
    .documents()
    .filter(({ kind }) => options.all || kind !== 'other')
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (options.format === 'json') {
    io.raw(jsonText(toPlain(documents, catalog)));
  } else {
    toLines(documents).forEach(io.line);
  }
  return exitCode.clean;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseOptions('list', args, { ...commonOptions, all: { type: 'boolean' } });
  if (positionals.length > 1) {
    throw new UserError(`list accepts one path, not ${positionals.length}: ${positionals.join(' ')}`);
  }
  return {
    path: positionals[0],
    format: oneOf('format', values.format, ['text', 'json']),
    ...globOptions(values),
    all: values.all ?? false,
    help: values.help ?? false,
  };
}

function toPlain(documents: readonly CatalogDocument[], catalog: Catalog): object[] {
  return documents.map((document) => ({
    path: document.path,
    kind: document.kind,
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

function toLines(documents: readonly CatalogDocument[]): string[] {
  if (documents.length === 0) {
    return ['No runbooks or postmortems found.'];
  }
  return documents.map(({ kind, path, title, why, metadata }) => {
    const facts = [metadata.date, metadata.severity, metadata.status].filter((fact) => fact !== undefined);
    return `${kind.padEnd(10)} ${path}: ${title}${facts.length > 0 ? ` [${facts.join(', ')}]` : ''} (${why})`;
  });
}

import { loadTold, newDocumentIndex, type IncidentFix, type SimilarIncident } from '../core/index.ts';
import { readTextArguments } from './find.ts';
import { jsonText } from './formats/json-text.ts';
import { indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';

export const similarHelp = `Usage: runbook-lens similar TEXT [options]

Finds past incidents like one, and what ended them. TEXT is the path of its record, relative to the
folder, or a text about it: what is broken, an error message, an alert.

Options:
  --in DIR             The folder to search (default: the working directory).
  --limit N            At most N results (default: 10).
  --format text|json   Output format (default: text). JSON is an array of
                       {path, title, date?, score, why, fixed?: {text, line}}; lines are 1-based.
                       Scores are from 0 to 1.
  --include GLOB       Only files that match. Can be repeated.
  --exclude GLOB       Skip files that match. Can be repeated.
  -h, --help           Show this help.

Exit code: 0: success, 1: failure.
`;

/** `runbook-lens similar`. */
export async function runSimilar(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readTextArguments('similar', args, '"disk full on orders-db"');
  if (options.help) {
    io.raw(similarHelp);
    return exitCode.clean;
  }
  const { catalog } = await indexFolder({ ...options, history: false }, io);
  const index = await newDocumentIndex();
  const documents = catalog.documents();
  index.put(documents);
  const named = options.text.replace(/^\.\//, '');
  const record = documents.find(({ path }) => path === named);
  const { toldOf, whatFixed } = await loadTold();
  const asked = record === undefined ? options.text : { ...toldOf(record), uri: record.uri };
  const rows = index.similar(asked, options.limit).map((found) => toRow(found, whatFixed(found.document)));
  if (options.format === 'json') {
    io.raw(jsonText(rows));
  } else {
    rows.forEach(({ path, title, why, fixed }) => {
      io.line(`${path}: ${title} (${why})`);
      if (fixed !== undefined) {
        io.line(`  line ${fixed.line}: ${fixed.text}`);
      }
    });
    if (rows.length === 0) {
      io.note('No past incident is like this one.');
    }
  }
  return exitCode.clean;
}

function toRow({ document: { path, title, metadata }, score, why }: SimilarIncident, fixed: IncidentFix | undefined) {
  return {
    path,
    title,
    ...(metadata.date !== undefined && { date: metadata.date }),
    score: Math.round(score * 100) / 100,
    why: reason(why),
    ...(fixed && { fixed: { text: fixed.text, line: fixed.line + 1 } }),
  };
}

function reason({ services, errors, words }: SimilarIncident['why']): string {
  return [
    ...(services.length > 0 ? [`service ${services.join(', ')}`] : []),
    ...errors.slice(0, 1).map((error) => `error "${error}"`),
    ...(words.length > 0 ? [`words ${words.join(', ')}`] : []),
  ].join('; ');
}

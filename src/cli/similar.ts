import { loadTold, newDocumentIndex, type IncidentFix, type SimilarIncident } from '../core/index.ts';
import { readTextArguments } from './find.ts';
import { jsonText } from './formats/json-text.ts';
import { indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';
import { printHelp } from './print-help.ts';

/** `runbook-lens similar`. */
export async function runSimilar(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readTextArguments('similar', args, '"disk full on orders-db"');
  if (options.help) {
    return printHelp('similar', io);
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

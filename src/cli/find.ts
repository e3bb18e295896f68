import { newDocumentIndex, UserError, type Found, type Why } from '../core/index.ts';
import { commonOptions, globOptions, oneOf, parseOptions } from './arguments.ts';
import { jsonText } from './formats/json-text.ts';
import { indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';
import { printHelp } from './print-help.ts';
import { leadingAlertsFor } from './leading-alerts.ts';
import { usualLimit } from './usual-limit.ts';

/** `runbook-lens find`. */
export async function runFind(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readTextArguments('find', args, '"disk full"');
  if (options.help) {
    return printHelp('find', io);
  }
  const indexed = await indexFolder({ ...options, history: false }, io);
  const index = await newDocumentIndex();
  index.setAlerts(indexed.root, await leadingAlertsFor(indexed));
  index.put(indexed.catalog.documents());
  const found = index.find(options.text, options.limit).map(toRow);
  if (options.format === 'json') {
    io.raw(jsonText(found));
  } else if (found.length > 0) {
    found.forEach(({ path, line, title, section, why }) =>
      io.line(
        `${path}${line === undefined ? '' : `:${line}`}: ${[title, section].filter(Boolean).join(' › ')} (${why})`,
      ),
    );
  } else {
    io.note(`No document has a word of "${options.text}".`);
    index.nearest(options.text, 3).forEach(({ path, title }) => io.note(`  nearest: ${path}: ${title}`));
  }
  return exitCode.clean;
}

/** Reads the arguments of a command that looks for a text. @param example of such a text. */
export function readTextArguments(command: string, args: readonly string[], example: string) {
  const { values, positionals } = parseOptions(command, args, {
    ...commonOptions,
    in: { type: 'string' },
    limit: { type: 'string' },
  });
  const text = positionals.join(' ');
  if (values.help !== true && text.trim() === '') {
    throw new UserError(`${command} needs a text to look for, for example: runbook-lens ${command} ${example}.`);
  }
  const limit = Number(values.limit ?? usualLimit);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new UserError(`--limit needs a whole number from 1, not "${values.limit}".`);
  }
  return {
    text,
    limit,
    path: values.in,
    format: oneOf('format', values.format, ['text', 'json']),
    ...globOptions(values),
    help: values.help ?? false,
  };
}

function toRow({ document: { path, title }, place, score, why }: Found) {
  return {
    path,
    title,
    ...(place !== undefined && { section: place.section?.title, line: place.line + 1 }),
    score: Math.round(score * 100) / 100,
    why: reason(why),
  };
}

function reason({ by, words, synonyms }: Why): string {
  if (by === 'alert') {
    return `alert ${words.join(', ')} links here`;
  }
  const where = by === 'link' ? 'linked' : by === 'name' ? 'named' : by.join(', ');
  const what = [words.join(', '), ...(synonyms.length > 0 ? [`in other words ${synonyms.join(', ')}`] : [])];
  return `${where}: ${what.filter((part) => part !== '').join('; ')}`;
}

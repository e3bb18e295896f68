import path from 'node:path';
import { parseArgs } from 'node:util';
import { isDate, UserError } from '../../src/core/index.ts';

const usage = `Each folder directly below ROOT is a repository, OWNER__NAME.

npm run corpus -- ROOT[=LABELS.csv] …          kinds against labels; findings per rule
    --without FILE.csv                         leaves out the labels of these paths (may be repeated)
    --sections ROOT=SECTIONS.csv               missing and empty sections against labels (may be repeated)
    --sample N --out FILE [--seed N]           writes N findings of each rule, to be judged
    --today YYYY-MM-DD                         the day on which reviews are overdue
    --json                                     prints data
npm run corpus -- --judge FILE [--json]        how many of the judged findings are wrong
npm run corpus -- --find ROOT=QUERIES.csv         right answers of the search, beside ripgrep
npm run corpus -- --alerts ROOT=ALERTS.csv        alerts, and where their links lead
npm run corpus -- removal ROOT [--seed N]      whether a section that is taken out is named
npm run corpus -- counts ROOT                  timeline entries and action items of each postmortem`;

/** A folder with repositories, and the file with labels of its documents. */
export interface Labelled {
  readonly root: string;
  readonly labels?: string;
}

/** What is drawn to be judged. */
export interface Draw {
  readonly size: number;
  readonly seed: number;
  readonly out: string;
}

/** What is measured. */
export interface MeasureOptions {
  readonly roots: readonly Labelled[];
  readonly without: readonly string[];
  readonly sections: ReadonlyArray<Required<Labelled>>;
  readonly draw?: Draw;
  readonly today?: string;
}

export type Command =
  | ({ readonly run: 'measure'; readonly json: boolean } & MeasureOptions)
  | { readonly run: 'judge'; readonly json: boolean; readonly file: string }
  | { readonly run: 'find'; readonly root: string; readonly queries: string }
  | { readonly run: 'alerts'; readonly root: string; readonly labels: string }
  | { readonly run: 'removal'; readonly root: string; readonly seed: number }
  | { readonly run: 'counts'; readonly root: string };

/** Returns what the arguments ask for. Throws a UserError that says what is wrong with them. */
export function commandOf(args: readonly string[]): Command {
  const { positionals, values } = parsed(args);
  const [first, ...more] = positionals;
  const json = values.json === true;
  const seed = count('seed', values.seed);
  if (values.judge !== undefined) {
    return { run: 'judge', json, file: values.judge };
  }
  if (values.find !== undefined) {
    const { root, labels } = labelled(values.find);
    if (labels === undefined) {
      throw refusal(`--find needs ROOT=QUERIES.csv, not ${values.find}.`);
    }
    return { run: 'find', root, queries: labels };
  }
  if (values.alerts !== undefined) {
    const { root, labels } = labelled(values.alerts);
    if (labels === undefined) {
      throw refusal(`--alerts needs ROOT=ALERTS.csv, not ${values.alerts}.`);
    }
    return { run: 'alerts', root, labels };
  }
  if (first === 'removal' || first === 'counts') {
    const [root] = more;
    if (root === undefined || more.length > 1) {
      throw refusal(`"${first}" needs one folder.`);
    }
    return first === 'removal' ? { run: first, root, seed } : { run: first, root };
  }
  const draw = drawOf(values.sample, values.out, seed);
  if (values.today !== undefined && !isDate(values.today)) {
    throw refusal('--today needs a day such as 2026-01-31.');
  }
  const sections = (values.sections ?? []).map((text) => {
    const { root, labels } = labelled(text);
    if (labels === undefined) {
      throw refusal(`--sections needs ROOT=SECTIONS.csv, not ${text}.`);
    }
    return { root, labels };
  });
  const named = positionals.map(labelled);
  const further = sections.map(({ root }) => root).filter((root) => named.every((other) => other.root !== root));
  const roots = [...named, ...[...new Set(further)].map((root) => ({ root }))];
  if (roots.length === 0) {
    throw refusal('Name at least one ROOT.');
  }
  const twice = named.find(({ root }, position) => named.findIndex((other) => other.root === root) < position);
  if (twice !== undefined) {
    throw refusal(`${twice.root} is named twice.`);
  }
  return {
    run: 'measure',
    json,
    roots,
    without: values.without ?? [],
    sections,
    ...(draw && { draw }),
    ...(values.today !== undefined && { today: values.today }),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        without: { type: 'string', multiple: true },
        sections: { type: 'string', multiple: true },
        sample: { type: 'string' },
        out: { type: 'string' },
        seed: { type: 'string', default: '1' },
        judge: { type: 'string' },
        find: { type: 'string' },
        alerts: { type: 'string' },
        today: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : String(error));
  }
}

function refusal(message: string): UserError {
  return new UserError(`${message}\n\n${usage}`);
}

/** Splits `ROOT=FILE` at the last `=`. */
function labelled(text: string): Labelled {
  const split = text.lastIndexOf('=');
  return split === -1 ? { root: folder(text) } : { root: folder(text.slice(0, split)), labels: text.slice(split + 1) };
}

/** The path of a folder, the same however it is written. */
function folder(text: string): string {
  return path.normalize(text).replace(/(?<=.)[\\/]$/, '');
}

function drawOf(sample: string | undefined, out: string | undefined, seed: number): Draw | undefined {
  if ((sample === undefined) !== (out === undefined)) {
    throw refusal('--sample N and --out FILE go together.');
  }
  return sample === undefined || out === undefined ? undefined : { size: count('sample', sample), seed, out };
}

function count(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw refusal(`--${name} needs a number, not "${text}".`);
  }
  return Number(text);
}

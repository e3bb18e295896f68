import { documentKinds, kindTraits, type DocumentKind, type Kind } from '../../vocabulary/kind.ts';
import type { HandEvidence } from './features.ts';
import { weightOf } from './weighing.ts';

/** A reason for a user, and how much it speaks for a kind: the log-odds that it adds. */
export interface Reason {
  /** Part of a sentence about the document: "it is in runbooks/". */
  readonly words: string;
  readonly strength: Readonly<Record<DocumentKind, number>>;
}

/** The strongest reasons for and against each kind of document. */
export type Reasons = Readonly<
  Record<DocumentKind, { readonly for: readonly Told[]; readonly against: readonly Told[] }>
>;

interface Told {
  readonly words: string;
  readonly strength: number;
}

/** Reasons that a user is told. */
const most = 3;

/** Weaker ones explain nothing. */
const weakest = 0.05;

/** Returns the strongest reasons of features, with those of hand evidence in its own words. */
export function reasonsOf(features: Iterable<readonly [name: string, value: number]>, hand?: HandEvidence): Reasons {
  const found = new Map<string, Record<DocumentKind, number>>();
  const note = (words: string, share: number, strength: Readonly<Record<DocumentKind, number>>): void => {
    const sum = found.get(words) ?? { runbook: 0, postmortem: 0 };
    for (const kind of documentKinds) {
      sum[kind] += strength[kind] * share;
    }
    found.set(words, sum);
  };
  for (const [name, value] of features) {
    const strength = weightOf(name);
    if (strength === undefined) {
      continue;
    }
    const evidence = hand && evidenceOf(name, hand);
    if (evidence === undefined) {
      const words = inWords(name);
      if (words !== undefined) {
        note(words, value, strength);
      }
    } else {
      const whole = evidence.reduce((sum, { weight }) => sum + weight, 0);
      evidence.forEach(({ reason, weight }) => note(reason, (value * weight) / whole, strength));
    }
  }
  const told = [...found].map(([words, strength]) => ({ words, strength }));
  return Object.fromEntries(
    documentKinds.map((kind) => [kind, { for: strongest(told, kind, 1), against: strongest(told, kind, -1) }]),
  ) as unknown as Reasons;
}

/** Returns the strongest reasons for a kind of several readings together, as one text; empty if there are none. */
export function whyOf(kind: Kind, likelier: DocumentKind, readings: readonly Reasons[]): string {
  const side = kind === 'other' ? 'against' : 'for';
  return readings
    .flatMap((reasons) => reasons[kind === 'other' ? likelier : kind][side])
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, most)
    .map(({ words }) => words)
    .join('; ');
}

function strongest(told: readonly Reason[], kind: DocumentKind, sign: 1 | -1): Told[] {
  return told
    .map(({ words, strength }) => ({ words, strength: strength[kind] * sign }))
    .filter(({ strength }) => strength >= weakest)
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, most);
}

/** The evidence that a feature such as `runbook.folder` or `against.sum` stands for. */
function evidenceOf(name: string, hand: HandEvidence): HandEvidence['against'] | undefined {
  const dot = name.indexOf('.');
  const group = name.slice(0, dot);
  const evidence =
    group === 'against' ? hand.against : documentKinds.flatMap((kind) => (kind === group ? hand.for[kind] : []));
  const own = evidence.filter(({ id }) => id === name.slice(dot + 1));
  return evidence.length === 0 ? undefined : own.length > 0 ? own : evidence;
}

/** Shorter words explain nothing. */
const shortestWord = 4;

const places: Readonly<Record<string, string>> = {
  title: 'its title has the word',
  first: 'its title begins with',
  name: 'its file name has the word',
  folder: 'a folder above it has the word',
  heading: 'a heading has the word',
  label: 'a label has the word',
  key: 'its front matter has the key',
  value: 'its front matter says',
};

const measures: Readonly<Record<string, string>> = {
  dated: 'its file name has a date',
  datedFolder: 'it is in a folder of a year',
  alertName: 'its file name is like an alert',
  numberedName: 'its file name begins with a number',
  capitals: 'its file name is in capitals',
  clocks: 'it tells times of day',
  days: 'it tells dates',
  timeline: 'it has a timeline',
  past: 'it tells what happened',
  present: 'it tells how things are',
  we: 'it says "we"',
  you: 'it says "you"',
  instructions: 'it gives instructions',
  dense: 'it is mostly instructions',
  accounts: 'it describes what happened',
  duty: 'it uses on-call terms',
  systems: 'it describes systems in operation',
  prompts: 'it has blanks to fill in',
  operatorCommands: 'it has commands for a running system',
  developerCommands: 'it has commands of developers',
  commandBlocks: 'it has blocks of commands',
  otherCode: 'it has blocks of other code',
  ordered: 'it has numbered steps',
  tables: 'it has tables',
  links: 'it has many links',
  list: 'it is mostly a list of links',
  questions: 'its headings are questions',
};

function inWords(name: string): string | undefined {
  if (name.startsWith('#')) {
    return measures[name.slice(1)];
  }
  const [group = '', word = ''] = name.split(/[:§]/);
  if (name.includes('§')) {
    return `it has a section for ${word.replaceAll('-', ' ')}`;
  }
  const place = places[group];
  if (place !== undefined) {
    return word.length < shortestWord ? undefined : `${place} "${word}"`;
  }
  return neighbours[group]?.replace('~', kindTraits[word as DocumentKind].plural);
}

const neighbours: Readonly<Record<string, string>> = {
  beside: 'most pages beside it are ~',
  alike: 'pages beside it with such a name are ~',
  headed: '~ beside it have the same headings',
};

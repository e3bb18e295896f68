import { phaseOf } from '../../record/status.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { othersInWords, othersOf } from '../../convention/others.ts';
import { mostCommon } from '../../document/most-common.ts';
import type { Metadata } from '../../document/model.ts';
import type { Severity } from '../../text/finding.ts';
import type { Range } from '../../text/position.ts';
import { nameSet } from '../../vocabulary/names.ts';
import { fieldNamed, isUsualValue, type Field } from '../../document/fields.ts';
import type { RuleContext } from '../rules/rule.ts';
import { nearest } from '../../text/nearest.ts';
import { dateFaults } from './date-faults.ts';
import { frontMatterFault } from '../../document/facts/front-matter-entries.ts';
import { containsWord, numberOf, schemesOf, stepOf } from './schemes.ts';
import { statedIn, type Stated } from '../../document/facts/stated.ts';
import { unknownZone } from '../../time/zone.ts';

/** An invalid value in the facts of a document. */
export interface MetadataFault {
  readonly range: Range;
  /** Which fact, and its value. */
  readonly about: string;
  readonly message: string;
  readonly severity: Severity;
  /** The value that was probably meant, for a fix. */
  readonly meant?: string;
}

/** Number of others that must state a field for a custom, … */
const fewestStating = 8;
/** … and the share of them that must agree. */
const agreement = 0.9;
/** A word is usual if this many others use it. */
const fewestUsing = 3;
/** The highest number of a usual scale: nobody may have needed its last steps so far. */
const lastOfScales = 5;
/** A word of this many letters may have two wrong ones, a shorter one only one. */
const lettersForTwo = 8;
const zoneNames = nameSet(({ labels }) => labels.zone);
/** Names of that field that denote something other than a service. */
const partsOfServices = /\b(?:components?|systems?|application)\b/;

function isService(name: string): boolean {
  return fieldNamed(name) === 'services' && !partsOfServices.test(name);
}

/** Returns all invalid values in the front matter and in the facts near the top of a document. */
export function metadataFaults(context: RuleContext): MetadataFault[] {
  const { document } = context;
  const stated = statedIn(document);
  return [
    ...brokenFrontMatter(document),
    ...firstOf(stated, 'severity').flatMap((fact) => severityFault(context, coreOf(fact))),
    ...firstOf(stated, 'status').flatMap((fact) => statusFault(context, coreOf(fact))),
    ...stated
      .filter(({ name, inFrontMatter }) => inFrontMatter && isService(name))
      .flatMap((fact) => serviceFault(context, fact)),
    ...dateFaults(context, stated),
    ...stated.filter(({ name }) => zoneNames().has(name)).flatMap(zoneFault),
  ];
}

/** Invalid YAML in front matter. Text between two horizontal rules that is not meant as front matter is ignored. */
function brokenFrontMatter(document: CatalogDocument): MetadataFault[] {
  const { frontMatter, problems, text } = document;
  const problem = problems.find(({ message }) => message.startsWith('Front matter'));
  const meant = /^\ufeff?---[ \t]*(?:\r\n|\r|\n)(?:[ \t]*#.*(?:\r\n|\r|\n)){0,20}["']?[\w-]+["']?[ \t]*:/.test(text);
  return problem === undefined || frontMatter === undefined || !meant || generated(document)
    ? []
    : [
        {
          range: frontMatterFault(document) ?? frontMatter.range,
          about: 'front matter',
          message: problem.message.split('\n')[0] ?? '',
          severity: 'warning',
        },
      ];
}

/** Whether front matter is a template of a site generator. */
function generated({ lines, frontMatter }: CatalogDocument): boolean {
  return frontMatter !== undefined && /\{\{|\{%|<%|\$\{/.test(lines.slice(frontMatter.range));
}

/** The facts that count for a field: those in front matter, else the first one below. */
function firstOf(stated: readonly Stated[], field: Field): Stated[] {
  const found = stated.filter(({ name }) => fieldNamed(name) === field);
  const proper = found.filter(({ name }) => name !== 'priority');
  const [first] = proper.length > 0 ? proper : found;
  return first === undefined ? [] : [first];
}

/** "SEV-2 (customers affected)" and "**High** - a third of requests" say SEV-2 and High. */
function coreOf(fact: Stated): Stated {
  return { ...fact, ...fact.core };
}

function severityFault(context: RuleContext, fact: Stated): MetadataFault[] {
  const { severities } = context.words;
  if (severities !== undefined) {
    return outside(fact, 'severity', severities);
  }
  const others = statedByOthers(context, 'severity');
  const tally = others.flatMap(schemesOf);
  const usual = mostCommon(tally);
  const using = tally.filter((scheme) => scheme === usual).length;
  if (usual !== undefined && others.length >= fewestStating && using >= agreement * others.length) {
    const evidence = `${using} of ${others.length} ${othersInWords(context)} with a severity use ${usual}`;
    const fault = (what: string): MetadataFault[] => [
      {
        range: fact.range,
        about: `severity ${fact.text}`,
        message: `Severity "${fact.text}" ${what}`,
        severity: 'information',
      },
    ];
    const steps = stepOf(fact.text);
    if (steps.length > 0 && !schemesOf(fact.text).includes(usual)) {
      return fault(`does not fit the scale in use (${evidence})`);
    }
    const last = Math.max(
      lastOfScales,
      ...others.map((other) => (stepOf(other).includes(usual) ? numberOf(other) : 0) ?? 0),
    );
    if (steps.includes(usual) && (numberOf(fact.text) ?? 0) > last) {
      return fault(`is beyond the scale in use, which ends at ${last} or before (${evidence})`);
    }
  }
  return misspelling(context, fact, others, 'severity');
}

function statusFault(context: RuleContext, fact: Stated): MetadataFault[] {
  const { statuses } = context.words;
  // During an incident, the record has a status of its own, whatever statuses the team has for reviews.
  if (phaseOf(fact.text) !== undefined) {
    return [];
  }
  return statuses === undefined
    ? misspelling(context, fact, statedByOthers(context, 'status'), 'status')
    : outside(fact, 'status', statuses);
}

function serviceFault({ words: { services } }: RuleContext, fact: Stated): MetadataFault[] {
  return services === undefined ? [] : outside(fact, 'service', services);
}

/** A word that is not in the configured list. */
function outside({ text, range }: Stated, what: string, words: readonly string[]): MetadataFault[] {
  if (containsWord(text, words)) {
    return [];
  }
  const meant = nearest(text, words);
  const hint = meant === undefined ? `expected one of ${listed(words)}` : `did you mean "${meant}"?`;
  return [
    {
      range,
      about: `${what} ${text}`,
      message: `Unknown ${what} "${text}": ${hint}`,
      severity: 'warning',
      ...(meant !== undefined && { meant }),
    },
  ];
}

/** A word that nobody else uses and that is one or two letters away from a common one. */
function misspelling(
  context: RuleContext,
  { text, range }: Stated,
  others: readonly string[],
  what: string,
): MetadataFault[] {
  const used = new Map<string, number>();
  for (const other of others) {
    used.set(other.toLowerCase(), (used.get(other.toLowerCase()) ?? 0) + 1);
  }
  if (others.length < fewestStating || containsWord(text, others) || isUsualValue(text)) {
    return [];
  }
  const usual = [...new Set(others)].filter((word) => (used.get(word.toLowerCase()) ?? 0) >= fewestUsing);
  // Words have neighbours that mean something else: "Active" and "Archive".
  const meant = nearest(text, usual, lettersForTwo / 2) ?? usual.find((word) => sorted(word) === sorted(text));
  return meant === undefined || meant.length < 4
    ? []
    : [
        {
          range,
          about: `${what} ${text}`,
          message: `Unusual ${what} "${text}": did you mean "${meant}"? (${used.get(meant.toLowerCase())} ${othersInWords(context)} use it)`,
          severity: 'information',
          meant,
        },
      ];
}

/** The letters of a word in the order of the alphabet, to compare words with letters in the wrong place. */
function sorted(word: string): string {
  return [...word.toLowerCase()].toSorted().join('');
}

function zoneFault({ text, range }: Stated): MetadataFault[] {
  const found = unknownZone(text);
  const hint = found?.meant === undefined ? '' : `: did you mean "${found.meant}"?`;
  return found === undefined
    ? []
    : [
        {
          range,
          about: `time zone ${text}`,
          message: `Unknown time zone "${text}"${hint}`,
          severity: 'warning',
          ...found,
        },
      ];
}

function statedByOthers(context: RuleContext, field: keyof Pick<Metadata, 'severity' | 'status'>): string[] {
  return othersOf(context)
    .map(({ metadata }) => metadata[field])
    .filter((value) => value !== undefined);
}

/** Maximum number of words in the list of a message. */
const mostListed = 12;

function listed(words: readonly string[]): string {
  return words.length > mostListed ? `${words.slice(0, mostListed).join(', ')} …` : words.join(', ');
}

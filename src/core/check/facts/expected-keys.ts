import type { CatalogDocument } from '../../document/document.ts';
import { othersInWords, othersOf } from '../../convention/others.ts';
import { isSteadyNear } from '../../convention/near.ts';
import { perDocument } from '../../document/per-document.ts';
import type { Template } from '../../team/templates/template.ts';
import { idsByName, nameSet } from '../../vocabulary/names.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { Lines } from '../../text/lines.ts';
import { readFrontMatter } from '../../document/front-matter.ts';
import { tellsIncident } from '../../vocabulary/kind.ts';
import type { RuleContext } from '../rules/rule.ts';

/** A key that front matter should have, and the evidence for it in words. */
export interface ExpectedKey {
  readonly key: string;
  readonly evidence: string;
}

/** Least number of documents with front matter for a custom. */
const fewestWithFrontMatter = 8;
/** Share of the others that makes a key expected. */
const customShare = 0.9;

/** Returns the front matter keys of the team template for a document; none if there is no template. */
export function templateKeys({ expectation }: Pick<RuleContext, 'expectation'>): readonly string[] {
  return expectation.authority === 'template' ? keysIn(expectation.convention.template) : [];
}

const keysIn = perDocument(({ text }: Template): readonly string[] =>
  Object.keys(readFrontMatter(Lines.of(text)).frontMatter?.values ?? {}),
);

/** Returns the keys that front matter should have, in their usual order: from the team template, else from the neighbours. */
export function expectedKeys(context: RuleContext): ExpectedKey[] {
  const { name } = context.expectation.convention.template;
  const demanded = templateKeys(context).map((key) => ({ key, evidence: `in the template ${name}` }));
  return demanded.length > 0 ? demanded : customaryKeys(context);
}

/** Keys that are known only after the incident. */
const tellsEnd = /(?:^|[_\s-])(?:end|ended|resolved|mitigated|recovered|closed|duration)(?:$|[_\s-])/i;
const steps = idsByName(({ labels }) => labels.steps);
const durations = nameSet(({ labels }) => labels.duration);

function isEnd(key: string): boolean {
  const name = normaliseName(key);
  const step = steps().get(name);
  return tellsEnd.test(key) || durations().has(name) || (step !== undefined && step !== 'start' && step !== 'detected');
}

const states = idsByName(({ reviews }) => reviews);

/** Whether the status of a document says that it is not finished. */
function isOpen({ document }: RuleContext): boolean {
  const status = normaliseName(document.metadata.status ?? '');
  return states().get(status) === 'draft' && status !== 'resolved' && status !== 'mitigated';
}

/** Keys by which status pages show a notice. */
const ofNotices = /^(?:resolved(?:[-_ ]?(?:when|at|on))?|affected(?:[-_ ]?\w+)?|components?|informational|scheduled)$/i;
const fewestOfNotices = 2;
/** A longer one tells more than customers are told. */
const longestNotice = 1500;

/** Whether a document is a short public notice of a status page. */
const noticeOf = perDocument((document) => {
  const { sections, signals } = document;
  const keys = keysOf(document).filter((key) => ofNotices.test(key));
  const flat = !sections.some(({ level, style }) => style === 'heading' && level > 1);
  return {
    is: tellsIncident(document) && flat && signals.proseLength <= longestNotice && keys.length >= fewestOfNotices,
  };
});

/**
 * Keys that nearly all others have, nearly all pages beside it, and all records near it in time; none if the others have no front matter, or
 * for a notice of a status page.
 */
function customaryKeys(context: RuleContext): ExpectedKey[] {
  const { document, neighbourhood } = context;
  const others = othersOf(context);
  const stating = others.filter((other) => keysOf(other).length > 0);
  const firm = stating.length >= fewestWithFrontMatter && stating.length >= customShare * others.length;
  if (!firm || noticeOf(document).is) {
    return [];
  }
  const inTime = neighbourhood.nearAmong(document, () => new Set(stating.map(({ uri }) => uri)));
  const beside = context.beside();
  const tally = tallyKeys(stating);
  const near = tallyKeys(beside);
  const isUsual = (key: string): boolean => (near.get(key)?.count ?? 0) >= customShare * beside.length;
  return [...tally]
    .filter(
      ([key, { count }]) =>
        count >= customShare * others.length &&
        beside.length > 0 &&
        isUsual(key) &&
        (inTime === undefined || isSteadyNear(inTime, (other) => keysOf(other).includes(key))) &&
        !(isEnd(key) && isOpen(context)),
    )
    .toSorted(([, a], [, b]) => a.place / a.count - b.place / b.count)
    .map(([key, { count }]) => ({ key, evidence: `${count} of ${others.length} ${othersInWords(context)} have it` }));
}

function keysOf({ frontMatter }: CatalogDocument): string[] {
  return Object.keys(frontMatter?.values ?? {});
}

interface Tally {
  count: number;
  /** The sum of the key's places in their front matters. */
  place: number;
}

function tallyKeys(documents: readonly CatalogDocument[]): ReadonlyMap<string, Tally> {
  const tally = new Map<string, Tally>();
  for (const document of documents) {
    for (const [place, key] of keysOf(document).entries()) {
      const entry = tally.get(key) ?? { count: 0, place: 0 };
      entry.count += 1;
      entry.place += place;
      tally.set(key, entry);
    }
  }
  return tally;
}

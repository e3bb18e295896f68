import type { CatalogDocument } from '../document/document.ts';
import { statedIn } from '../document/facts/stated.ts';
import { trimmedEnd } from '../text/ends.ts';
import { once } from '../util/memo.ts';
import { nameSet } from '../vocabulary/names.ts';
import { normaliseName } from '../vocabulary/normalise.ts';
import { anyOfNames, anywhere, ended, split, wordsIn, written } from '../vocabulary/words.ts';

const rates = nameSet(({ failing }) => failing.rate);
const availabilities = nameSet(({ failing }) => failing.availability);
const extents = nameSet(({ failing }) => failing.extent);

const patterns = once(() => {
  const sign = anyOfNames(wordsIn(({ failing }) => failing.percent));
  const ofs = anyOfNames(wordsIn(({ grammar }) => grammar.of));
  const usualOf = anyOfNames(wordsIn(({ grammar }) => split(grammar.of)[0] ?? ''));
  const about = `(?:(?:[~≈]|${ended(written(({ time }) => time.about))})\\s?)?`;
  const number = `${about}(\\d{1,3}(?:[.,]\\d{1,6})?)`;
  const share = `${number}\\s?(?:[%％]|${ended(sign)})`;
  return {
    /** The share, and what it is of: "12.5 % of all orders (mobile only)". */
    share: new RegExp(`^${share}(?:$|\\s?[(（,;]|\\s[-–—]\\s|\\s${ended(usualOf)})`, 'iu'),
    /** "12 % of requests failed." Nothing else, and of nothing else: it is no share of all if it is that of one place. */
    failed: new RegExp(`^${share}\\s${ended(ofs)}\\s${ended(written(({ failing }) => failing.failed))}\\.?$`, 'iu'),
    bare: new RegExp(`^${number}$`, 'iu'),
    inName: new RegExp(`(?<!\\p{L})${anywhere(sign)}(?!\\p{L})`, 'iu'),
    outage: new RegExp(`^${ended(written(({ failing }) => failing.outage))}`, 'iu'),
    of: new RegExp(`^\\s${ended(ofs)}\\s`, 'iu'),
  };
});

/** Longer values are prose. */
const longest = 200;

/**
 * Returns the fraction of requests or time that failed, from 0 to 1, as a record states it: `error_rate: 12%` in its front matter, or a label
 * near its top ("**Error rate:** 12 %", "Availability: 88 %", "Impact: 12 % of requests failed"). The first that is clear counts. A record that
 * states a full outage, of all or of its one service, states 1. Undefined without such a statement, and for numbers without a unit, ranges and
 * peaks.
 */
export function failedShare(document: CatalogDocument): number | undefined {
  const services = (document.metadata.services ?? []).map((service) => normaliseName(service));
  for (const { name, text } of statedIn(document)) {
    const share = text.length > longest ? undefined : shareIn(name, text.trim(), services);
    if (share !== undefined) {
      return share;
    }
  }
  return undefined;
}

function shareIn(name: string, text: string, services: readonly string[]): number | undefined {
  const inPercent = patterns().inName.test(name);
  // The unit may stand in brackets, whose last is no longer in the name.
  const core = inPercent ? trimmedEnd(name.replace(patterns().inName, ' ').replace(/ {2,}/g, ' '), /[ (]/) : name;
  const known = (names: () => ReadonlySet<string>): boolean => names().has(name) || names().has(core);
  if (known(rates)) {
    return fractionIn(text, inPercent);
  }
  if (known(availabilities)) {
    const good = fractionIn(text, inPercent);
    // In hundredths of a percent and finer, so that 99.9 % is 0.1 % and not a little more.
    return good === undefined ? undefined : Number((1 - good).toFixed(10));
  }
  if (!extents().has(name)) {
    return undefined;
  }
  return isFullOutage(text, services) ? 1 : fractionOf(patterns().failed.exec(text));
}

/** The fraction that a value states in percent and alone; a value with further numbers is not clear. */
function fractionIn(text: string, inPercent: boolean): number | undefined {
  const found = patterns().share.exec(text) ?? (inPercent ? patterns().bare.exec(text) : null);
  return found === null || /\d/.test(text.slice(found[0].length)) ? undefined : fractionOf(found);
}

function fractionOf(found: RegExpExecArray | null): number | undefined {
  const fraction = Number(`${(found?.[1] ?? '').replace(',', '.')}e-2`);
  return fraction <= 1 ? fraction : undefined;
}

/** "Full outage", "Complete outage of checkout": the words alone, or for the only service that the record names. */
function isFullOutage(text: string, services: readonly string[]): boolean {
  const found = patterns().outage.exec(text)?.[0];
  if (found === undefined) {
    return false;
  }
  const rest = text.slice(found.length);
  const of = patterns().of.exec(rest)?.[0];
  const what = normaliseName(rest.slice(of?.length ?? 0));
  // An article may stand before the service.
  return of === undefined
    ? /^[.!]?$/.test(rest)
    : services.length === 1 && [what, what.replace(/^\S+ /, '')].some((name) => services.includes(name));
}

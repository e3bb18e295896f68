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
  const of = anyOfNames(wordsIn(({ grammar }) => split(grammar.of)[0] ?? ''));
  const about = `(?:(?:[~≈]|${ended(written(({ time }) => time.about))})\\s?)?`;
  const number = '(\\d{1,3}(?:[.,]\\d{1,6})?)';
  return {
    /** The share, and what it is of: "12.5 % of all orders (mobile only)". */
    share: new RegExp(
      `^${about}${number}\\s?(?:[%％]|${ended(sign)})(?:$|\\s?[(（,;]|\\s[-–—]\\s|\\s${ended(of)})`,
      'iu',
    ),
    bare: new RegExp(`^${about}${number}$`, 'iu'),
    inName: new RegExp(`(?<!\\p{L})${anywhere(sign)}(?!\\p{L})`, 'iu'),
    outage: new RegExp(`^${ended(written(({ failing }) => failing.outage))}`, 'iu'),
    of: new RegExp(`^\\s${ended(of)}\\s`, 'iu'),
  };
});

/** Longer values are prose. */
const longest = 200;

/**
 * Returns the fraction of requests or time that failed, from 0 to 1, as a record states it: `error_rate: 12%` in its front matter, or a label near
 * its top ("**Error rate:** 12 %", "Availability: 88 %"). The first that is clear counts. A record that states a full outage, of the whole or of
 * one of its services, states 1. Undefined without such a statement, and for numbers without a unit, ranges and peaks.
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
  return extents().has(name) && isFullOutage(text, services) ? 1 : undefined;
}

/** The fraction that a value states in percent and alone; a value with further numbers is not clear. */
function fractionIn(text: string, inPercent: boolean): number | undefined {
  const found = patterns().share.exec(text) ?? (inPercent ? patterns().bare.exec(text) : null);
  if (found === null || /\d/.test(text.slice(found[0].length))) {
    return undefined;
  }
  const fraction = Number(`${(found[1] ?? '').replace(',', '.')}e-2`);
  return fraction <= 1 ? fraction : undefined;
}

/** "Full outage", "Complete outage of checkout": the words alone, or for a service that the record names. */
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
    : [what, what.replace(/^\S+ /, '')].some((name) => services.includes(name));
}

import { zoneAliases } from '../vocabulary/calendar.ts';
import { nearest } from '../text/nearest.ts';

/** Short names that people write; many mean different zones in different places, and all are understood by their readers. */
const shortNames = new Set(
  (
    'UTC GMT Z CET CEST MET MEST WET WEST EET EEST MSK BST IST PT PST PDT MT MST MDT CT CST CDT ET EST EDT AT AST ADT NST NDT ' +
    'AKST AKDT HST BRT BRST ART CLT CLST COT PET UYT VET JST KST SGT HKT PHT PHST ICT WIB WITA WIT MYT PKT NPT BDT MMT AEST ' +
    'AEDT AET ACST ACDT ACT AWST AWT NZST NZDT NZT SAST CAT EAT WAT GST AST TRT IRST IDT AZT GET AMT UZT LOCAL'
  ).split(' '),
);
const offset = /^(?:UTC|GMT)?\s?[+-−]?\d{1,2}(?::?\d{2})?$/i;
const area = /^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+){1,2}$/;
const short = /^[A-Z]{2,5}$/;

/**
 * What is wrong with a time zone's name: undefined where it is known, or in words of which nobody can tell ("Pacific
 * Time"); else the name that was probably meant, if one comes near.
 */
export function unknownZone(name: string): { readonly meant?: string } | undefined {
  const bare = (name.split('(', 1)[0] ?? '').trim();
  if (
    offset.test(bare) ||
    shortNames.has(bare.toUpperCase()) ||
    zoneAliases().has(bare.toLowerCase()) ||
    isZone(bare)
  ) {
    return undefined;
  }
  if (area.test(bare)) {
    const meant = nearest(bare, Intl.supportedValuesOf('timeZone'));
    return meant === undefined ? {} : { meant };
  }
  return short.test(bare) ? {} : undefined;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

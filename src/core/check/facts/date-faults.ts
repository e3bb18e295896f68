import { addDays, formatISO, parseISO } from 'date-fns';
import { perDocument } from '../../document/per-document.ts';
import { othersOf } from '../../convention/others.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { once } from '../../util/memo.ts';
import { monthNames } from '../../vocabulary/calendar.ts';
import { whole } from '../../vocabulary/words.ts';
import { fieldNamed } from '../../document/fields.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { MetadataFault } from './faults.ts';
import { statedIn, type Stated } from '../../document/facts/stated.ts';
import { dateFault, dateOrder, findDate, type DateFault } from '../../time/dates.ts';
import { tellsIncident } from '../../vocabulary/kind.ts';

const dateName =
  /(?:^|\s)(?:date|dates|on|at|start|started|end|ended|time|resolved|detected|created|updated|published|reviewed|review|expires|due|expiry)$/;

const plainDateName =
  /^(?:incident )?date$|^last review(?:ed)?(?: on| date)?$|^next review(?: date)?$|^review (?:by|due)$/;
const monthName = once(() => new RegExp(whole(monthNames()), 'iu'));

/** Returns errors for dates that do not exist, ambiguous dates, and the date of a postmortem in the future. */
export function dateFaults(context: RuleContext, stated: readonly Stated[]): MetadataFault[] {
  const dates = stated.filter(isDate);
  const faults = dates.flatMap((fact): MetadataFault[] => {
    const found = dateFault(fact.text);
    if (found === undefined) {
      return unreadable(fact);
    }
    return found.kind === 'ambiguous' && isSettled(context) ? [] : [inWords(context, fact, found)];
  });
  const wrong = new Set(faults.map(({ range }) => range.start.line));
  return [...faults, ...stillToCome(context, dates).filter(({ range }) => !wrong.has(range.start.line))];
}

function isDate({ name }: Stated): boolean {
  return dateName.test(name) || fieldNamed(name) === 'date';
}

/** Number of other documents that must show the order of day and month. */
const fewestShowing = 3;

const ordersIn = perDocument((document) =>
  statedIn(document)
    .filter(isDate)
    .map(({ text }) => dateOrder(text))
    .filter((order) => order !== undefined),
);

/** Whether the other documents show what such a date means: all begin with the day, or all with the month. */
function isSettled(context: RuleContext): boolean {
  const showing = othersOf(context)
    .map(ordersIn)
    .filter((orders) => orders.length > 0);
  return showing.length >= fewestShowing && new Set(showing.flat()).size === 1;
}

/** A word where front matter has a date. */
function unreadable({ name, text, range, inFrontMatter }: Stated): MetadataFault[] {
  return inFrontMatter && plainDateName.test(name) && /^[\p{L}\s]{3,}$/u.test(text) && !monthName().test(text)
    ? [{ range, about: `date ${text}`, message: `Not a date: "${text}"`, severity: 'information' }]
    : [];
}

function inWords({ document }: RuleContext, fact: Stated, found: DateFault): MetadataFault {
  const written = fact.text.slice(found.from, found.to);
  const range = within(document.lines, fact, written);
  return found.meanings === undefined
    ? { range, about: `date ${written}`, message: `This date does not exist: ${written}`, severity: 'warning' }
    : {
        range,
        about: `date ${written}`,
        message: `Ambiguous date ${written}: ${found.meanings.join(' or ')}? Write it as YYYY-MM-DD`,
        severity: 'information',
      };
}

/** The date of an incident cannot be after tomorrow, which can already be today in another zone. */
function stillToCome({ document, today }: RuleContext, dates: readonly Stated[]): MetadataFault[] {
  const own = dates.filter(({ name }) => fieldNamed(name) === 'date');
  const fact = own.find(({ inFrontMatter }) => inFrontMatter) ?? own[0];
  const day = fact === undefined || !tellsIncident(document) ? undefined : findDate(fact.text);
  return fact !== undefined && day?.length === 10 && day > dayAfter(today)
    ? [
        {
          range: fact.range,
          about: `date ${day}`,
          message: `The date ${day} is in the future (today is ${today})`,
          severity: 'information',
        },
      ]
    : [];
}

/** The day after a day; both YYYY-MM-DD. */
function dayAfter(day: string): string {
  return formatISO(addDays(parseISO(day), 1), { representation: 'date' });
}

/** The range of a text in a stated value; the whole value if markup interrupts the text. */
function within(lines: Lines, { range }: Stated, text: string): Range {
  const from = lines.text(range.start.line).indexOf(text, range.start.character);
  return from === -1 || range.start.line !== range.end.line || from + text.length > range.end.character
    ? range
    : {
        start: { line: range.start.line, character: from },
        end: { line: range.start.line, character: from + text.length },
      };
}

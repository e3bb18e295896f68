import type { ActionItem } from '../../record/actions/item.ts';
import { readActionItems } from '../../record/actions/read.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { conflictsOf } from '../../document/conflicts.ts';
import { hasSection } from '../../convention/coverage.ts';
import type { Expected } from '../../convention/expectation.ts';
import { comparePositions, type Range } from '../../text/position.ts';
import { check } from '../../check/rules/check.ts';
import type { RuleContext } from '../../check/rules/rule.ts';
import type { RuleLevels } from '../../team/settings.ts';
import { sectionsWith } from '../../document/sections-with.ts';
import { unsuppressed } from '../../document/suppressions.ts';
import type { StatedTime } from '../../record/timeline/stated-times.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { shortened } from '../../text/shorten.ts';
import { incidentFacts } from './facts.ts';
import { reviewStatuses, reviewStatusOf, type ReviewStatus } from './status.ts';

/** Something that blocks a step of the review, and where to fix it. */
export interface Blocker {
  /** The step that it is in the way of, by where that leads. */
  readonly step: ReviewStatus;
  readonly message: string;
  readonly range: Range;
}

/** The part of what blocks a step that its gate finds. */
type Found = Omit<Blocker, 'step'>;

/**
 * Returns what is in the way of a postmortem's review reaching a state: what the gates of all steps to it find, in the order of the steps
 * and of the text. Whoever closes a record passes all gates again. Steps back, and staying, are free. A record without a status that is
 * understood is a draft. A merge conflict blocks each step, alone: nothing else can be relied on meanwhile. What the team or the user
 * switched off, or silenced in the document, blocks nothing.
 *
 * - to "in review": it is stated when the incident began and ended, by name or by the timeline alone; the timeline has an entry; the
 *   summary is written, and times do not contradict one another.
 * - to "reviewed": no required section is unwritten, or missing where that is worth a warning (see `Expected.firm`), and no template's
 *   text is left.
 * - to "closed": every open action item has an owner and a link or ticket. One that is done needs neither.
 *
 * @param levels what a user set for rules; wins over the team's configuration.
 */
export function gate(context: RuleContext, to: ReviewStatus, levels: RuleLevels = {}): Blocker[] {
  const { document, words } = context;
  const from = reviewStatuses.indexOf(reviewStatusOf(document, words) ?? 'draft');
  const target = reviewStatuses.indexOf(to);
  if (target <= from) {
    return [];
  }
  const steps = reviewStatuses.slice(to === 'closed' ? 1 : from + 1, target + 1);
  const conflicts = conflictsOf(document);
  return conflicts.length > 0
    ? conflicts.map(({ range }) => ({
        step: steps[0] ?? to,
        range,
        message: 'The document contains an unresolved merge conflict',
      }))
    : steps.flatMap((step) =>
        gates[step](context, levels)
          .toSorted((a, b) => comparePositions(a.range.start, b.range.start))
          .map((found) => ({ step, ...found })),
      );
}

/**
 * Returns what a record lacks to be reviewed; for one that is reviewed, to be closed.
 * @param levels as for `gate`.
 */
export function missingForReview(context: RuleContext, levels: RuleLevels = {}): Blocker[] {
  const status = reviewStatusOf(context.document, context.words) ?? 'draft';
  const isReviewed = reviewStatuses.indexOf(status) >= reviewStatuses.indexOf('reviewed');
  return gate(context, isReviewed ? 'closed' : 'reviewed', levels);
}

type Gate = (context: RuleContext, levels: RuleLevels) => Found[];

const gates: Readonly<Record<ReviewStatus, Gate>> = {
  draft: () => [],
  'in review': (context, levels) => [
    ...timesOf(context.document),
    ...timelineOf(context.document),
    ...summaryOf(context.document),
    ...saidBy('times-inconsistent', context, levels),
  ],
  reviewed: (context, levels) => [...sectionsOf(context, levels), ...saidBy('leftover-template-text', context, levels)],
  closed: ({ document }) => readActionItems(document).flatMap(itemFault),
};

/** A record that states no times by name may leave that to its timeline; one that states its beginning has to state its end. */
function timesOf(document: CatalogDocument): Found[] {
  const { start, resolved } = incidentFacts(document);
  if (start === undefined && resolved === undefined && tellsSpan(document)) {
    return [];
  }
  return [
    ...timeFault(document, start, 'The start of the incident', 'start_time'),
    ...timeFault(document, resolved, 'The end of the incident', 'end_time'),
  ];
}

/** Whether a timeline tells of two moments at least, by date and time of day. */
function tellsSpan(document: CatalogDocument): boolean {
  return readTimelines(document).some(
    ({ entries }) => entries.filter(({ date, clock }) => date !== undefined && clock !== undefined).length >= 2,
  );
}

function timeFault({ titleRange }: CatalogDocument, time: StatedTime | undefined, what: string, key: string): Found[] {
  if (time === undefined) {
    return [
      {
        range: titleRange,
        message: `${what} is not stated with date and time (for example as ${key} in front matter)`,
      },
    ];
  }
  return time.moment.clock === undefined
    ? [{ range: time.range, message: `${what} has no time of day: ${time.text}` }]
    : [];
}

function timelineOf(document: CatalogDocument): Found[] {
  if (readTimelines(document).some(({ entries }) => entries.length > 0)) {
    return [];
  }
  const [section] = sectionsWith(document, ['timeline']);
  return [
    section === undefined
      ? { range: document.titleRange, message: 'There is no timeline' }
      : { range: section.titleRange, message: 'The timeline has no entry with a time' },
  ];
}

/**
 * Returns the missing summary of a postmortem; empty if it is written. The opening text of a postmortem without such a
 * section is its summary.
 */
function summaryOf(document: CatalogDocument): Found[] {
  const sections = sectionsWith(document, ['summary', 'what-happened']);
  const written =
    sections.length === 0 ? document.signals.introLength > 0 : sections.some(({ state }) => state === 'written');
  return written
    ? []
    : [{ range: sections[0]?.titleRange ?? document.titleRange, message: 'The summary is not written' }];
}

function saidBy(rule: string, context: RuleContext, levels: RuleLevels): Found[] {
  return check({ ...context, inReview: true }, levels)
    .filter((finding) => finding.rule === rule)
    .map(({ message, range }) => ({ message, range }));
}

function sectionsOf(context: RuleContext, levels: RuleLevels): Found[] {
  const { document, expectation } = context;
  const faults = expectation.sections
    .filter(({ required }) => required)
    .flatMap((expected) => sectionFault(document, expected));
  const said = faults.filter(({ rule }) => (levels[rule] ?? context.levels[rule]) !== 'off');
  return unsuppressed(document, said).map(({ message, range }) => ({ message, range }));
}

function sectionFault(document: CatalogDocument, expected: Expected) {
  const { title, evidence, keys, firm } = expected;
  const severity = 'warning' as const;
  if (!hasSection(document, expected)) {
    const message = `Missing section: ${title} (${evidence})`;
    return !firm ? [] : [{ rule: 'missing-section', severity, range: document.titleRange, message }];
  }
  const sections = sectionsWith(document, keys);
  const [section] = sections;
  if (section === undefined || sections.some(({ state }) => state === 'written')) {
    return [];
  }
  const why = section.state === 'placeholder' ? 'it contains only a placeholder' : 'there is no text under its title';
  const message = `Empty section: ${section.title} (${why}; ${evidence})`;
  return [{ rule: 'empty-section', severity, range: section.titleRange, message }];
}

function itemFault({ done, owner, tracking, text, textRange }: ActionItem): Found[] {
  const lacks = [...(owner === undefined ? ['no owner'] : []), ...(tracking.length === 0 ? ['no ticket'] : [])];
  return done || lacks.length === 0
    ? []
    : [{ range: textRange, message: `${lacks.join(', ').replace('n', 'N')}: ${shortened(text, 70)}` }];
}

import { piecesOf } from './edit/form.ts';
import { headingAt } from './link/anchors.ts';
import type { AlertSurvey } from './survey.ts';
import { pagesOf } from './uses.ts';

/** An alert that leads to a page, as plain data for the search. */
export interface LeadingAlert {
  readonly name: string;
  /** What it says in words, its labels, and what its link says. */
  readonly texts: readonly string[];
  /** Of the heading that it leads to, 0-based; absent for the page as a whole. */
  readonly line?: number;
}

/** Annotations that say in words what is wrong. */
const told = /^(?:summary|description|message|alarm_description|title)$/i;
/** Longer values of labels are no names. */
const longestLabel = 60;
const longestText = 500;
/** A pattern that fits more pages leads to none of them. */
const mostPages = 3;

/** Returns for each page that alerts lead to which these are, without those of test data, by its path. */
export function leadingAlerts(survey: AlertSurvey): Map<string, LeadingAlert[]> {
  const pages = new Map<string, LeadingAlert[]>();
  for (const surveyed of survey.alerts) {
    const { alert, resolution } = surveyed;
    const { anchor, link } = resolution;
    const own = alert.test ? [] : pagesOf(surveyed);
    for (const page of own.length > mostPages ? [] : own) {
      const anchors = anchor === undefined ? undefined : survey.world.anchors(page);
      const line = anchors && headingAt(anchors, anchor ?? '')?.line;
      const leading: LeadingAlert = {
        name: alert.name,
        texts: [
          ...[...alert.annotations].filter(([key]) => told.test(key)).map(([, text]) => text.slice(0, longestText)),
          ...[...alert.labels.values()].filter((value) => value.length <= longestLabel && !value.includes('/')),
          ...(alert.group === undefined ? [] : [alert.group]),
          piecesOf(link?.address ?? '')
            .head.split('/')
            .findLast((part) => part !== '') ?? '',
          anchor ?? '',
        ].flatMap((text) => text.replace(/\{\{[^{}]*\}\}|\$\{[^{}]*\}/g, ' ').trim() || []),
        ...(line !== undefined && { line }),
      };
      const known = pages.get(page);
      if (known === undefined) {
        pages.set(page, [leading]);
      } else {
        known.push(leading);
      }
    }
  }
  return pages;
}

import type { Range } from '../text/position.ts';
import type { AlertSurvey, SurveyedAlert } from './survey.ts';
import { headingAt } from './link/anchors.ts';

/** An alert that leads to a page. */
export interface AlertUse {
  /** Of the rule file. */
  readonly path: string;
  readonly name: string;
  /** Of the key that holds the name. */
  readonly range: Range;
  readonly nameRange: Range;
  /** Of the link. */
  readonly linkRange: Range;
  readonly severity?: string;
  readonly group?: string;
  /** The heading that it leads to, as written; absent if it leads to the page as a whole. */
  readonly anchor?: string;
  /** Whether the page has no such heading. */
  readonly isAnchorMissing: boolean;
  /** Whether a template makes the link: the page is one that it may lead to. */
  readonly isPattern: boolean;
  /** Whether it stands in test data. */
  readonly test: boolean;
}

/** The alerts that lead to a page, in the order of the survey. */
export interface PageUses {
  readonly all: readonly AlertUse[];
  /** Those that lead to a heading, by the anchor that `anchorsOf` gives it, whatever form of it the link has. */
  readonly byAnchor: ReadonlyMap<string, readonly AlertUse[]>;
}

/** Returns for each page that alerts lead to which these are, by its path. */
export function usesOf({ alerts, world }: AlertSurvey): Map<string, PageUses> {
  const pages = new Map<string, { all: AlertUse[]; byAnchor: Map<string, AlertUse[]> }>();
  for (const surveyed of alerts) {
    for (const page of pagesOf(surveyed)) {
      const uses = pages.get(page) ?? { all: [], byAnchor: new Map<string, AlertUse[]>() };
      pages.set(page, uses);
      const use = useOf(surveyed);
      uses.all.push(use);
      if (use.anchor !== undefined) {
        const own = use.anchor.toLowerCase().replace(/^user-content-/, '');
        const anchors = world.anchors(page);
        const heading = anchors && headingAt(anchors, own);
        const key = heading?.anchor ?? own;
        const same = uses.byAnchor.get(key) ?? [];
        same.push(use);
        uses.byAnchor.set(key, same);
      }
    }
  }
  return pages;
}

/** Returns the pages that an alert leads to: one, or all that a pattern fits. */
export function pagesOf({ resolution }: SurveyedAlert): readonly string[] {
  const { state, path, files = [] } = resolution;
  if (state === 'pattern') {
    return files;
  }
  return path !== undefined && (state === 'resolved' || state === 'anchor-missing') ? [path] : [];
}

function useOf({ path, alert, resolution }: SurveyedAlert): AlertUse {
  const { name, range, nameRange, severity, group, test } = alert;
  const { state, anchor, link } = resolution;
  return {
    path,
    name,
    range,
    nameRange,
    linkRange: link?.range ?? nameRange,
    ...(severity !== undefined && { severity }),
    ...(group !== undefined && { group }),
    ...(anchor !== undefined && { anchor }),
    isAnchorMissing: state === 'anchor-missing',
    isPattern: state === 'pattern',
    test,
  };
}

/**
 * Returns the runbooks that no alert leads to, in their order. Alerts in test data do not count.
 * @param isUsedElsewhere by the team's configuration: rules in other repositories use it, or it is no answer to an alert.
 */
export function unusedRunbooks(
  survey: AlertSurvey,
  runbooks: readonly string[],
  isUsedElsewhere: (path: string) => boolean = () => false,
): string[] {
  const used = new Set(survey.alerts.filter(({ alert }) => !alert.test).flatMap(pagesOf));
  return runbooks.filter((path) => !used.has(path) && !isUsedElsewhere(path));
}

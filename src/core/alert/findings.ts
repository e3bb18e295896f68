import type { RuleLevels, TeamSettings } from '../team/settings.ts';
import type { Finding } from '../text/finding.ts';
import { shortened } from '../text/shorten.ts';
import { once } from '../util/memo.ts';
import type { Resolution } from './link/resolve.ts';
import { suggestionsFor } from './link/suggest.ts';
import { pagingTest } from './paging.ts';
import { alertRules, type AlertRule } from './rules.ts';
import { unsilencedAlerts } from './silence.ts';
import type { AlertSurvey, SurveyedAlert } from './survey.ts';

/** A finding in a rule file. */
export interface AlertFinding extends Finding {
  readonly rule: AlertRule;
  /** The alert that it is about. */
  readonly of: SurveyedAlert;
}

/** What the findings in a rule file follow from beside the survey. */
export interface AlertFindingsInput {
  /** Of the file, for its comments that silence. */
  readonly text: string;
  /** Set by a user; they take precedence over the configuration. */
  readonly levels?: RuleLevels;
  /** The team's, for this file. */
  readonly settings: Pick<TeamSettings, 'levels' | 'alerts'>;
}

/** In messages; links and names can be of any length. */
const longest = 120;

/**
 * Returns the findings in a rule file, in the order of its text: links to files and sections that are not there, and alerts that page but have
 * no runbook, if at least half of all that page have one. None for test data, and none that a comment silences.
 */
export function alertFindings(
  survey: AlertSurvey,
  path: string,
  { text, levels = {}, settings }: AlertFindingsInput,
): readonly AlertFinding[] {
  const own = survey.alerts.filter((each) => each.path === path && !each.alert.test);
  const levelOf = (id: AlertRule) =>
    levels[id] ?? settings.levels[id] ?? alertRules.find((rule) => rule.id === id)?.defaultSeverity ?? 'off';
  const habit = once(() => habitOf(survey, pagingTest(settings.alerts.paging)));
  const found = own.flatMap((each): AlertFinding[] => {
    const told = linkFault(each, survey) ?? lackOf(each, habit);
    const level = told === undefined ? 'off' : levelOf(told.rule);
    return told === undefined || level === 'off' ? [] : [{ ...told, severity: level, of: each }];
  });
  return unsilencedAlerts(
    path,
    text,
    own.map(({ alert }) => alert),
    found,
  );
}

/** A finding without its severity. */
type Told = Pick<AlertFinding, 'rule' | 'range' | 'message' | 'about'>;

/** What is wrong with the link of an alert. */
function linkFault({ alert, resolution }: SurveyedAlert, { world }: AlertSurvey): Told | undefined {
  const { state, link, path = '', anchor = '' } = resolution;
  if (link === undefined || (state !== 'dead' && state !== 'anchor-missing')) {
    return undefined;
  }
  const [meant] = suggestionsFor(resolution, alert.name, world);
  const name = shortened(alert.name, longest);
  const hint = meant === undefined ? '' : `. Did you mean ${state === 'dead' ? meant : meant.slice(path.length)}?`;
  return {
    rule: state === 'dead' ? 'alert-runbook-dead' : 'alert-anchor-missing',
    range: link.range,
    about: link.written,
    message:
      state === 'dead'
        ? `The runbook of ${name} does not exist: ${shortened(path, longest)}${hint}${siteOf(resolution)}`
        : `The runbook of ${name} has no section #${shortened(anchor, longest)}: ${shortened(path, longest)}${hint}`,
  };
}

/** Why an address counts as one of the repository, if no forge says so. */
function siteOf({ site }: Resolution): string {
  return site === undefined ? '' : ` (${site.base} is a site of this repository: ${site.evidence})`;
}

/** Whether a repository links the alerts that page. */
interface Habit {
  readonly pages: (severity: string | undefined) => boolean;
  /** How many of them have a link, in words. */
  readonly evidence: string;
}

/** The habit of a repository; undefined if fewer than half of its alerts that page have a link. */
function habitOf({ alerts }: AlertSurvey, pages: Habit['pages']): Habit | undefined {
  const paging = alerts.filter(({ alert }) => !alert.test && pages(alert.severity));
  const linked = paging.filter(({ resolution }) => resolution.state !== 'none').length;
  return linked === 0 || linked * 2 < paging.length
    ? undefined
    : { pages, evidence: `${linked} of ${paging.length} alerts that page have one` };
}

/** What is said of an alert that pages but has no runbook. */
function lackOf({ alert, resolution }: SurveyedAlert, habitOfAll: () => Habit | undefined): Told | undefined {
  const habit = resolution.state === 'none' ? habitOfAll() : undefined;
  if (habit?.pages(alert.severity) !== true) {
    return undefined;
  }
  const written = resolution.link?.written ?? '';
  const lack =
    written === '' ? 'has no runbook' : `its runbook is only a placeholder, "${shortened(written, longest)}"`;
  return {
    rule: 'alert-without-runbook',
    range: alert.nameRange,
    about: alert.name,
    message: `${shortened(alert.name, longest)} pages, but ${lack} (${habit.evidence})`,
  };
}

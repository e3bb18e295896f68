import type { IndicatorKind, Objective, ObjectiveWindow } from '../objective.ts';
import type { Fields, ObjectiveText } from './objects.ts';
import { nameIn, serviceIn, state, targetIn, type StatedName } from './state.ts';
import { fractionTarget, percentTarget } from './target.ts';
import { countedPeriod, daysOf, shorthandPeriod } from './window.ts';

/** The SLIs and services that a file defines, by name. */
interface Definitions {
  readonly indicators: ReadonlyMap<string, Fields>;
  readonly services: ReadonlySet<string>;
}

const versions = ['v1alpha', 'v1beta1', 'v1'];

/** Reads the SLOs among objects of OpenSLO, with the SLIs and services of the same file that they name. Returns the objects that are not of OpenSLO. */
export function readOpenSlo(source: ObjectiveText, objects: readonly Fields[]): Fields[] {
  const isOwn = (object: Fields): boolean => /^openslo(?:\.com)?\//.test(object.text('apiVersion') ?? '');
  const own = objects.filter(isOwn);
  const named = (kind: string): Array<readonly [string, Fields]> =>
    own
      .filter((object) => object.text('kind') === kind)
      .flatMap((object) => {
        const name = object.fields('metadata')?.text('name');
        return name === undefined ? [] : [[name, object] as const];
      });
  const definitions = {
    indicators: new Map(named('SLI').toReversed()),
    services: new Set(named('Service').map(([name]) => name)),
  };
  for (const object of own.filter((each) => each.text('kind') === 'SLO')) {
    const version = object.text('apiVersion')?.replace(/^[^/]*\//, '') ?? '';
    if (versions.includes(version)) {
      readSlo(source, object, definitions);
    } else {
      source.problem(
        object.line('apiVersion'),
        `OpenSLO ${version} is not read. Write it in one of these versions: ${versions.join(', ')}.`,
      );
    }
  }
  return objects.filter((object) => !isOwn(object));
}

function readSlo(source: ObjectiveText, object: Fields, definitions: Definitions): void {
  const metadata = object.fields('metadata');
  const spec = object.fields('spec') ?? object;
  const name = nameIn(source, metadata ?? object, 'name', 'SLO');
  if (name === undefined) {
    return;
  }
  const service = serviceIn(source, spec, object.line());
  if (service !== undefined && definitions.services.size > 0 && !definitions.services.has(service)) {
    const known = [...definitions.services].slice(0, 5).join(', ');
    source.problem(
      spec.line('service'),
      `This file defines no service "${service}", but ${known}. Correct the name, or define the service.`,
    );
  }
  const window = windowIn(source, spec);
  const indicator = indicatorIn(source, spec, definitions);
  const method = methodIn(source, spec);
  const objectives = spec.list('objectives');
  if (objectives.length === 0) {
    source.problem(spec.line('objectives'), 'No target is stated. State at least one under objectives.');
  }
  for (const [index, objective] of objectives.entries()) {
    const target = targetOf(source, objective);
    if (target !== undefined) {
      state(source, object, objectives.length === 1 ? name : apart(name, objective, index), {
        service,
        target,
        window,
        source: 'openslo',
        indicator: objective.has('ratioMetrics') ? 'ratio' : (indicatorIn(source, objective, definitions) ?? indicator),
        description: spec.text('description'),
        method,
        sliceTarget: method === 'timeslices' ? sliceTargetIn(source, objective) : undefined,
      });
    }
  }
}

/** The name of one of several objectives. */
function apart({ text, range }: StatedName, objective: Fields, index: number): StatedName {
  return {
    text: `${text}: ${objective.text('displayName') ?? index + 1}`,
    range: (objective.text('displayName') === undefined ? undefined : objective.range('displayName')) ?? range,
  };
}

function targetOf(source: ObjectiveText, objective: Fields): number | undefined {
  if (objective.has('target') && objective.has('targetPercent')) {
    source.problem(objective.line('targetPercent'), 'State either target or targetPercent, and remove the other one.');
    return undefined;
  }
  return objective.has('targetPercent')
    ? targetIn(source, objective, 'targetPercent', percentTarget)
    : targetIn(source, objective, 'target', fractionTarget);
}

function sliceTargetIn(source: ObjectiveText, objective: Fields): number | undefined {
  const share = Number(objective.text('timeSliceTarget') ?? Number.NaN);
  if (share > 0 && share <= 1) {
    return share;
  }
  source.problem(
    objective.line('timeSliceTarget'),
    'Timeslices need a timeSliceTarget, so that it is known when a slice is bad. State a fraction such as 0.95.',
  );
  return undefined;
}

function methodIn(source: ObjectiveText, spec: Fields): Objective['method'] {
  const written = spec.text('budgetingMethod');
  const method = written?.toLowerCase();
  if (method === 'occurrences' || method === 'timeslices') {
    return method;
  }
  // Ratio timeslices are of OpenSLO too: their budget is spent in parts of a slice.
  if (method !== undefined && method !== 'ratiotimeslices') {
    source.problem(
      spec.line('budgetingMethod'),
      `The budgetingMethod "${written}" is not known. Write Occurrences or Timeslices.`,
    );
  }
  return undefined;
}

/** The kind of an indicator, of the SLI in its place or of the one that it names. */
function indicatorIn(source: ObjectiveText, fields: Fields, { indicators }: Definitions): IndicatorKind | undefined {
  const name = fields.text('indicatorRef');
  if (name === undefined) {
    return kindOf(fields.fields('indicator'));
  }
  const named = indicators.get(name);
  if (named === undefined) {
    source.problem(
      fields.line('indicatorRef'),
      `This file defines no SLI "${name}", so the kind of the indicator is not known. Correct the name, or define the SLI here.`,
    );
  }
  return kindOf(named);
}

function kindOf(indicator: Fields | undefined): IndicatorKind | undefined {
  const spec = indicator?.fields('spec') ?? indicator;
  if (spec?.has('ratioMetric') === true || spec?.has('ratioMetrics') === true) {
    return 'ratio';
  }
  return spec?.has('thresholdMetric') === true ? 'threshold' : undefined;
}

function windowIn(source: ObjectiveText, spec: Fields): ObjectiveWindow | undefined {
  const key = spec.has('timeWindow') ? 'timeWindow' : 'timeWindows';
  const [window, ...more] = spec.list(key);
  if (window === undefined) {
    source.problem(
      spec.line(key),
      'No time window is stated, so no error budget can be calculated. State one under timeWindow.',
    );
    return undefined;
  }
  if (more.length > 0) {
    source.problem(spec.line(key), 'Several time windows are stated, and only the first is read. State one.');
  }
  const [duration, count, unit] = ['duration', 'count', 'unit'].map((name) => window.text(name));
  const period = duration === undefined ? countedPeriod(count ?? '', unit ?? '') : shorthandPeriod(duration);
  if (period === undefined) {
    source.problem(
      window.line('duration', 'count', 'unit'),
      duration === undefined
        ? 'The time window has no length. State duration, such as 28d (before v1: count and unit).'
        : `The duration "${duration}" is not one of OpenSLO. Write a number and one of m, h, d, w, M, Q, Y, such as 28d.`,
    );
    return undefined;
  }
  if (period.unit === 'minute') {
    source.problem(
      window.line('duration', 'unit'),
      `A time window of ${period.count} min is very short. Write ${period.count}M if months are meant.`,
    );
  }
  const calendar = window.fields('calendar');
  const [start, zone] = [calendar?.text('startTime'), calendar?.text('timeZone')];
  return isCalendar(window)
    ? {
        days: daysOf(period),
        calendar: true,
        period,
        ...(start !== undefined && { start }),
        ...(zone !== undefined && { zone }),
      }
    : { days: daysOf(period), calendar: false };
}

/** A window rolls if that is stated, and if nothing is. */
function isCalendar(window: Fields): boolean {
  const rolling = window.text('isRolling')?.toLowerCase();
  return rolling === undefined ? window.has('calendar') : rolling !== 'true';
}

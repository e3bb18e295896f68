import type { IndicatorKind, ObjectiveWindow } from '../objective.ts';
import type { Fields, ObjectiveText } from './objects.ts';
import { nameIn, serviceIn, state, targetIn } from './state.ts';
import { percentTarget } from './target.ts';

/** Its files do not state the window. Who runs Sloth may choose another; this is what it takes otherwise. */
const usualWindow: ObjectiveWindow = { days: 30, calendar: false };

/** Reads an object if it is one of Sloth, plain or of Kubernetes. Returns whether it is. */
export function readSloth(source: ObjectiveText, object: Fields): boolean {
  const spec = specOf(object);
  if (spec === undefined) {
    return false;
  }
  const service = serviceIn(source, spec, object.line());
  const slos = spec.list('slos');
  if (slos.length === 0) {
    source.problem(spec.line('slos'), 'No SLO is stated here. State them as a list under slos.');
  }
  for (const slo of slos) {
    const name = nameIn(source, slo, 'name', 'SLO');
    const target = targetIn(source, slo, 'objective', percentTarget);
    if (name !== undefined && target !== undefined) {
      if (target < 0.01) {
        source.problem(slo.line('objective'), belowOne(target));
      }
      state(source, slo, name, {
        service,
        target,
        window: usualWindow,
        source: 'sloth',
        indicator: indicatorOf(slo),
        description: slo.text('description'),
      });
    }
  }
  return true;
}

/** What a percentage below one most likely should be. */
export function belowOne(target: number): string {
  const percent = Number((target * 100).toPrecision(10));
  const meant = Number((target * 10_000).toPrecision(10));
  return `The target ${percent} is a percentage here. Write ${meant} if that is meant.`;
}

function specOf(object: Fields): Fields | undefined {
  if (object.text('version') === 'prometheus/v1' && (object.has('slos') || object.has('service'))) {
    return object;
  }
  const ofSloth = object.text('apiVersion')?.startsWith('sloth.slok.dev/') === true;
  return ofSloth && object.text('kind') === 'PrometheusServiceLevel' ? (object.fields('spec') ?? object) : undefined;
}

function indicatorOf(slo: Fields): IndicatorKind | undefined {
  const sli = slo.fields('sli');
  return sli?.has('events') === true || sli?.has('raw') === true ? 'ratio' : undefined;
}

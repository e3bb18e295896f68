import type { IndicatorKind, ObjectiveWindow } from '../objective.ts';
import type { Fields, ObjectiveText } from './objects.ts';
import { belowOne } from './sloth.ts';
import { nameIn, state, targetIn } from './state.ts';
import { percentTarget } from './target.ts';
import { prometheusDays } from './window.ts';

/** Labels that name a service, the best first. Pyrra passes on labels with its prefix. */
const serviceLabels = ['service', 'component', 'app'].flatMap((label) => [`pyrra.dev/${label}`, label]);
const kubernetesName = 'app.kubernetes.io/name';

const indicators: ReadonlyArray<readonly [key: string, kind: IndicatorKind]> = [
  ['ratio', 'ratio'],
  ['latency', 'latency'],
  ['latencyNative', 'latency'],
  ['bool_gauge', 'gauge'],
];

/** Reads an object if it is an objective of Pyrra. Returns whether it is. */
export function readPyrra(source: ObjectiveText, object: Fields): boolean {
  if (object.text('kind') !== 'ServiceLevelObjective' || object.text('apiVersion')?.startsWith('pyrra.dev/') !== true) {
    return false;
  }
  const metadata = object.fields('metadata');
  const spec = object.fields('spec') ?? object;
  const name = nameIn(source, metadata ?? object, 'name', 'objective');
  const target = targetIn(source, spec, 'target', percentTarget);
  if (name === undefined || target === undefined) {
    return true;
  }
  if (target < 0.01) {
    source.problem(spec.line('target'), belowOne(target));
  }
  const labels = metadata?.fields('labels');
  const indicator = spec.fields('indicator');
  state(source, object, name, {
    service: [...serviceLabels, kubernetesName]
      .filter((label) => labels?.isFilledIn(label) === false)
      .map((label) => labels?.text(label))
      .find((service) => service !== undefined),
    target,
    window: windowIn(source, spec),
    source: 'pyrra',
    indicator: indicators.find(([key]) => indicator?.has(key) === true)?.[1],
    description: spec.text('description'),
  });
  return true;
}

function windowIn(source: ObjectiveText, spec: Fields): ObjectiveWindow | undefined {
  const text = spec.text('window');
  const days = text === undefined ? undefined : prometheusDays(text);
  if (days === undefined) {
    source.problem(
      spec.line('window'),
      text === undefined
        ? 'No window is stated, so no error budget can be calculated. State window, such as 4w.'
        : `The window "${text}" is not a duration. Write one such as 4w or 28d.`,
    );
    return undefined;
  }
  return { days, calendar: false };
}

import type { Range } from '../../text/position.ts';
import type { Objective } from '../objective.ts';
import type { Fields, ObjectiveText } from './objects.ts';
import type { ReadTarget } from './target.ts';

/** The name of an objective, with the place of its key. */
export interface StatedName {
  readonly text: string;
  readonly range: Range;
}

/** Returns the name that a key states. Undefined, with a problem, if it states none. */
export function nameIn(source: ObjectiveText, fields: Fields, key: string, what: string): StatedName | undefined {
  const [text, range] = [fields.text(key), fields.range(key)];
  if (text === undefined || range === undefined || fields.isFilledIn(key)) {
    source.problem(
      fields.line(key),
      fields.isFilledIn(key)
        ? `A template fills in the ${key} of this ${what}, so it is not read. Only the finished file says it.`
        : `This ${what} has no ${key}, so it is not read. State its ${key}.`,
    );
    return undefined;
  }
  return { text, range };
}

/** Returns the service that a key states. Undefined, with a problem, if the form asks for one and none is stated. */
export function serviceIn(source: ObjectiveText, fields: Fields | undefined, line: number): string | undefined {
  const service = fields?.text('service');
  if (service === undefined || fields?.isFilledIn('service') === true) {
    source.problem(
      fields?.line('service') ?? line,
      service === undefined
        ? 'No service is stated, so no incident can be counted. State the service.'
        : 'A template fills in the service. Only the finished file says it.',
    );
    return undefined;
  }
  return service;
}

/** Returns the target that a key states. Undefined, with a problem, if it states none that an error budget can be calculated from. */
export function targetIn(
  source: ObjectiveText,
  fields: Fields,
  key: string,
  read: (text: string) => ReadTarget,
): number | undefined {
  const text = fields.text(key);
  const result: ReadTarget = fields.isFilledIn(key)
    ? { problem: `A template fills in the ${key}. Only the finished file says it.` }
    : text === undefined
      ? { problem: `No ${key} is stated. State it as a number.` }
      : read(text);
  if ('target' in result) {
    return result.target;
  }
  source.problem(fields.line(key), result.problem);
  return undefined;
}

/** The facts of an objective beside its name and place. */
type Facts = Omit<Objective, 'name' | 'range' | 'path'>;

/** Adds an objective to what was found. Facts that are undefined are left out. */
export function state(
  source: ObjectiveText,
  fields: Fields,
  { text, range }: StatedName,
  facts: Pick<Facts, 'source' | 'target'> & { readonly [K in keyof Facts]?: Facts[K] | undefined },
): void {
  const stated = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
  source.found.push({ objective: { name: text, ...stated, range, path: source.path }, ...fields.span });
}

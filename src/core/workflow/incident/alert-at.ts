import { isMap, isScalar, LineCounter, parseAllDocuments, visit, type YAMLMap } from 'yaml';
import { hasTooManyBrackets } from '../../document/front-matter.ts';

/** An alerting rule, as a file of rules for Prometheus states it. */
export interface AlertRule {
  readonly name: string;
  /** By its labels. */
  readonly service?: string;
  /** On which its name stands, 0-based. */
  readonly line: number;
}

const serviceLabels = ['service', 'component', 'app'];

/** Returns the alerting rule at a line (0-based) of a YAML text; undefined if there is none, or if the text is not YAML. */
export function alertAt(text: string, line: number): AlertRule | undefined {
  if (hasTooManyBrackets(text)) {
    return undefined;
  }
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: counter, logLevel: 'silent', prettyErrors: false });
  let found: AlertRule | undefined;
  for (const document of Array.isArray(documents) ? documents : []) {
    visit(document, {
      Map: (_, map) => {
        const name = map.get('alert', true);
        const [start, , end] = map.range ?? [0, 0, 0];
        if (!isScalar(name) || typeof name.value !== 'string' || !name.range) {
          return undefined;
        }
        const first = counter.linePos(start).line - 1;
        const last = counter.linePos(Math.max(start, end - 1)).line - 1;
        if (first <= line && line <= last) {
          const service = serviceOf(map);
          const own = counter.linePos(name.range[0]).line - 1;
          found = { name: name.value, line: own, ...(service !== undefined && { service }) };
        }
        return undefined;
      },
    });
  }
  return found;
}

function serviceOf(rule: YAMLMap): string | undefined {
  const labels = rule.get('labels');
  if (!isMap(labels)) {
    return undefined;
  }
  return serviceLabels
    .map((label) => labels.get(label))
    .find((value): value is string => typeof value === 'string' && !value.includes('{{'));
}

import { Lines } from '../../text/lines.ts';
import type { AlertFile, Unreadable } from '../alert.ts';
import { blanked, isTemplate, type Blanked } from './go-template.ts';
import { variablesOf } from './expand.ts';
import { isTestData, mayDefineAlerts, ruleForm } from './paths.ts';
import { terraformAlerts } from './terraform.ts';
import { longestText } from '../../text/yaml/tree.ts';
import { mostAlerts, yamlAlerts, type RuleText } from './yaml-alerts.ts';

/** What a team adds to the reading of rules. */
export interface AlertReading {
  /** Further annotations and labels whose values are links to runbooks. */
  readonly keys?: readonly string[];
}

/**
 * Returns the alerts that a file defines, with what could not be read of it. Never throws; time grows no faster than the text, and texts
 * above a limit are not read. Undefined if it is no rule file, by its name and a short look at its text.
 */
export function readAlerts(path: string, text: string, { keys = [] }: AlertReading = {}): AlertFile | undefined {
  const form = ruleForm(path);
  if (form === undefined || !mayDefineAlerts(form, text)) {
    return undefined;
  }
  if (form === 'jsonnet') {
    const alerts = text.match(/(?:^|[\s{,])["']?alert["']?\s*:/g)?.length ?? 0;
    return { path, alerts: [], unreadable: { reason: 'it is Jsonnet', alerts } };
  }
  if (text.length > longestText) {
    return { path, alerts: [], unreadable: { reason: `it has more than ${longestText} characters` } };
  }
  if (form === 'terraform') {
    const source = { original: text, lines: Lines.of(text), test: isTestData(path), keys };
    return { path, alerts: terraformAlerts(source) };
  }
  return readYaml(path, text, keys);
}

function readYaml(path: string, text: string, keys: readonly string[]): AlertFile {
  const template = isTemplate(text);
  const parts: Blanked = template ? blanked(text) : { text, parts: [] };
  const source: RuleText = {
    original: text,
    blanked: parts,
    lines: Lines.of(text),
    variables: variablesOf(text, parts.parts),
    template,
    test: isTestData(path),
    keys,
  };
  let found = yamlAlerts(source);
  if (!template && found.errorAt !== undefined && text.includes('{{')) {
    const other = yamlAlerts(withoutParts(source));
    found = (other.errorAt ?? Infinity) > found.errorAt ? other : found;
  }
  const unreadable = problemOf(found, source);
  return { path, alerts: found.alerts, ...(unreadable !== undefined && { unreadable }) };
}

/** The same file as a template. */
function withoutParts(source: RuleText): RuleText {
  const parts = blanked(source.original);
  return { ...source, blanked: parts, variables: variablesOf(source.original, parts.parts), template: true };
}

function problemOf(
  { errorAt, tooMany, refused }: ReturnType<typeof yamlAlerts>,
  { lines }: RuleText,
): Unreadable | undefined {
  if (refused !== undefined) {
    return { reason: refused };
  }
  if (tooMany) {
    return { reason: `it has more than ${mostAlerts} alerts` };
  }
  return errorAt === undefined
    ? undefined
    : { reason: `it is not valid YAML from line ${lines.positionAt(errorAt).line + 1} on` };
}

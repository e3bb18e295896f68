import {
  array,
  description,
  maxLength,
  minLength,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  union,
  type InferOutput,
  type ObjectEntries,
} from 'valibot';
import { longestGlob } from '../util/globs/parse.ts';
import { documentKinds, type Kind } from '../vocabulary/kind.ts';

/** The file in which a team says how its documents are read and checked; the one in the nearest folder wins. */
export const configurationName = '.runbook-lens.json';

const globs = (text: string) => pipe(array(pipe(string(), minLength(1), maxLength(longestGlob))), description(text));
const words = (text: string) => pipe(array(pipe(string(), minLength(1))), description(text));

/** An address in which something is put: never into the part that names the host, which would let a document choose where links lead. */
const address = (placeholder: 'key' | 'number', text: string) =>
  pipe(
    string(),
    regex(
      new RegExp(`^https://[A-Za-z0-9.-]+(?::[0-9]+)?[/?#]\\S*\\$\\{${placeholder}\\}\\S*$`),
      `an address that begins with https:// and has \${${placeholder}} behind the host`,
    ),
    description(text),
  );

const level = pipe(
  picklist(['error', 'warning', 'information', 'hint', 'off']),
  description('How loudly the rule speaks, or off.'),
);

const kindEntries: Readonly<Record<Kind, ReturnType<typeof kindEntry>>> = {
  runbook: kindEntry('are runbooks'),
  postmortem: kindEntry('are postmortems'),
  other: kindEntry('are neither'),
};

function kindEntry(are: string) {
  return optional(globs(`Files that ${are}, whatever they look like.`));
}

/** What a configuration needs to know of a rule. */
export interface ConfigurableRule {
  readonly id: string;
  readonly summary: string;
  readonly options?: ObjectEntries;
}

const ruleEntries = (rules: readonly ConfigurableRule[]) =>
  Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      optional(
        pipe(union([level, strictObject({ severity: optional(level), ...rule.options })]), description(rule.summary)),
      ),
    ]),
  );

/**
 * What a configuration file may say. Gives the type, the checks and, for editors, the JSON schema.
 * @param rules those that a team may set.
 */
export const configurationSchemaFor = (rules: readonly ConfigurableRule[]) =>
  strictObject({
    $schema: optional(pipe(string(), description('Where the schema of this file is.'))),
    files: optional(
      pipe(
        strictObject({
          include: optional(
            globs('Globs relative to this folder. Only files that match one are read; others are left out.'),
          ),
          exclude: optional(globs('Globs relative to this folder. Files that match one are not read.')),
        }),
        description('Which files are read.'),
      ),
    ),
    kinds: optional(
      pipe(
        strictObject(kindEntries),
        description(
          `What documents are, by globs relative to this folder, where that is not found out rightly. "other" is looked at first, then ${documentKinds.map((kind) => `"${kind}"`).join(', then ')}. Files without a markdown ending are read where they are named here.`,
        ),
      ),
    ),
    services: optional(words('The services that documents may be about.')),
    severities: optional(words('The severities in use, the worst first.')),
    statuses: optional(words('The statuses that a postmortem goes through, in order.')),
    roles: optional(words('The roles that people take in an incident.')),
    tracker: optional(
      pipe(
        strictObject({
          key: optional(
            address('key', 'The address of a ticket such as PROJ-123: https://tracker.example/browse/${key}'),
          ),
          number: optional(
            address('number', 'The address of an issue such as #45: https://example.com/issues/${number}'),
          ),
        }),
        description('Where the tickets and issues that action items name can be opened.'),
      ),
    ),
    rules: optional(
      pipe(
        strictObject(ruleEntries(rules)),
        description('How loudly each rule speaks, and the options of those that have some.'),
      ),
    ),
  });

/** The checks of a configuration file; see `configurationSchemaFor`. */
export type ConfigurationSchema = ReturnType<typeof configurationSchemaFor>;

/** What one configuration file says. */
export type Configuration = InferOutput<ConfigurationSchema>;

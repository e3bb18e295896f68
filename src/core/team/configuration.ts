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

/** The configuration file of a team; the one in the nearest folder wins. */
export const configurationName = '.runbook-lens.json';

const globs = (text: string) => pipe(array(pipe(string(), minLength(1), maxLength(longestGlob))), description(text));
const words = (text: string) => pipe(array(pipe(string(), minLength(1))), description(text));

/** An address with a placeholder. Never in the host part: a document could then choose where links lead. */
const address = (placeholder: 'key' | 'number', text: string) =>
  pipe(
    string(),
    regex(
      new RegExp(`^https://[A-Za-z0-9.-]+(?::[0-9]+)?[/?#]\\S*\\$\\{${placeholder}\\}\\S*$`),
      `an https:// address with \${${placeholder}} after the host name`,
    ),
    description(text),
  );

const level = pipe(
  picklist(['error', 'warning', 'information', 'hint', 'off']),
  description('Severity of the rule, or off.'),
);

const kindEntries: Readonly<Record<Kind, ReturnType<typeof kindEntry>>> = {
  runbook: kindEntry('runbooks'),
  postmortem: kindEntry('postmortems'),
  other: kindEntry('neither runbooks nor postmortems'),
};

function kindEntry(kind: string) {
  return optional(globs(`Files to treat as ${kind}, whatever their content.`));
}

/** The parts of a rule that the configuration needs. */
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
 * Returns the schema of a configuration file. It gives the type, the checks and, for editors, the JSON schema.
 * @param rules those that a team may set.
 */
export const configurationSchemaFor = (rules: readonly ConfigurableRule[]) =>
  strictObject({
    $schema: optional(pipe(string(), description('Location of the schema of this file.'))),
    files: optional(
      pipe(
        strictObject({
          include: optional(globs('Globs relative to this folder. Only files that match a glob are read.')),
          exclude: optional(globs('Globs relative to this folder. Files that match a glob are not read.')),
        }),
        description('Files to read.'),
      ),
    ),
    kinds: optional(
      pipe(
        strictObject(kindEntries),
        description(
          `Kinds of documents, as globs relative to this folder, for documents that are not recognised correctly. "other" is checked first, then ${documentKinds.map((kind) => `"${kind}"`).join(', then ')}. Files without a Markdown extension are read if they are listed here.`,
        ),
      ),
    ),
    services: optional(words('Services that documents may be about.')),
    severities: optional(words('Severities in use, worst first.')),
    statuses: optional(words('Statuses of a postmortem, in order.')),
    roles: optional(words('Roles in an incident.')),
    tracker: optional(
      pipe(
        strictObject({
          key: optional(address('key', 'Address of a ticket such as PROJ-123: https://tracker.example/browse/${key}')),
          number: optional(address('number', 'Address of an issue such as #45: https://example.com/issues/${number}')),
        }),
        description('Addresses of the tickets and issues in action items.'),
      ),
    ),
    alerts: optional(
      pipe(
        strictObject({
          keys: optional(words('Further annotations and labels of alerts whose values are links to runbooks.')),
          sites: optional(
            pipe(
              array(
                strictObject({
                  address: pipe(
                    string(),
                    regex(/^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:\/[^\s?#]*)?$/, 'an https:// address'),
                    description('Address of the start page, or of a part of the site: https://docs.example.com/ops'),
                  ),
                  folder: pipe(
                    string(),
                    description('Folder with the pages below that address, relative to this folder.'),
                  ),
                }),
              ),
              description('Sites that are made of pages of the repository.'),
            ),
          ),
          paging: optional(words('Severities of alerts that page somebody, without regard to case.')),
          usedElsewhere: optional(
            globs('Runbooks that alerts elsewhere lead to, as globs relative to this folder: they are not unused.'),
          ),
        }),
        description('Alerts of rule files, and their links to runbooks.'),
      ),
    ),
    rules: optional(
      pipe(
        strictObject(ruleEntries(rules)),
        description('Severity of each rule, or off, and the options of the rules that have options.'),
      ),
    ),
  });

/** The schema of a configuration file; see `configurationSchemaFor`. */
export type ConfigurationSchema = ReturnType<typeof configurationSchemaFor>;

/** The content of a configuration file. */
export type Configuration = InferOutput<ConfigurationSchema>;

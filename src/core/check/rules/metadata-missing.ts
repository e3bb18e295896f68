import { array, description, minLength, optional, pipe, string } from 'valibot';
import type { CatalogDocument } from '../../document/document.ts';
import { expectedKeys, type ExpectedKey } from '../facts/expected-keys.ts';
import { hasKey } from '../../document/facts/has-key.ts';
import { insertKeys } from '../../document/facts/insert-keys.ts';
import { lacksOwner } from '../facts/ownership.ts';
import type { Range } from '../../text/position.ts';
import { fieldNamed } from '../../document/fields.ts';
import { optionsOf, type Report, type Rule, type RuleContext } from './rule.ts';

const options = {
  keys: optional(
    pipe(
      array(pipe(string(), minLength(1))),
      description(
        'Keys that every document must have in its front matter, in addition to those of its template or neighbours.',
      ),
    ),
    [],
  ),
};

/** Reports front matter without keys that similar documents have. */
export const metadataMissing: Rule = {
  id: 'metadata-missing',
  summary: 'The front matter lacks keys that similar documents have.',
  defaultSeverity: 'information',
  groupedBy: 'folder',
  afterwards: true,
  fixesFirst: true,
  options,

  *check(context): Iterable<Report> {
    const { document } = context;
    const { missing, expected } = compare(context);
    if (missing.length > 0) {
      yield {
        range: placeOf(document),
        about: missing
          .map(({ key }) => key)
          .toSorted()
          .join(', '),
        message: `Missing in the front matter: ${inWords(missing)}`,
        fix: () => {
          const keys = missing.map(({ key }) => key);
          const edits = insertKeys(
            document,
            expected.map(({ key }) => key),
            keys,
          );
          return edits && { title: `Insert ${keys.join(', ')} into the front matter`, edits };
        },
      };
    }
  },
};

/** The expected keys, and those that the document does not have. None if the front matter cannot be read. */
function compare(context: RuleContext): { expected: readonly ExpectedKey[]; missing: readonly ExpectedKey[] } {
  const { document } = context;
  const present = Object.keys(document.frontMatter?.values ?? {});
  const unreadable = document.problems.length > 0 || document.text.startsWith('+++');
  if (unreadable) {
    return { expected: [], missing: [] };
  }
  const usual = expectedKeys(context);
  const names = usual.map(({ key }) => key);
  const demanded = optionsOf(metadataMissing, options, context)
    .keys.filter((key) => !hasKey(names, key, []))
    .map((key) => ({ key, evidence: 'required by the configuration' }));
  const expected = [...usual, ...demanded];
  const all = expected.map(({ key }) => key);
  const lacking = expected.filter(({ key }) => !hasKey(present, key, all));
  // Another rule reports a missing owner.
  const unowned = lacking.some(isOwnerKey) && lacksOwner(context);
  return { expected, missing: unowned ? lacking.filter((key) => !isOwnerKey(key)) : lacking };
}

function isOwnerKey({ key }: ExpectedKey): boolean {
  return fieldNamed(key) === 'owners';
}

function placeOf({ frontMatter, titleRange, lines }: CatalogDocument): Range {
  return frontMatter === undefined ? titleRange : lines.trimmedRange(frontMatter.range.start.line);
}

/** "severity, status (both in the template Incident), zone (required by the configuration)". */
function inWords(missing: readonly ExpectedKey[]): string {
  const byEvidence = new Map<string, string[]>();
  for (const { key, evidence } of missing) {
    byEvidence.set(evidence, [...(byEvidence.get(evidence) ?? []), key]);
  }
  return [...byEvidence].map(([evidence, keys]) => `${keys.join(', ')} (${evidence})`).join('; ');
}

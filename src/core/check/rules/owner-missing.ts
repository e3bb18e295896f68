import { boolean, description, optional, pipe } from 'valibot';
import { frontMatterEntries } from '../../document/facts/front-matter-entries.ts';
import { isOwned, ownerExpected } from '../facts/ownership.ts';
import { fieldNamed } from '../../document/fields.ts';
import { sectionsWith } from '../../document/sections-with.ts';
import { optionsOf, type Report, type Rule, type RuleContext } from './rule.ts';
import { nounOf, tellsIncident } from '../../vocabulary/kind.ts';

const options = {
  always: optional(
    pipe(boolean(), description('Require an owner for every document, even if its neighbours have none.')),
    false,
  ),
};

/** Reports a document without an owner, if such documents have owners. */
export const ownerMissing: Rule = {
  id: 'owner-missing',
  summary: 'The document has no owner, but the documents around it have owners.',
  defaultSeverity: 'information',
  groupedBy: 'folder',
  afterwards: true,
  options,

  *check(context): Iterable<Report> {
    const { document } = context;
    if (isOwned(document, context) || document.problems.length > 0 || namesPeople(context)) {
      return;
    }
    const { always } = optionsOf(ownerMissing, options, context);
    const evidence = ownerExpected(context) ?? (always ? 'the configuration requires one' : undefined);
    if (evidence !== undefined) {
      const key = frontMatterEntries(document).find((entry) => fieldNamed(entry.key) === 'owners');
      const where =
        key === undefined
          ? 'neither its text nor an owners file names one'
          : `"${key.key}" in its front matter is empty`;
      yield {
        range: key?.keyRange ?? document.titleRange,
        about: '',
        message: `This ${nounOf(document.kind)} has no owner: ${where} (${evidence})`,
      };
    }
  },
};

/** A postmortem with a list of participants says whom to ask. */
function namesPeople({ document }: RuleContext): boolean {
  return tellsIncident(document) && sectionsWith(document, ['people']).some(({ state }) => state === 'written');
}

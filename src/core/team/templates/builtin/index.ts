import { conventionOf, withoutMark, type Convention, type Template } from '../template.ts';
import { atlassianPostmortem, pagerDutyPostmortem, shortPostmortem, sreBookPostmortem } from './postmortem.ts';
import { alertRunbook, taskRunbook } from './runbook.ts';
import { once } from '../../../util/memo.ts';
import type { DocumentKind } from '../../../vocabulary/kind.ts';

/** The templates that come with the product, in the order in which they are offered. */
export const builtInTemplates: readonly Template[] = [
  sreBookPostmortem,
  pagerDutyPostmortem,
  atlassianPostmortem,
  shortPostmortem,
  alertRunbook,
  taskRunbook,
];

/** What a document of each kind is made from, and compared with, where nothing shows a convention. */
export const genericTemplates: Readonly<Record<DocumentKind, Template>> = {
  runbook: taskRunbook,
  postmortem: shortPostmortem,
};

/** What each built-in template expects. */
export const builtInConventions = once((): readonly Convention[] => builtInTemplates.map(conventionOf));

/** The help comments of all built-in templates, white space folded: a section with nothing else was never begun by hand. */
export const builtInHelp = once(
  (): ReadonlySet<string> =>
    new Set(
      builtInTemplates.flatMap((template) =>
        [...template.text.matchAll(/<!--([\s\S]*?)-->/g)].flatMap((match) => {
          const help = (match[1] ?? '').replace(/\s+/g, ' ').trim();
          return [help, withoutMark(help)];
        }),
      ),
    ),
);

import { conventionOf, withoutMark, type Convention, type Template } from '../template.ts';
import { atlassianPostmortem, pagerDutyPostmortem, shortPostmortem, sreBookPostmortem } from './postmortem.ts';
import { alertRunbook, taskRunbook } from './runbook.ts';
import { once } from '../../../util/memo.ts';
import type { DocumentKind } from '../../../vocabulary/kind.ts';

/** The built-in templates, in display order. */
export const builtInTemplates: readonly Template[] = [
  sreBookPostmortem,
  pagerDutyPostmortem,
  atlassianPostmortem,
  shortPostmortem,
  alertRunbook,
  taskRunbook,
];

/** The default template of each kind, if nothing shows a convention. */
export const genericTemplates: Readonly<Record<DocumentKind, Template>> = {
  runbook: taskRunbook,
  postmortem: shortPostmortem,
};

/** The conventions of the built-in templates. */
export const builtInConventions = once((): readonly Convention[] => builtInTemplates.map(conventionOf));

/** The help comments of all built-in templates, white space folded. A section with only such a comment is not written yet. */
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

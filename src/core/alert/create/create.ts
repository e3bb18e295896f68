import type { TextEdit } from '../../text/edit.ts';
import type { Position } from '../../text/position.ts';
import { linkEdit, type LinkRequest } from '../edit/link-edit.ts';
import { resolveAlert } from '../link/resolve.ts';
import { serviceOf } from '../service.ts';
import { factsOf } from './facts.ts';
import { runbookPath } from './home.ts';
import { knownName } from './name.ts';
import { filledPage } from './page.ts';
import { addedSection, pageOfAll } from './section.ts';

/** What a template is filled in with; what the rule does not say is missing. */
export interface RunbookFacts {
  readonly title: string;
  readonly severity?: string;
  readonly service?: string;
  readonly owner?: string;
}

/** A runbook to be made of an alert. */
export interface RunbookRequest extends Omit<LinkRequest, 'target'> {
  /** Where new runbooks go if no alert has one. */
  readonly usualPath: (facts: RunbookFacts) => string;
  /** Returns the text of a new runbook at a path, from the template of its folder. */
  readonly textFor: (path: string, facts: RunbookFacts) => string;
  /** Returns the text of a page. */
  readonly read: (path: string) => Promise<string | undefined>;
}

/** A new runbook: a page, or a section of the page that has all. */
export interface NewRunbook {
  /** Of the page. */
  readonly path: string;
  /** Of a new page. */
  readonly text?: string;
  /** Of a page that is there: its new section. */
  readonly addTo?: { readonly path: string; readonly edits: readonly TextEdit[] };
  /** Where the author goes on: in a new page below its first empty heading, in a changed one at the new section. */
  readonly cursor?: Position;
  /** Edits of the rule file; none if its link leads there already. Undefined if the link cannot be written: the user has to. */
  readonly link: readonly TextEdit[] | undefined;
  /** What the link has to lead to: `path` or `path#anchor`. */
  readonly target: string;
}

/** Returns the runbook of an alert, filled in with what its rule says, and the edit that links to it. */
export async function createRunbook(request: RunbookRequest): Promise<NewRunbook> {
  const { alert, path, survey, usualPath, textFor, read } = request;
  const { state, anchor } = resolveAlert(alert, path, survey.world);
  const all = pageOfAll(survey, path, alert);
  const text = all === undefined ? undefined : await read(all);
  if (all !== undefined && text !== undefined) {
    const wanted = state === 'anchor-missing' ? anchor?.toLowerCase() : undefined;
    const section = addedSection(survey, all, text, alert.name, factsOf(alert, path, all), wanted);
    if (section !== undefined) {
      const target = `${all}#${section.anchor}`;
      const link = wanted === section.anchor ? [] : linkEdit({ ...request, target });
      return { path: all, addTo: { path: all, edits: section.edits }, cursor: section.start, link, target };
    }
  }
  const facts = runbookFacts(request);
  const page = runbookPath(survey, path, alert, usualPath(facts));
  const filled = filledPage(page, textFor(page, facts), factsOf(alert, path, page));
  return { path: page, ...filled, link: linkEdit({ ...request, target: page }), target: page };
}

function runbookFacts({ alert }: RunbookRequest): RunbookFacts {
  const { name, severity, labels } = alert;
  const [service, owner] = [serviceOf(alert), labels.get('owner') ?? labels.get('team')];
  return {
    title: knownName(name),
    ...(severity !== undefined && { severity }),
    ...(isKnown(service) && { service }),
    ...(isKnown(owner) && { owner }),
  };
}

/** Whether a label has a value that no template makes. */
function isKnown(value: string | undefined): value is string {
  return value !== undefined && value !== '' && !/\{\{|\$\{/.test(value);
}

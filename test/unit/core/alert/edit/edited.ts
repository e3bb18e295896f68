import { loadAlerts } from '../../../../../src/core/index.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';

/** A repository of tests: its files by path. */
export type Repository = Readonly<Record<string, string>>;

/** Surveys a repository of tests. */
export async function surveyOf(files: Repository, repositories: readonly string[] = ['acme/shop']) {
  const { surveyAlerts } = await loadAlerts();
  return surveyAlerts({
    paths: Object.keys(files),
    read: async (path) => Promise.resolve(files[path]),
    repositories,
  });
}

/**
 * Makes an alert lead to a target. Returns the new text of its file, once it is sure that the alert leads there and that all others lead where they did.
 * Undefined if there is no edit. @param name of the alert; the first of that name.
 */
export async function linked(
  files: Repository,
  name: string,
  target: string,
  more: { readonly forge?: string; readonly repositories?: readonly string[] } = {},
): Promise<string | undefined> {
  const { linkEdit } = await loadAlerts();
  const survey = await surveyOf(files, more.repositories);
  const found = survey.alerts.find(({ alert }) => alert.name === name);
  if (found === undefined) {
    throw new Error(`There is no alert ${name}.`);
  }
  const { path, alert } = found;
  const text = files[path] ?? '';
  const edits = linkEdit({ alert, path, text, target, survey, ...(more.forge !== undefined && { forge: more.forge }) });
  if (edits === undefined) {
    return undefined;
  }
  const changed = applyEdits(text, edits);
  // A page that is still to be written has the heading.
  const [page = '', anchor = ''] = target.split('#');
  const after = await surveyOf({ [page]: `<a name="${anchor}"></a>\n`, ...files, [path]: changed }, more.repositories);
  const index = survey.alerts.indexOf(found);
  const before = await leads(survey);
  const now = await leads(after);
  const wanted = before.with(index, `${path} ${name} resolved ${target}`);
  if (JSON.stringify(now) !== JSON.stringify(wanted)) {
    throw new Error(`${changed}\nleads to\n${now.join('\n')}\nnot\n${wanted.join('\n')}`);
  }
  return changed;
}

async function leads({ alerts }: Awaited<ReturnType<typeof surveyOf>>): Promise<string[]> {
  const { targetOf } = await loadAlerts();
  return alerts.map(({ path, alert, resolution }) =>
    [path, alert.name, resolution.state, targetOf(resolution) ?? resolution.link?.address ?? ''].join(' '),
  );
}

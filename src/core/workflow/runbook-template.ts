import { adoptedTemplate } from '../convention/write-template.ts';
import { folderOf, pathFromTop } from '../document/document.ts';
import type { Shelf } from '../team/shelf.ts';
import { readTemplate } from '../team/template-file.ts';
import { genericTemplates } from '../team/templates/builtin/index.ts';
import type { Template } from '../team/templates/template.ts';
import { ownTemplates } from './incident/record-template.ts';

/** Fewer runbooks in a folder have no custom. */
const leastRunbooks = 2;

/**
 * Returns the template for a new runbook, without asking: the repository's own; else what the runbooks of its folder have in common; else the
 * built-in one.
 * @param path of the new runbook, from the top of the repository. @param date YYYY-MM-DD.
 */
export function runbookTemplate(shelf: Shelf, root: string, path: string, date: string): Template {
  const templates = ownTemplates(shelf, root, 'runbook', date);
  const governing = shelf.team(root).templateFor('runbook', path);
  const own = governing ?? templates[0];
  if (own !== undefined) {
    return own;
  }
  const folder = folderOf(path);
  const beside = shelf
    .documents('runbook')
    .filter((document) => document.root === root && folderOf(pathFromTop(document)) === folder);
  const draft = beside.length < leastRunbooks ? undefined : adoptedTemplate(folder, beside);
  const adopted = draft && readTemplate(draft.path, draft.text).template;
  return adopted ?? genericTemplates.runbook;
}

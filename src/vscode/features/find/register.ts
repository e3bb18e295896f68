import { Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { registerCommand } from '../../services/commands.ts';
import { SearchService } from '../../services/search.ts';
import { FindBox } from './find-box.ts';

/** Registers the box that finds runbooks and postmortems. */
export function registerFind(deps: Deps): Disposable {
  const search = new SearchService(deps.index, deps.log);
  const find = (target?: unknown): Promise<void> =>
    new FindBox(deps, search).open(new Answers(target).text('text') ?? '');
  return Disposable.from(
    search,
    registerCommand('runbookLens.findRunbook', deps.log, find),
    registerCommand('runbookLens.openDocument', deps.log, find),
  );
}

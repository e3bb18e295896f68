import { Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { registerCommand } from '../../services/commands.ts';
import { FindBox } from './find-box.ts';

/** Registers the box that finds runbooks and postmortems. */
export function registerFind(deps: Deps): Disposable {
  const find = (target?: unknown): Promise<void> => new FindBox(deps).open(new Answers(target).text('text') ?? '');
  return Disposable.from(
    registerCommand('runbookLens.findRunbook', deps.log, find),
    registerCommand('runbookLens.openDocument', deps.log, find),
  );
}

import { commands, ViewColumn, window, type Disposable } from 'vscode';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { registerCommand } from '../../services/commands.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { Guides } from './guides.ts';
import { recordOf } from './record.ts';

/** Registers the review of postmortems: status, retrospective and facilitator's guide. What they do is loaded on first use. */
export function registerReview(deps: Deps): Disposable {
  const { index, log } = deps;
  const store = new DisposableStore();
  const guides = store.add(new Guides(index));
  store.add(
    registerCommand('runbookLens.changeReviewStatus', log, async (target) => {
      const { changeReviewStatus } = await import('./review.ts');
      return changeReviewStatus(deps, target);
    }),
    registerCommand('runbookLens.scheduleRetrospective', log, async (target) => {
      const { scheduleRetrospective } = await import('./review.ts');
      return scheduleRetrospective(deps, target);
    }),
    registerCommand('runbookLens.facilitateRetrospective', log, async (target) => {
      const { document, context } = await recordOf(deps, new Answers(target));
      await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: false });
      await commands.executeCommand('markdown.showPreviewToSide', guides.uriOf(context.document));
    }),
  );
  return store;
}

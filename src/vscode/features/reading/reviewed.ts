import { l10n, window, type Uri } from 'vscode';
import { reviewedEdits, tellsProcedure, UserError, usualReviewKey } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { openDocument } from '../../services/open-document.ts';
import { tell } from '../../services/tell.ts';

/** Notes in a runbook that it was reviewed today, where it states its last review or where those beside it do. */
export async function reviewToday(deps: Deps, target: unknown): Promise<void> {
  const uri = new Answers(target).target ?? window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    throw new UserError(l10n.t('Open a runbook first.'));
  }
  const { index, editor } = deps;
  const day = today(deps);
  await editor.change(uri, (document) => {
    if (!tellsProcedure(document)) {
      throw new UserError(l10n.t('{0} is not a runbook.', document.path));
    }
    return reviewedEdits(document, day, keyFor(deps, document.root));
  });
  void tell(l10n.t('Reviewed on {0}: {1}.', day, index.catalog.get(uri.toString())?.title ?? uri.path));
}

/** Offers to note a review when all steps of a runbook are done, unless it was reviewed today. */
export async function offerReview(deps: Deps, uri: Uri): Promise<void> {
  const document = deps.index.read(await openDocument(uri));
  const isDue =
    tellsProcedure(document) && reviewedEdits(document, today(deps), keyFor(deps, document.root)).length > 0;
  const yes = l10n.t('Reviewed Today');
  if (isDue && (await tell(l10n.t('All steps of {0} are done. Is it right as it is?', document.title), yes)) === yes) {
    await reviewToday(deps, uri);
  }
}

function keyFor({ index }: Deps, root: string): string {
  return usualReviewKey(index.catalog.telling('procedure').filter((other) => other.root === root));
}

function today({ clock }: Deps): string {
  return clock.now().toISOString().slice(0, 10);
}

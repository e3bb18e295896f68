import { l10n, window, type Uri } from 'vscode';
import {
  tellsProcedure,
  UserError,
  type CatalogDocument,
  type Reviewed,
  type UnclearReview,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { openDocument } from '../../services/open-document.ts';
import { openIncidentsOf } from '../../services/open-incidents.ts';
import { tell } from '../../services/tell.ts';
import { today } from '../../services/today.ts';
import { OfferedReviews } from './offered-reviews.ts';

/**
 * Notes in a runbook that it was reviewed today, where it states its last review or where those beside it do. Throws a UserError if that
 * would change more than a date.
 */
export async function reviewToday(deps: Deps, target: unknown): Promise<void> {
  const uri = new Answers(target).target ?? window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    throw new UserError(l10n.t('Open a runbook first.'));
  }
  const review = await reviewerOf(deps);
  const day = today(deps);
  let isWritten = false;
  await deps.editor.change(uri, (document) => {
    if (!tellsProcedure(document)) {
      throw new UserError(l10n.t('{0} is not a runbook.', document.path));
    }
    const made = review(document, day);
    if ('unclear' in made) {
      throw new UserError(explained(made.unclear, document.path));
    }
    // A change that is made again after a save that failed may find its own text.
    isWritten ||= 'edits' in made;
    return 'edits' in made ? made.edits : [];
  });
  const title = deps.index.catalog.get(uri.toString())?.title ?? uri.path;
  void tell(
    isWritten
      ? l10n.t('Reviewed on {0}: {1}.', day, title)
      : l10n.t('{0} already says that it was reviewed on {1}.', title, day),
  );
}

/** Offers to note a review when all steps of a runbook are done: not while an incident is open, and once a day. */
export async function offerReview(deps: Deps, uri: Uri): Promise<void> {
  if (openIncidentsOf(deps).length > 0) {
    return;
  }
  const document = deps.index.read(await openDocument(uri));
  const review = await reviewerOf(deps);
  const day = today(deps);
  const isDue = tellsProcedure(document) && 'edits' in review(document, day);
  if (!isDue || !(await new OfferedReviews(deps.context.workspaceState).add(uri.toString(), day))) {
    return;
  }
  const yes = l10n.t('Reviewed Today');
  if ((await tell(l10n.t('All steps of {0} are done. Is it right as it is?', document.title), yes)) === yes) {
    await reviewToday(deps, uri);
  }
}

/** How reviews are noted, as those of the same folder are. */
async function reviewerOf({ index }: Deps): Promise<(document: CatalogDocument, day: string) => Reviewed> {
  const { reviewedEdits, usualReview } = await import('../../services/runbook-use.ts');
  return (document, day) => {
    const beside = index.catalog.telling('procedure').filter(({ root }) => root === document.root);
    return reviewedEdits(document, day, usualReview(beside));
  };
}

/** What is in the way of a review, where, and what to do. */
function explained({ why, line }: UnclearReview, path: string): string {
  const place = [path, String(line + 1)] as const;
  switch (why) {
    case 'time':
      return l10n.t('{0}, line {1}: the last review has a time of day. Write the new date and time there.', ...place);
    case 'span':
      return l10n.t('{0}, line {1}: the last review took several days. Write the new date there.', ...place);
    case 'several':
      return l10n.t('{0}, line {1}: there are several reviews. Add the new one there.', ...place);
    case 'inexact':
      return l10n.t(
        '{0}, line {1}: the last review is not stated as a plain date. Write the new date there.',
        ...place,
      );
    case 'taken':
      return l10n.t(
        '{0}, line {1}: this is not a date, and nothing else states the last review. Write the date there.',
        ...place,
      );
    case 'unreadable':
      return l10n.t(
        '{0}, line {1}: the review cannot be noted here so that it is read. Correct the front matter, or write the date yourself.',
        ...place,
      );
  }
}

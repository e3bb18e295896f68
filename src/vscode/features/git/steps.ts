import { l10n, type QuickPickItem } from 'vscode';
import { askChoice, askText, type Step } from '../../services/wizard.ts';

/** The answers of the steps. */
export interface Draft {
  subject: string;
  /** Name of a new branch; false for the current branch. */
  newBranch: string | false | undefined;
}

/**
 * Asks for the first line of the message.
 * @param body the rest, which is only shown.
 */
export function messageStep(draft: Draft, body: string): Step {
  return async (place) => {
    const below = body.replaceAll('\n', ', ');
    const answer = await askText(place, {
      prompt:
        below === ''
          ? l10n.t('Subject line of the commit message')
          : l10n.t('Body: {0}. Above is the subject line of the commit message.', below),
      value: draft.subject,
      problem: (value) => (value.trim() === '' ? l10n.t('Enter a subject line.') : undefined),
    });
    if (answer === 'back' || answer === 'cancel') {
      return answer;
    }
    draft.subject = answer.value.trim();
    return 'next';
  };
}

/** The branches for a commit. */
export interface Branches {
  /** Undefined if HEAD is not on a branch. Then the branch must be new. */
  readonly current: string | undefined;
  readonly suggested: string;
  /** Returns why a branch name cannot be used, or undefined. */
  readonly problem: (name: string) => Promise<string | undefined>;
}

/** Asks for the branch: the current one or a new one. */
export function branchStep(draft: Draft, { current, suggested, problem }: Branches): Step {
  return async (place) => {
    for (;;) {
      const here: QuickPickItem[] =
        current === undefined ? [] : [{ label: l10n.t('On {0}', current), description: l10n.t('current branch') }];
      const fresh: QuickPickItem = { label: l10n.t('On a New Branch…'), description: suggested };
      const where = await askChoice(place, {
        placeholder: l10n.t('Choose a branch for the commit.'),
        items: [...here, fresh],
        active: typeof draft.newBranch === 'string' ? fresh : undefined,
      });
      if (where === 'back' || where === 'cancel') {
        return where;
      }
      if (where.value !== fresh) {
        draft.newBranch = false;
        return 'next';
      }
      const name = await askText(place, {
        prompt: l10n.t('Name of the new branch. Git switches to it.'),
        value: draft.newBranch || suggested,
        problem: (value) => problem(value.trim()),
      });
      if (name === 'cancel') {
        return name;
      }
      if (name !== 'back') {
        draft.newBranch = name.value.trim();
        return 'next';
      }
    }
  };
}

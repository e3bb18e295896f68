import { Uri } from 'vscode';
import { targetUri } from '../../services/target.ts';

/** What a commit is called with; what is not given is asked for. */
export interface CommitAnswers {
  readonly uri: Uri | undefined;
  /** The whole message, subject and body. */
  readonly message: string | undefined;
  /** The name of a branch to be made; false for the branch that HEAD is on. */
  readonly newBranch: string | false | undefined;
}

/** Reads what a command was called with: a tree's node, a URI, or `{ uri?, message?, newBranch? }` from a keybinding. Anything else says nothing. */
export function readAnswers(target: unknown): CommitAnswers {
  const uri = targetUri(target);
  if (uri !== undefined || typeof target !== 'object' || target === null) {
    return { uri, message: undefined, newBranch: undefined };
  }
  const given: Readonly<Record<string, unknown>> = { ...target };
  const { message, newBranch } = given;
  return {
    uri: typeof given['uri'] === 'string' ? parsed(given['uri']) : targetUri(given['uri']),
    message: typeof message === 'string' && message.trim() !== '' ? message : undefined,
    newBranch: newBranch === false || (typeof newBranch === 'string' && newBranch !== '') ? newBranch : undefined,
  };
}

function parsed(uri: string): Uri | undefined {
  try {
    return Uri.parse(uri, true);
  } catch {
    return undefined;
  }
}

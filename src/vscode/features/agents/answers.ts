// What answers agents. It is a bundle of its own, which loads when one asks.
import { Uri, workspace } from 'vscode';
import { answerCall, type AnswerSource, type ToolAnswer, type ToolName } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';

/** Answers a call of a tool from the workspace as it is in the editor, unsaved text included. */
export async function answerInWorkspace(name: ToolName, input: unknown, deps: Deps): Promise<ToolAnswer> {
  return answerCall(name, input, sourceOf(deps));
}

function sourceOf({ index, search, alerts }: Deps): AnswerSource {
  return {
    documents: async () => {
      await index.whenReady();
      return index.catalog.documents();
    },
    texts: () => search.likelyTexts(),
    alerts: () => alerts.facts(),
    // In a workspace with several folders it begins with the name of its folder.
    pathOf: ({ uri }) => workspace.asRelativePath(Uri.parse(uri)),
  };
}

// What answers agents. It is a bundle of its own, which loads when one asks.
import { Uri, workspace } from 'vscode';
import {
  answerCall,
  servicesIn,
  type AnswerSource,
  type Services,
  type ToolAnswer,
  type ToolName,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { distinctNames } from './folder-names.ts';

/** Answers a call of a tool from the workspace as it is in the editor, unsaved text included. */
export async function answerInWorkspace(name: ToolName, input: unknown, deps: Deps): Promise<ToolAnswer> {
  return answerCall(name, input, sourceOf(deps));
}

function sourceOf({ index, search, alerts }: Deps): AnswerSource {
  const pathOf = pathsNow();
  /** As the Services view has them. */
  const servicesNow = (): ((root: string) => Services) => {
    const known = new Map<string, Services>();
    return (root) => {
      const survey = alerts.surveyOf(root);
      const services =
        known.get(root) ?? servicesIn({ catalog: index.catalog, root, survey, objectives: alerts.objectivesOf(root) });
      known.set(root, services);
      return services;
    };
  };
  return {
    documents: async () => {
      await index.whenReady();
      return index.catalog.documents();
    },
    texts: () => search.likelyTexts(),
    alerts: async () => {
      await index.whenReady();
      const found = await alerts.facts(pathOf);
      const services = servicesNow();
      return found.map(({ facts, root, surveyed }) => ({ ...facts, services: services(root).ofAlert(surveyed) }));
    },
    services: async () => {
      await Promise.all([index.whenReady(), alerts.load()]);
      const services = servicesNow();
      const roots = workspace.workspaceFolders?.map(({ uri }) => uri.toString()) ?? [];
      return {
        named: (name) => roots.flatMap((root) => services(root).named(name)?.key ?? []),
        ofDocument: (document) => services(document.root).ofDocument(document),
      };
    },
    pathOf: ({ uri }) => pathOf(Uri.parse(uri)),
  };
}

/** Returns the paths of files for agents. In a workspace with several folders they begin with the name of the folder, or one like it. */
function pathsNow(): (uri: Uri) => string {
  const folders = workspace.workspaceFolders ?? [];
  const names = distinctNames(folders.map(({ name }) => name));
  return (uri) => {
    const name = folders.length > 1 ? names[workspace.getWorkspaceFolder(uri)?.index ?? -1] : undefined;
    return name === undefined ? workspace.asRelativePath(uri) : `${name}/${workspace.asRelativePath(uri, false)}`;
  };
}

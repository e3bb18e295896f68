import type { AlertSurvey } from '../alert/survey.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Objective } from '../objective/objective.ts';
import { Services } from './names.ts';

/** What says which services a repository has. */
export interface ServiceWitnesses {
  readonly catalog: Catalog;
  /** The root of its documents in the catalog. */
  readonly root: string;
  /** Undefined if there are no rule files. */
  readonly survey: AlertSurvey | undefined;
  /** Of the repository. */
  readonly objectives: readonly Objective[];
}

/** Returns the services of a repository. What they belong to is asked of them; see `Services`. */
export function servicesIn({ catalog, root, survey, objectives }: ServiceWitnesses): Services {
  const team = catalog.team(root);
  return new Services({
    documents: catalog.documents().filter((document) => document.root === root && document.kind !== 'other'),
    alerts: survey?.alerts ?? [],
    objectives: objectives.flatMap(({ service }) => service ?? []),
    configured: team.settingsFor('').words.services ?? [],
    ownedFolders: team.ownedFolders,
  });
}

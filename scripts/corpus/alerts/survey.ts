import { loadAlerts, type AlertSurvey } from '../../../src/core/index.ts';
import { DiskStore } from '../../../src/node/disk-store.ts';
import { GitHistory } from '../../../src/node/git-history.ts';
import { quiet } from '../repositories.ts';

/** Surveys the alerts of a repository. @param root its folder. @param repository its name, `owner/name`. */
export async function surveyAt(root: string, repository: string): Promise<AlertSurvey> {
  const { surveyAlerts } = await loadAlerts();
  const store = new DiskStore(new GitHistory(quiet), quiet);
  return surveyAlerts({
    paths: await store.list(root, new AbortController().signal, true),
    repositories: [repository],
    read: async (file) => {
      const result = await store.read(root, file);
      return 'text' in result ? result.text : undefined;
    },
  });
}

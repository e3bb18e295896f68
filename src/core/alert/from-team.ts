import type { AlertSettings } from '../team/settings.ts';
import { baseOf, type Site } from './link/sites.ts';

/** What a team's configuration adds to a survey. */
export interface TeamSurvey {
  readonly keys: readonly string[];
  readonly sites: readonly Site[];
}

/** Returns what a team's configuration adds to a survey: further keys, and the sites that it names. */
export function surveyFromTeam({ keys = [], sites = [] }: AlertSettings): TeamSurvey {
  return {
    keys,
    sites: sites.flatMap(({ address, folder }): Site[] => {
      const base = baseOf(address);
      return base === undefined
        ? []
        : [{ base, folders: [folder], evidence: 'the team configuration names it', loose: false }];
    }),
  };
}

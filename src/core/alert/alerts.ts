// All that is known of alerts, as one bundle that loads on first use.
export type { Alert, AlertFile, AlertLink, AlertSource, Unreadable } from './alert.ts';
export { baseOf, type Site } from './link/sites.ts';
export { resolveLink, targetOf, type LinkState, type LinkWorld, type Resolution } from './link/resolve.ts';
export { suggestionsFor } from './link/suggest.ts';
export { ruleForm } from './read/paths.ts';
export { readAlerts } from './read/read.ts';
export { surveyAlerts, type AlertSurvey, type SurveyedAlert, type SurveyInput } from './survey.ts';
export { repositoryOf } from './link/repository.ts';
export { alertFindings, type AlertFinding, type AlertFindingsInput } from './findings.ts';
export { surveyFromTeam, type TeamSurvey } from './from-team.ts';
export { alertReport, alertRows, coverageOf, runbookRows, type AlertRow } from './told.ts';

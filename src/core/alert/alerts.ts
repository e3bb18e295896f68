// All that is known of alerts, as one bundle that loads on first use.
export type { Alert, AlertFile, AlertLink, AlertSource, Unreadable } from './alert.ts';
export { createRunbook, type NewRunbook, type RunbookFacts, type RunbookRequest } from './create/create.ts';
export { linkEdit, type LinkRequest } from './edit/link-edit.ts';
export { renameEdits, renameHeadingEdits, type LeftLink, type LinkEdits, type RenameRequest } from './edit/rename.ts';
export { baseOf, type Site } from './link/sites.ts';
export {
  resolveAlert,
  resolveLink,
  targetOf,
  type LinkState,
  type LinkWorld,
  type Resolution,
} from './link/resolve.ts';
export { suggestionsFor } from './link/suggest.ts';
export { anchorsOf, headingAt, type Anchors, type Heading } from './link/anchors.ts';
export { isTestData, ruleForm } from './read/paths.ts';
export { readAlerts } from './read/read.ts';
export { surveyAlerts, type AlertSurvey, type SurveyedAlert, type SurveyInput } from './survey.ts';
export { excerptOf, type ExcerptPart } from './excerpt.ts';
export { silenceHere } from './silence-here.ts';
export { serviceOf } from './service.ts';
export { forgeOf, repositoryOf } from './link/repository.ts';
export { alertFindings, type AlertFinding, type AlertFindingsInput } from './findings.ts';
export { surveyFromTeam, type TeamSurvey } from './from-team.ts';
export { alertFacts, type AlertFacts, type AlertPaths } from './facts.ts';
export { leadingAlerts, type LeadingAlert } from './leading.ts';
export { alertReport, alertRows, coverageOf, runbookRows, type AlertRow } from './told.ts';
export { unusedRunbooks, usesOf, type AlertUse, type PageUses } from './uses.ts';

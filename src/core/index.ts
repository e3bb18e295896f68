// The public API of the core: pure functions and data, and the ports through which it reaches the outside world.
export { isDate, setActionItemDue, setActionItemOwner } from './record/actions/edits/assign.ts';
export { lacksDueColumn } from './record/actions/edits/due-column.ts';
export { tickActionItem } from './record/actions/edits/tick.ts';
export { untickActionItem } from './record/actions/edits/untick.ts';
export { findAgain } from './record/actions/find-again.ts';
export {
  actionAgeOf,
  actionGroupings,
  actionOwnersOf,
  followUpsOf,
  groupFollowUps,
  type ActionAge,
  type ActionGrouping,
  type FollowUp,
  type FollowUpGroup,
} from './record/actions/follow-ups.ts';
export type { ActionItem } from './record/actions/item.ts';
export { actionLabel, initialsOf } from './record/actions/label.ts';
export { readActionItems } from './record/actions/read.ts';
export { actionStates, type ActionState } from './record/actions/state.ts';
export { trackerUrl } from './record/actions/tracker.ts';
export {
  aboutOf,
  matchBaseline,
  parseBaseline,
  printBaseline,
  updateBaseline,
  type Baseline,
} from './check/baseline.ts';
export {
  candidateTest,
  decode,
  isMarkdown,
  markdownEndings,
  maxFileSize,
  refusedGlobs,
  type FileRules,
} from './document/candidates.ts';
export { Catalog, type Source } from './catalog/catalog.ts';
export { folderOf, pathFromTop, readDocument, type CatalogDocument, type DocumentPlace } from './document/document.ts';
export type { LastChange } from './ports.ts';
export { matchesFilter } from './catalog/filter.ts';
export { groupDocuments, groupings, healthOf, type Group, type Grouping, type Health } from './catalog/groups.ts';
export { listDocuments, load, type ListRequest, type LoadResult } from './catalog/load.ts';
export { runbookTemplate } from './workflow/runbook-template.ts';
export { newDocument } from './workflow/new-document.ts';
export { answerCall, type ToolAnswer } from './answers/answer.ts';
export type { AnswerAlert, AnswerServices, AnswerSource } from './answers/source.ts';
export { isToolName, toolNames, type ToolName } from './answers/tool-names.ts';
export { descriptionOf, inputSchemaOf, instructions, tools } from './answers/tools.ts';
export { loadAlerts } from './alert/load.ts';
export type {
  Alert,
  AlertFile,
  AlertFinding,
  Anchors,
  ExcerptPart,
  Heading,
  LinkEdits,
  NewRunbook,
  Resolution,
  RunbookFacts,
  SurveyedAlert,
  TeamSurvey,
} from './alert/alerts.ts';
export type { AlertFacts } from './alert/facts.ts';
export type { LeadingAlert } from './alert/leading.ts';
export { mayDefineAlerts, ruleForm } from './alert/read/paths.ts';
export type { AlertSurvey } from './alert/survey.ts';
export type { LinkState } from './alert/link/resolve.ts';
export { atTime, type AddressAtTime, type KeptBecause } from './dashboard/at-time.ts';
export { dashboardLinks, dashboardLinksOfAlert, type DashboardLink } from './dashboard/links.ts';
export type { DashboardTool } from './dashboard/tool/tool.ts';
export { mayDefineObjectives } from './objective/may-define.ts';
export type {
  IndicatorKind,
  Objective,
  ObjectiveFile,
  ObjectiveProblem,
  ObjectiveSource,
  ObjectiveWindow,
  WindowUnit,
} from './objective/objective.ts';
export { readObjectives } from './objective/read/read.ts';
export type { BudgetWindow } from './service/budget-window.ts';
export type { RecordedIncident } from './service/incident.ts';
export {
  concerns,
  errorBudget,
  type CountedIncident,
  type ErrorBudget,
  type UncountedIncident,
  type UnknownBudget,
} from './service/objectives.ts';
export { recordedIncident } from './service/recorded-incident.ts';
export { branchName, commitMessage, type CommitMessage } from './workflow/message.ts';
export { conflictsOf } from './document/conflicts.ts';
export { hasSection } from './convention/coverage.ts';
export type { Expected } from './convention/expectation.ts';
export { completionsAt, type Completion } from './catalog/editing/completions.ts';
export { hoverAt, incidentLine, type Hover } from './catalog/editing/hover.ts';
export { wordsFor, type Words } from './catalog/editing/vocabulary.ts';
export type { Disposable } from './util/event.ts';
export { gitignoreTest } from './util/globs/gitignore.ts';
export { fillIn, problemOf, type Filled } from './workflow/commands/fill.ts';
export { codeSpan, outputText, shortenedOutput, withoutSecrets } from './workflow/commands/output.ts';
export { placeholdersIn, type Placeholder } from './workflow/commands/placeholders.ts';
export { isPlainValue } from './workflow/commands/quote.ts';
export { commandAtLine, runbookCommands, type RunbookCommand } from './workflow/commands/read.ts';
export { familyOfShell, type ShellFamily } from './workflow/commands/shell-family.ts';
export { destructionIn, isTerminalLine, isWordsOnly } from './workflow/commands/terminal-line.ts';
export { renderReading, type RenderedPage } from './workflow/reading/render.ts';
export { assignRole, changeSeverity, changeStatus, handOver, type ChangeContext } from './workflow/incident/changes.ts';
export { loadTold } from './workflow/incident/load-told.ts';
export { toldOf, whatFixed, type IncidentFix } from './workflow/incident/told.ts';
export { nextUpdate, type NextUpdate } from './workflow/incident/next-update.ts';
export { checkItem, checklistOf, type ChecklistItem } from './workflow/incident/checklist.ts';
export { declareRecord, type Declaration } from './workflow/incident/declare.ts';
export { impossibleTime, typedEntry } from './workflow/incident/entry-time.ts';
export { incidentOf, openIncidents, type Incident } from './workflow/incident/incident.ts';
export { likelyRunbook } from './workflow/incident/likely-runbook.ts';
export { nextEntryPlace } from './workflow/incident/next-entry-place.ts';
export { serviceNamedIn } from './workflow/incident/named-service.ts';
export { ownTemplates, recordTemplate } from './workflow/incident/record-template.ts';
export { resolveRecord, timesOf, timesProblem, type KeyTime } from './workflow/incident/resolve.ts';
export { commander, holderOf, rolesOf, type Role } from './workflow/incident/roles.ts';
export { relativeLink } from './workflow/incident/source-link.ts';
export { suggestUpdate, updateEntry, updateMessage, type StatusUpdate } from './workflow/incident/status-update.ts';
export { incidentPhases, type IncidentPhase } from './record/status.ts';
export { newSecretsOf, secretRule, type PlacedSecret } from './check/facts/secrets.ts';
export { secretsIn } from './text/secrets/find.ts';
export { withoutSecretsIn } from './text/secrets/find.ts';
export { secretName, type Secret } from './text/secrets/secret.ts';
export { escapeMarkdown } from './text/escape.ts';
export { shortened, textWidth, withoutMiddle } from './text/shorten.ts';
export { rowTitle } from './document/row-title.ts';
export { dashboardName, dashboardsOf, type Dashboard } from './service/dashboards.ts';
export { incidentSpan, type IncidentSpan } from './service/incident-span.ts';
export { gapsOf, runbookState, serviceMarkdown, dashboardTools } from './service/markdown.ts';
export { Services, type Service } from './service/names.ts';
export { servicesIn, type ServiceWitnesses } from './service/services-in.ts';
export type { Interval } from './insights/statistics/binomial.ts';
export type { GoodnessOfFit } from './insights/statistics/goodness-of-fit.ts';
export { significance } from './insights/statistics/holm.ts';
export { quartiles, type Quartiles } from './insights/statistics/quartiles.ts';
export { pText, trendText, weekdayTexts } from './insights/statistics/text.ts';
export { trend, type Trend } from './insights/statistics/trend.ts';
export {
  weekdayTest,
  workingDays,
  type PerWeekday,
  type WeekdayOptions,
  type WeekdayRate,
  type WeekdayTest,
} from './insights/statistics/weekday-test.ts';
export { readServices, type ServiceBook, type ServicePage, type ServiceWorld } from './service/page.ts';
export { severityRank, shortSeverity } from './catalog/severity-rank.ts';
export { addable, addToRunbook, isQuoted } from './workflow/lessons/add.ts';
export { draftRunbook } from './workflow/lessons/draft.ts';
export { gather } from './workflow/lessons/gather.ts';
export { lessonTopics, type LessonTopic, type Quotation } from './workflow/lessons/quotation.ts';
export { rankRunbooks, type RankedRunbook } from './workflow/lessons/rank.ts';
export { linkIncident, linkRunbook, titleWithoutDate } from './workflow/links/add-links.ts';
export { targetsOf } from './document/links/destination.ts';
export { linkedPaths } from './document/links/links.ts';
export type { Section } from './document/model.ts';
export {
  byKind,
  documentKinds,
  isDocumentKind,
  kindTraits,
  kinds,
  nounOf,
  tellsIncident,
  tellsProcedure,
  type DocumentKind,
  type Kind,
  type Matter,
} from './vocabulary/kind.ts';
export { applyEdits, withoutOverlaps, type TextEdit } from './text/edit.ts';
export { hasChange, lacksChange } from './text/lost-lines.ts';
export type { Finding, Fix, Severity } from './text/finding.ts';
export type { Position, Range } from './text/position.ts';
export { plainText as withoutMarkup } from './text/plain-text.ts';
export type {
  Author,
  Clock,
  CommitRequest,
  Committable,
  Committed,
  FileChange,
  FileCommit,
  FileHistory,
  FileStore,
  History,
  Logger,
  PastFiles,
  Patch,
  ReadResult,
  Repository,
} from './ports.ts';
export type { Evidence, Suspect } from './service/stale/evidence.ts';
export { findStale, type StaleReport, type StaleRequest } from './service/stale/stale.ts';
export { isHighestSeverity, retrospectiveDate } from './workflow/review/date.ts';
export { readEvent, retrospectiveEvent, type KnownEvent, type RetrospectiveEvent } from './workflow/review/event.ts';
export { dayOfMoment, incidentFacts } from './workflow/review/facts.ts';
export { gate, missingForReview, type Blocker } from './workflow/review/gate.ts';
export { guide } from './workflow/review/guide.ts';
export { questionsFor } from './workflow/review/questions.ts';
export { meaningOf, reviewStatuses, reviewStatusOf, statusEdits, type ReviewStatus } from './workflow/review/status.ts';
export type { Checked } from './check/rules/checked.ts';
export { newsOf, newsText, type News } from './check/news.ts';
export {
  reviewedEdits,
  usualReview,
  type Reviewed,
  type UnclearReview,
  type UsualReview,
} from './check/facts/reviewed.ts';
export { answersAt, findingsAt, onceEach, type Answer } from './check/answers.ts';
export { answeredBy, mend } from './check/mend.ts';
export { allRules, rules } from './check/rules/registry.ts';
export type { Rule, RuleContext } from './check/rules/rule.ts';
export type { RuleLevels } from './team/settings.ts';
export { compareDocuments } from './document/reading-order.ts';
export {
  newDocumentIndex,
  type DocumentIndex,
  type Found,
  type SearchField,
  type SimilarIncident,
  type Why,
} from './catalog/search.ts';
export { stemOf } from './document/title-and-name.ts';
export { isUnwritten } from './convention/unwritten.ts';
export { ignoreHere } from './check/ignore-here.ts';
export { configurationName } from './team/configuration.ts';
export { configurationSchema } from './check/configuration-schema.ts';
export { literal, withFolderKind, withKind, withRuleLevel, withUsedElsewhere } from './team/edit-configuration.ts';
export { foldersFollowing } from './team/following.ts';
export type { AlertSettings, TeamSettings, TeamWords } from './team/settings.ts';
export { isPlain, isTeamFile, type Team } from './team/team.ts';
export { adoptedTemplate, customizedTemplate, type TemplateDraft } from './convention/write-template.ts';
export { builtInTemplates, genericTemplates } from './team/templates/builtin/index.ts';
export { actingFolderIn } from './team/templates/acting-folder.ts';
export { pathProblem } from './team/templates/file-name.ts';
export { toSnippet, type Rendered, type Variables } from './team/templates/render.ts';
export { knownServices, knownSeverities, suggestPath } from './team/templates/suggest.ts';
export type { ExpectedSection, Template } from './team/templates/template.ts';
export { labelText, logLine, oneLine, replaceHidden, withinLogLine } from './text/one-line.ts';
export { wallClock, zonedIso } from './time/zoned.ts';
export { durationText } from './time/duration.ts';
export { instantOfEntry } from './time/instant.ts';
export type { TimelineEntry } from './record/timeline/entry.ts';
export { readSpoken, type SpokenTime } from './time/spoken.ts';
export { readTimelines } from './record/timeline/read.ts';
export {
  importEntries,
  importSteps,
  instantOfMessage,
  knownMessages,
} from './record/timeline/import/import-entries.ts';
export type { ImportedMessage, Reading, ReadingContext } from './record/timeline/import/message.ts';
export { readThread } from './record/timeline/import/read-thread.ts';
export { documentZone } from './record/timeline/stated-zone.ts';
export { logEntry, zoneOfEntries } from './record/timeline/write/log-entry.ts';
export type { Attachment } from './record/timeline/write/new-entry.ts';
export { dayIn, isoIn, styleOf, timeText } from './record/timeline/write/time-style.ts';
export { groupedBy } from './util/grouped-by.ts';
export { Breaks } from './util/breaks.ts';
export { isUserError, UserError } from './util/user-error.ts';

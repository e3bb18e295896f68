// The core's public face: pure functions and data, and the ports through which it asks of the world.
export { isDate, setActionItemDue, setActionItemOwner } from './actions/edits/assign.ts';
export { tickActionItem } from './actions/edits/tick.ts';
export { untickActionItem } from './actions/edits/untick.ts';
export { findAgain } from './actions/find-again.ts';
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
} from './actions/follow-ups.ts';
export type { ActionItem } from './actions/item.ts';
export { readActionItems } from './actions/read.ts';
export { actionStates, type ActionState } from './actions/state.ts';
export { trackerUrl } from './actions/tracker.ts';
export {
  aboutOf,
  matchBaseline,
  parseBaseline,
  printBaseline,
  updateBaseline,
  type Baseline,
} from './baseline/baseline.ts';
export {
  candidateTest,
  decode,
  isMarkdown,
  markdownEndings,
  maxFileSize,
  refusedGlobs,
  type FileRules,
} from './catalog/candidates.ts';
export { Catalog, type Source } from './catalog/catalog.ts';
export { folderOf, pathFromTop, readDocument, type CatalogDocument, type LastChange } from './catalog/document.ts';
export { matchesFilter } from './catalog/filter.ts';
export {
  groupDocuments,
  healthOf,
  postmortemGroupings,
  runbookGroupings,
  type Group,
  type Grouping,
  type Health,
} from './catalog/groups.ts';
export { listDocuments, load, type ListRequest, type LoadResult } from './catalog/load.ts';
export { branchName, commitMessage, type CommitMessage } from './commit/message.ts';
export { conflictsOf } from './conflicts/conflicts.ts';
export { hasSection } from './conventions/coverage.ts';
export type { Expected } from './conventions/expectation.ts';
export { completionsAt, type Completion } from './editing/completions.ts';
export { hoverAt, incidentLine, type Hover } from './editing/hover.ts';
export { wordsFor, type Words } from './editing/vocabulary.ts';
export type { Disposable } from './event.ts';
export { gitignoreTest } from './globs/gitignore.ts';
export { alertAt } from './incidents/alert-at.ts';
export { assignRole, changeSeverity, changeStatus, handOver, type ChangeContext } from './incidents/changes.ts';
export { checkItem, checklistOf, type ChecklistItem } from './incidents/checklist.ts';
export { declareRecord, type Declaration } from './incidents/declare.ts';
export { typedEntry } from './incidents/entry-time.ts';
export { incidentOf, openIncidents, type Incident } from './incidents/incident.ts';
export { serviceNamedIn } from './incidents/named-service.ts';
export { recordTemplate } from './incidents/record-template.ts';
export { resolveRecord, timesOf, timesProblem, type KeyTime } from './incidents/resolve.ts';
export { commander, holderOf, rolesOf, type Role } from './incidents/roles.ts';
export { relativeLink } from './incidents/source-link.ts';
export { suggestUpdate, updateEntry, updateMessage, type StatusUpdate } from './incidents/status-update.ts';
export { incidentPhases, type IncidentPhase } from './incidents/status.ts';
export { escapeMarkdown } from './inline/escape.ts';
export { shortened } from './inline/shorten.ts';
export { addable, addToRunbook, isQuoted } from './lessons/add.ts';
export { draftRunbook } from './lessons/draft.ts';
export { gather } from './lessons/gather.ts';
export { lessonTopics, type LessonTopic, type Quotation } from './lessons/quotation.ts';
export { rankRunbooks, type RankedRunbook } from './lessons/rank.ts';
export { linkIncident, linkRunbook, titleWithoutDate } from './links/add-links.ts';
export { linkedPaths } from './links/links.ts';
export type { Kind, Section } from './model/document.ts';
export { applyEdits, withoutOverlaps, type TextEdit } from './model/edit.ts';
export { lacksChange } from './model/lost-lines.ts';
export type { Finding, Fix, Severity } from './model/finding.ts';
export { intersects, type Position, type Range } from './model/position.ts';
export { plainText as withoutMarkup } from './parse/plain-text.ts';
export type {
  Author,
  Clock,
  CommitRequest,
  Committable,
  Committed,
  FileStore,
  History,
  Logger,
  ReadResult,
  Repository,
} from './ports.ts';
export { isHighestSeverity, retrospectiveDate } from './review/date.ts';
export { readEvent, retrospectiveEvent, type KnownEvent, type RetrospectiveEvent } from './review/event.ts';
export { dayOfMoment, incidentFacts } from './review/facts.ts';
export { gate, type Blocker } from './review/gate.ts';
export { guide } from './review/guide.ts';
export { questionsFor } from './review/questions.ts';
export { meaningOf, reviewStatuses, reviewStatusOf, statusEdits, type ReviewStatus } from './review/status.ts';
export { check, fixAll, fixFor } from './rules/check.ts';
export { answeredBy, mend } from './fixes/mend.ts';
export { rules, teamRules } from './rules/registry.ts';
export type { RuleContext, RuleLevels } from './rules/rule.ts';
export { DocumentSearch, type Hit } from './search/search.ts';
export { stemOf } from './sections/title-and-name.ts';
export { isUnwritten } from './sections/unwritten.ts';
export { ignoreHere } from './suppress/ignore-here.ts';
export { configurationName, configurationSchema } from './team/configuration.ts';
export { literal, withKind, withRuleLevel } from './team/edit-configuration.ts';
export { foldersFollowing } from './team/following.ts';
export type { TeamWords } from './team/settings.ts';
export { isPlain, isTeamFile } from './team/team.ts';
export { adoptedTemplate, customizedTemplate, type TemplateDraft } from './team/write-template.ts';
export { builtInTemplates } from './templates/builtin/index.ts';
export { actingFolderIn } from './templates/acting-folder.ts';
export { pathProblem } from './templates/file-name.ts';
export { render, toSnippet, type Rendered, type Variables } from './templates/render.ts';
export { knownServices, knownSeverities, suggestPath } from './templates/suggest.ts';
export type { ExpectedSection, Template } from './templates/template.ts';
export { labelText, logLine, oneLine, replaceHidden, withinLogLine } from './text/one-line.ts';
export { wallClock, zonedIso } from './time/zoned.ts';
export { durationText } from './timeline/duration.ts';
export { readTimelines } from './timeline/read.ts';
export { documentZone } from './timeline/stated-zone.ts';
export { logEntry, zoneOfEntries } from './timeline/write/log-entry.ts';
export type { Attachment } from './timeline/write/new-entry.ts';
export { dayIn, styleOf, timeText } from './timeline/write/time-style.ts';
export { UserError } from './user-error.ts';

// The core's public face: pure functions and data, and the ports through which it asks of the world.
export {
  aboutOf,
  matchBaseline,
  parseBaseline,
  printBaseline,
  updateBaseline,
  type Baseline,
} from './baseline/baseline.ts';
export { Catalog, type Source } from './catalog/catalog.ts';
export {
  candidateTest,
  decode,
  isMarkdown,
  markdownEndings,
  maxFileSize,
  type FileRules,
} from './catalog/candidates.ts';
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
export { hasSection } from './conventions/coverage.ts';
export type { Expected } from './conventions/expectation.ts';
export { type Disposable } from './event.ts';
export type { Kind, Section } from './model/document.ts';
export type { Finding, Fix, Severity } from './model/finding.ts';
export { applyEdits, type TextEdit } from './model/edit.ts';
export { intersects, type Position, type Range } from './model/position.ts';
export type { Author, Clock, FileStore, History, Logger, ReadResult } from './ports.ts';
export { withoutOverlaps } from './model/edit.ts';
export { check, fixAll, fixFor } from './rules/check.ts';
export { rules, teamRules } from './rules/registry.ts';
export type { RuleContext, RuleLevels } from './rules/rule.ts';
export { isUnwritten } from './sections/unwritten.ts';
export { builtInTemplates } from './templates/builtin/index.ts';
export { pathProblem } from './templates/file-name.ts';
export { render, toSnippet, type Rendered, type Variables } from './templates/render.ts';
export type { Template } from './templates/template.ts';
export { configurationName, configurationSchema } from './team/configuration.ts';
export { isPlain, isTeamFile } from './team/team.ts';
export { knownServices, knownSeverities, suggestPath } from './templates/suggest.ts';
export { literal, withKind, withRuleLevel } from './team/edit-configuration.ts';
export type { TeamWords } from './team/settings.ts';
export { foldersFollowing } from './team/following.ts';
export { adoptedTemplate, customizedTemplate, type TemplateDraft } from './team/write-template.ts';
export { ignoreHere } from './suppress/ignore-here.ts';
export { completionsAt, type Completion } from './editing/completions.ts';
export { hoverAt, type Hover } from './editing/hover.ts';
export { wordsFor, type Words } from './editing/vocabulary.ts';
export { readActionItems } from './actions/read.ts';
export { readTimelines } from './timeline/read.ts';
export { UserError } from './user-error.ts';
export { DocumentSearch, type Hit } from './search/search.ts';
export { wallClock, zonedIso } from './time/zoned.ts';
export { gate, type Blocker } from './review/gate.ts';
export { isHighestSeverity, retrospectiveDate } from './review/date.ts';
export { dayOfMoment, incidentFacts } from './review/facts.ts';
export { guide } from './review/guide.ts';
export { questionsFor } from './review/questions.ts';
export { readEvent, retrospectiveEvent, type KnownEvent, type RetrospectiveEvent } from './review/event.ts';
export { meaningOf, reviewStatuses, reviewStatusOf, statusEdits, type ReviewStatus } from './review/status.ts';
export { escapeMarkdown } from './inline/escape.ts';
export { stemOf } from './sections/title-and-name.ts';

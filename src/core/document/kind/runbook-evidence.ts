import { operationsFolder, postmortemFolder, runbookFolder } from './folders.ts';
import type { Prose } from './prose.ts';
import { alertHeadings, sectionEvidence } from './section-evidence.ts';
import {
  hasBelow,
  isStatedKind,
  longestTitle,
  nearestFolder,
  runbookGroup,
  type Evidence,
  type Subject,
} from './subject.ts';
import { faultTitle, operatorTask, plainFault, runbookTitle, taskNoun, taskTitle } from './titles.ts';
import { once } from '../../util/memo.ts';
import { anywhere, plain } from '../../vocabulary/words.ts';
import { wholeOf, wordsOf } from './words.ts';

/** Yields the evidence that a document is a runbook. */
export function* runbookEvidence(subject: Subject): Generator<Evidence> {
  const own = [
    ...byTitle(subject),
    ...sectionEvidence('runbook', subject.document),
    ...byAlert(subject),
    ...byOperatorSteps(subject),
  ];
  yield* byFolder(subject);
  yield* own;
  yield* byFrontMatter(
    subject,
    own.some(({ weight }) => weight >= 1),
  );
  yield* atMost(mostOfBody(subject, own), [...byCommandsAndSteps(subject), ...byProse(subject)]);
}

/**
 * The greatest weight of commands, steps and words together. Manuals and tutorials have them too, so they count in full only if the
 * title, a section or an alert shows what the document is for, or if it has little other text.
 */
function mostOfBody({ folders, prose }: Subject, own: readonly Evidence[]): number {
  if (own.some(({ weight }) => weight >= 1)) {
    return 2.5;
  }
  const operational =
    prose.operatorCommands > 0 ? 3 : nearestFolder(folders, operationsFolder()) === undefined ? 1.5 : 2;
  return isDense(prose) ? operational : 1.5;
}

/** Whether a page is mostly instructions. */
function isDense({ instructions, length }: Prose): boolean {
  return instructions >= 3 && length / instructions < 300;
}

/** The evidence, made lighter in proportion where it weighs more than `most` together. */
function atMost(most: number, evidence: readonly Evidence[]): Evidence[] {
  const total = evidence.reduce((sum, { weight }) => sum + weight, 0);
  return total <= most ? [...evidence] : evidence.map((one) => ({ ...one, weight: (one.weight * most) / total }));
}

function* byFolder({ folders }: Subject): Generator<Evidence> {
  const folder = nearestFolder(folders, runbookFolder());
  const operations = nearestFolder(folders, operationsFolder());
  if (folder !== undefined && !hasBelow(folders, folder, postmortemFolder())) {
    yield { id: 'folder', weight: 3, reason: `it is in ${folder}/` };
  } else if (operations !== undefined) {
    yield { id: 'operations', weight: 1.25, reason: `it is in ${operations}/` };
  }
}

function* byTitle({ title, name, stem, document }: Subject): Generator<Evidence> {
  const either = (pattern: RegExp): boolean => pattern.test(title) || pattern.test(name);
  if (either(runbookTitle())) {
    yield { id: 'title', weight: 3, reason: 'its title says so' };
  } else if (either(plainFault())) {
    yield { id: 'plainFault', weight: 1.5, reason: 'its title names a fault' };
  } else if (either(operatorTask())) {
    yield { id: 'operatorTask', weight: 1.5, reason: 'its title names a task' };
  } else if ([title, name].some((words) => words.includes(' ') && (taskTitle().test(words) || taskNoun.test(words)))) {
    yield { id: 'task', weight: 1, reason: 'its title names a task' };
  } else if (either(faultTitle())) {
    yield { id: 'fault', weight: 1, reason: 'its title names a fault' };
  }
  // oxlint-disable-next-line regexp/no-super-linear-backtracking -- A file's name.
  if (/^(?:[A-Z][a-z0-9]+){2,}[A-Za-z0-9]*$/.test(stem) && document.title.replace(/\W/g, '') === stem) {
    yield { id: 'alertName', weight: 1.5, reason: 'its title is an alert name' };
  }
  const own = document.sections.find(
    (section) => section.style === 'heading' && (operatorHeading.test(section.name) || symptoms().test(section.name)),
  );
  if (own !== undefined) {
    yield { id: 'operatorSection', weight: 1, reason: `it has the section ${own.title}` };
  }
}

const symptoms = once(() => new RegExp(`^${anywhere(plain(({ kind }) => kind.symptoms))}$`, 'u'));

/** Headings of runbooks that name no section of any convention. */
const operatorHeading = wholeOf([
  'steps to (?:check|take|follow)',
  'things to (?:look for|check|try|know)',
  'what to (?:check|do|look for|try)',
  'pre ?checks?',
  'common (?:problems|issues|errors|tasks|alerts|failures)',
  'how to guides',
  'known (?:problems|issues)',
  'possible (?:problems|issues)',
  '.*\\balert troubleshooting',
  'troubleshooting .+',
  'when (?:this|the) alert fires',
  'if (?:this|the) alert fires',
  '.*: (?:is|are) down',
  'operational tasks',
  'failure and recovery procedures',
  'failover and recovery(?: procedures)?',
  'backup and restore',
  'restore procedures?',
  'emergency (?:procedures|commands|contacts?)',
  'immediate actions?',
  'first response',
  'containment',
  'eradication',
  'investigate',
  'remediate',
]);

/** A page named after a task or fault whose steps are commands for a running system is hardly anything else. */
function* byOperatorSteps({ title, prose }: Subject): Generator<Evidence> {
  if (prose.operatorSteps > 1 && (taskTitle().test(title) || taskNoun.test(title) || faultTitle().test(title))) {
    yield { id: 'operatorSteps', weight: 2, reason: 'its steps are commands for a running system' };
  }
}

function* byCommandsAndSteps({ document, prose }: Subject): Generator<Evidence> {
  const { commandBlocks, orderedItems } = document.signals;
  if (document.sections.some(({ title }) => /^\W*step \d/i.test(title))) {
    yield { id: 'steps', weight: 1, reason: 'it has numbered steps' };
  }
  if (commandBlocks > prose.developerCommands) {
    yield {
      id: 'commands',
      weight: commandBlocks > 2 ? 1 : 0.75,
      reason: commandBlocks === 1 ? 'it has a block of commands' : `it has ${commandBlocks} blocks of commands`,
    };
  }
  if (prose.operatorCommands > 0) {
    yield { id: 'operatorCommands', weight: 0.5, reason: 'it has commands for a running system' };
  }
  if (orderedItems >= 3) {
    yield { id: 'numbered', weight: orderedItems >= 5 ? 0.75 : 0.5, reason: 'it has a numbered procedure' };
  }
  const tasks = document.sections.filter(({ title, style }) => style === 'heading' && isTask(title));
  if (tasks.length > 0) {
    const weight = tasks.length > 3 ? 1 : tasks.length > 1 ? 0.5 : 0.25;
    yield { id: 'tasks', weight, reason: `it has the task ${tasks[0]?.title}` };
  }
}

function isTask(title: string): boolean {
  const heading = title.length > longestTitle ? '' : wordsOf(title);
  return heading.includes(' ') && (taskTitle().test(heading) || taskNoun.test(heading));
}

function* byAlert({ prose, document }: Subject): Generator<Evidence> {
  const alerts = alertHeadings(document);
  if (alerts.length >= 3) {
    yield { id: 'alertSections', weight: 3, reason: `it has sections for alerts, such as ${alerts[0]}` };
  }
  if (prose.callsItselfRunbook) {
    yield { id: 'itself', weight: 1.5, reason: 'it calls itself a runbook' };
  }
  if (prose.namesItsAlert) {
    yield { id: 'itsAlert', weight: 1, reason: 'it says what to do about an alert' };
  }
}

function* byProse({ prose }: Subject): Generator<Evidence> {
  if (prose.instructions >= 3) {
    yield {
      id: 'instructions',
      weight: isDense(prose) ? 1 : 0.5,
      reason: `it gives ${prose.instructions} instructions`,
    };
  }
  if (prose.dutyWords >= 3) {
    yield { id: 'duty', weight: 0.5, reason: 'it uses on-call terms' };
  }
  if (prose.systemWords >= 3) {
    yield { id: 'systems', weight: 0.25, reason: 'it describes systems in operation' };
  }
}

function* byFrontMatter({ stated }: Subject, named: boolean): Generator<Evidence> {
  if (
    [...stated.keys()].some((key) => /^(?:owner_slack|review_in|last_reviewed_on|alert|alertname|runbook)$/.test(key))
  ) {
    yield { id: 'frontMatter', weight: named ? 1 : 0.5, reason: 'its front matter has an owner or review date' };
  }
  if (isStatedKind(stated, runbookGroup)) {
    yield { id: 'stated', weight: 2, reason: 'its front matter says that it is a runbook or alert' };
  }
}

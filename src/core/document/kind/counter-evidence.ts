import { hasTellingSections } from './section-evidence.ts';
import { blogFolder, designFolder, postmortemFolder, runbookFolder } from './folders.ts';
import { isStatedKind, nearestFolder, postmortemGroup, type Evidence, type Subject } from './subject.ts';
import { faultTitle, incidentTitle, runbookTitle, selfNamed, taskTitle } from './titles.ts';
import { once } from '../../util/memo.ts';
import { plain } from '../../vocabulary/words.ts';
import { anyOf, wholeOf } from './words.ts';

/** Subjects of pages about operations that are not of use during an incident, at an end of the title. */
const about = once(() => plain(({ kind }) => kind.about));
const aboutStart = once(() =>
  anyOf([
    `^(?:${about().spaced})`,
    '^(?:understanding|about|why|what is|what are|overview|our|list of|meet|welcome|current state|source of truth)',
    '^(?:incidents|outages|post ?mortems|incident reports|run ?books|play ?books|alerts)$',
    '^(?:the )?(?:incident (?:managers?|commanders?|leads?|responders?|scribes?)|managing incidents)$',
    '^how (?!to(?![\\p{L}])|do(?![\\p{L}])|can(?![\\p{L}]))\\p{L}+',
  ]),
);
const aboutEnd = once(() => new RegExp(`(?<![\\p{L}\\p{N}])(?:${about().spaced})$|(?:${about().unspaced})$`, 'u'));

/** Plans that begin with the name of a task. */
const plan = /^(?:rollout|migration|deployment|upgrade|release|update) (?:plan|strategy|schedule)$/;

/** Such a word at an end of a title: "Error budget policy", but not "Rebuild the index" or "Catalog is down". */
function aboutWord(title: string): string | undefined {
  if (taskTitle().test(title)) {
    return plan.exec(title)?.[0];
  }
  return aboutEnd().exec(title)?.[0] ?? (faultTitle().test(title) ? undefined : aboutStart().exec(title)?.[0]);
}

const designHeading = wholeOf([
  'motivation',
  'goals',
  'non goals',
  'proposal',
  'alternatives',
  'alternatives considered',
  'decision',
  'decisions',
  'considered options',
  'decision drivers',
  'consequences',
  'design',
  'open questions',
  'acceptance criteria',
  'user stories',
  'requirements',
  'unreleased',
  'installation',
  'getting started',
  'contributing',
  'license',
  'api',
  'features',
  'feature description',
  'development',
  'architecture',
  'table of contents',
  'changelog',
  'added',
  'changed',
  'fixed',
  'removed',
  'usage',
  'options',
  'parameters',
  'arguments',
  'return values?',
  'examples?',
  'quick ?start',
  'synopsis',
  'flags',
  'command line flags',
  'props',
  'methods',
  'events api',
  'browser support',
  'completed items',
  'test plan',
  'learning objectives',
  'conclusion',
  'further reading',
  'how it works',
  'faq',
  'frequently asked questions',
  'who is this for',
  'key objectives',
  'configuration',
  'configuration (?:options|reference|variables)',
  'environment variables?',
  'env vars?',
  'testing',
  'tests',
  'running (?:the )?tests',
  'endpoints',
  'api endpoints',
  'local development',
  'development setup',
  'dependencies',
  'tech stack',
  'technology stack',
  'project structure',
  'directory structure',
  'code structure',
  'data model',
]);

/** A heading of an API's documentation. */
const signature =
  /^(?:new |static |async )?[\w.#$]+\([^)]*\)|^(?:class|event|interface|struct|enum|method|property):? [\w'.]+$/i;

/** Sections of pages about how a team works or how it runs its incidents. */
const processHeading = wholeOf([
  'roles?(?: and responsibilities)?',
  'responsibilities',
  'duties',
  '.*\\bresponsibilities',
  'assign roles',
  'transferring roles',
  'incident (?:lead|commander|manager|roles?|definition|severity|severities|lifecycle|classification|categories)',
  'scribe',
  'deputy',
  'communications? lead',
  '(?:customer|internal) liaison',
  'steps for (?:the )?(?:incident commander|scribe|deputy|.*liaison|subject matter experts?)',
  'declare (?:the|an) incident',
  'declaring an incident',
  'end the incident',
  'what is an incident',
  'what counts as an incident',
  'definitions?',
  'severity levels?',
  'severity definitions?',
  'severity matrix',
  'sev ?\\d.*',
  '(?:before|during|after) (?:an|the) incident',
  'post incident (?:procedure|process|review process)',
  'status descriptions',
  'owner (?:designation|responsibilities)',
  '.*post ?mortem meeting',
  'reviewing the (?:incident|process)',
  'training(?: process)?',
  'prerequisites for the role',
  'policy statement',
  'policy',
  'enforcement',
  'compliance',
  'revision history',
  'document control',
  'distribution list',
  'sprints?(?: and ceremonies)?',
  'ceremonies',
  'stand ?ups?',
  'story points',
  'the board.*',
  'backlog.*',
  'slack channels.*',
  'team tools',
  'working hours',
  'team',
  'rota',
  'shift(?:s| handover)?',
  'escalation policy',
  'general information',
]);

/** Returns the evidence that a document is neither a runbook nor a postmortem. */
export function counterEvidence(subject: Subject): Evidence[] {
  return [...byTitle(subject), ...byFolder(subject), ...bySections(subject), ...byContent(subject)];
}

/** One word in a title does not outweigh a full set of sections, or steps with their commands. */
function tellsWhatToDo({ document, prose }: Subject): boolean {
  return hasTellingSections(document) || (prose.operatorCommands > 0 && document.signals.orderedItems > 1);
}

function* byTitle(subject: Subject): Generator<Evidence> {
  const { title, name } = subject;
  // A title that names a task or fault is closer to the page than the name of its file
  const names = taskTitle().test(title) || faultTitle().test(title) ? [title] : [title, name];
  const about = names.map((words) => aboutWord(words.replace(trailingDate, ''))).find((word) => word !== undefined);
  if (about !== undefined && !selfNamed.test(title)) {
    yield { id: 'about', weight: tellsWhatToDo(subject) ? 2 : 3, reason: `its title says "${about}"` };
  }
}

/** The date or version that a name ends with. */
const trailingDate = / (?:v?\d+|\d{4} \d{2}(?: \d{2})?)$/;

const ownFolder = [postmortemFolder, runbookFolder];

/** A folder with a longer name is named after what one page is about. */
const longestDesignFolder = 3;

function* byFolder({ folders }: Subject): Generator<Evidence> {
  const folder = folders.findLast(
    (words) => words.split(' ').length <= longestDesignFolder && designFolder().test(words),
  );
  if (
    folder !== undefined &&
    !folders.slice(folders.lastIndexOf(folder)).some((words) => ownFolder.some((own) => own().test(words)))
  ) {
    yield { id: 'designFolder', weight: 2, reason: `it is in ${folder}/` };
  }
  const blog = nearestFolder(folders, blogFolder);
  if (blog !== undefined) {
    yield { id: 'blog', weight: 1, reason: `it is in ${blog}/` };
  }
}

function* bySections({ title, document }: Subject): Generator<Evidence> {
  const headings = document.sections.filter(({ style }) => style === 'heading');
  const design = headings.filter(({ name }) => designHeading.test(name));
  if (design.length > 0) {
    const weight = design.length === 1 ? 0.5 : Math.min(3, design.length * 0.75);
    yield { id: 'design', weight, reason: `it has the section ${design[0]?.title}` };
  }
  const signatures = headings.filter(({ title: heading }) => signature.test(heading));
  if (signatures.length > 2) {
    yield { id: 'signatures', weight: 2.5, reason: `it documents ${signatures[0]?.title} and more` };
  }
  const process = headings.filter(({ name }) => processHeading.test(name));
  if (process.length > 1) {
    const weight = Math.min(selfNamed.test(title) ? 1.5 : 4, process.length);
    yield { id: 'process', weight, reason: `it has the sections ${process[0]?.title} and ${process[1]?.title}` };
  }
}

/** Kinds of pages, as front matter calls them, that explain or decide. */
const explainingGroup =
  /\b(?:learn|learning|concepts?|explanations?|reference|tutorials?|overview|adr|rfc|decisions?|polic(?:y|ies)|proposals?|release notes|changelog)\b/;

function* byContent(subject: Subject): Generator<Evidence> {
  const { title, name, stated, document, prose } = subject;
  const named = selfNamed.test(title) || selfNamed.test(name);
  if (document.signals.linkList && !named) {
    yield { id: 'links', weight: 3, reason: 'it is mostly a list of links' };
  }
  if (explainingGroup.test(stated.get('type') ?? stated.get('doc_type') ?? stated.get('kind') ?? '') && !named) {
    yield { id: 'statedExplanation', weight: 2, reason: 'its front matter calls it an explanation' };
  }
  if (prose.prompts >= 4) {
    yield { id: 'prompts', weight: 3, reason: 'it has blanks to fill in' };
  }
  if (prose.explains && !named && !prose.callsItselfRunbook) {
    yield { id: 'explains', weight: 1.25, reason: 'it says that it is an explanation' };
  }
  if (tellsNothingToDo(subject)) {
    yield { id: 'nothingToDo', weight: 2, reason: 'it has no instructions' };
  }
}

/** Whether a page that could be a runbook has text, in a language that is known here, and not one step in it. */
function tellsNothingToDo({ title, name, document, prose, folders, stated }: Subject): boolean {
  const { commandBlocks, orderedItems, timelineEntries, linkList } = document.signals;
  return (
    prose.instructions + commandBlocks + orderedItems + timelineEntries + prose.accounts === 0 &&
    !linkList &&
    (prose.readable || prose.length === 0) &&
    (prose.length > 60 || document.blocks.some(({ type }) => type === 'table')) &&
    ![faultTitle, taskTitle, runbookTitle, incidentTitle].some((words) => words().test(title) || words().test(name)) &&
    !folders.some((folder) => postmortemFolder().test(folder)) &&
    !isStatedKind(stated, postmortemGroup)
  );
}

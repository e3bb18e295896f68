import { hasTellingSections } from './section-evidence.ts';
import { longestTitle, type Subject } from './subject.ts';
import { postmortemFolder } from './folders.ts';
import { runbookTitle, selfNamed, taskTitle } from './titles.ts';
import { once } from '../../util/memo.ts';
import { anywhere, plain, whole, written } from '../../vocabulary/words.ts';
import { anyWord, onceWhole, wholeOf, wordsOf } from './words.ts';
import type { ParsedDocument } from '../model.ts';

/** Names of pages that every repository has, and of those that only lead to others. */
const generalNames = wholeOf([
  'index',
  'contributing',
  'changelog',
  'change log',
  'changes',
  'history',
  'license',
  'licence',
  'notice',
  'code of conduct',
  'security',
  'support',
  'maintainers',
  'authors',
  'governance',
  'roadmap',
  'release notes?',
  'releases?',
  'summary',
  'glossary',
  'toc',
  'table of contents',
  'home',
  'about',
  'todo',
  'agents',
  'claude',
  'copilot instructions',
  'owners',
  'codeowners',
  'credits',
  'upgrading',
  'sidebar',
  'footer',
  'header',
  'faq',
  'building',
  'install',
  'installation',
  'getting started',
  'development',
  'developing',
  'hacking',
  'testing',
  'acknowledge?ments',
  'pull request template',
  'issue template',
  'bug report',
  'feature request',
]);

const templateName = once(() => {
  const { spaced, unspaced } = plain(({ kind }) => kind.template);
  const purpose = plain(({ kind }) => kind.templateFor).spaced;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${spaced})$|^(?:${spaced}) (?:${purpose})(?![\\p{L}\\p{N}])|(?:${unspaced})`,
    'u',
  );
});
/** "_TEMPLATE-decision-tree" but not the alert TemplateRenderingFails. */
const templateStem = /^[_.-]?templates?(?:$|[-_ .])/i;
const templateFolder = once(() => new RegExp(`^(?:.* )?${anywhere(plain(({ kind }) => kind.templates))}$`, 'u'));
/** "PMyyyy-nnn" and "YYYY-MM-DD-title" are names to be filled in. */
const namePattern = /y{4}|(?<![a-z])n{3}(?![a-z])/i;
/** A title with a place to be filled in: "Post-mortem: [incident title]", "Runbook for `SERVICE_NAME`". */
const titleToFillIn = once(
  () =>
    new RegExp(
      `\\[[^\\]]*${whole(written(({ grammar }) => grammar.titleBlanks))}[^\\]]*\\](?!\\()|\\{\\{[^}]*\\}\\}|\\{[a-z]+_[a-z_]+\\}|\`[A-Z]+_[A-Z_]+\`|<(?:incident|alert|service|system|title|name|insert)[^>]*>|\\bYYYY\\b`,
      'iu',
    ),
);

const aboutDocuments = anyWord(({ guide }) => guide);
/** "Playbook: Process Injection" is no page about the process of playbooks. */
const kindBefore = /^\W*(?:run|play) ?book\s*(?:[:：–—]|-(?=\s))\s*/iu;

/**
 * Whether a page that calls itself a template tells what to do all the same: published playbooks are meant to be adapted,
 * and say so in their titles.
 */
function isFilledIn({ title, prose, document }: Subject): boolean {
  return (
    runbookTitle().test(title) &&
    prose.callsItselfRunbook &&
    prose.prompts === 0 &&
    prose.instructions >= 10 &&
    document.signals.orderedItems >= 10
  );
}

/** Returns why a page is a template; undefined if it is not. */
export function templateReason(subject: Subject): string | undefined {
  const { folders, name, stem, title, document } = subject;
  // "Reload the alert templates" is a task.
  const aboutTemplates = taskTitle().test(title) && title.includes(' ') && templateName().test(title);
  if (
    (templateName().test(name) && !aboutTemplates) ||
    templateStem.test(stem) ||
    namePattern.test(stem) ||
    folders.some((folder) => templateFolder().test(folder))
  ) {
    return 'a template, by its name or folder';
  }
  if (
    (templateName().test(title) && !aboutTemplates && !isFilledIn(subject)) ||
    titleToFillIn().test(document.title.slice(0, longestTitle))
  ) {
    return 'a template, by its title';
  }
  return undefined;
}

/**
 * Whether an index is the page of one incident: `postmortems/slow-orders/index.md`. `_index.md` and lists of links are none; nor are folders
 * among runbooks, which hold several.
 */
function isIncidentOfFolder(stem: string, folders: readonly string[], { signals }: ParsedDocument): boolean {
  const own = folders.at(-1) ?? '';
  const above = folders.at(-2) ?? '';
  return stem === 'index' && postmortemFolder().test(above) && !postmortemFolder().test(own) && !signals.linkList;
}

/** Names that tools for agents give to files of instructions. */
const agentName = /^skill$|\.(?:agent|prompt|instructions|chatmode)$/i;
/** "[RETIRED] Mail queue", but not the alert DeprecatedMachineType. */
const retiredTitle =
  /^\W*[[(]\s*(?:retired|deprecated|obsolete|archived|superseded)\b|^(?:retired|deprecated|obsolete):/iu;

const decision = onceWhole(({ decision: words }) => words);
const decisionContext = onceWhole(({ decisionContext: words }) => words);

/** Whether a page has the headings of a decision record: what was decided, and why or with what result. It may have commands and steps, too. */
function isDecisionRecord({ sections }: ParsedDocument): boolean {
  const headings = sections.filter(({ style }) => style === 'heading').map(({ title }) => wordsOf(title).trim());
  return headings.some((words) => decision().test(words)) && headings.some((words) => decisionContext().test(words));
}

/**
 * Returns why a document that is not a template is neither a runbook nor a postmortem, whatever other evidence there is; undefined if
 * nothing excludes it.
 */
export function exclusion({ name, stem, title, folders, document, bundle }: Subject): string | undefined {
  if (!bundle && !hasTellingSections(document)) {
    if (/^readme(?: |$)/.test(name) && !selfNamed.test(title)) {
      return 'a README';
    }
    if (generalNames.test(name) && !isIncidentOfFolder(stem, folders, document)) {
      return `a general page (${name})`;
    }
  }
  const subject = wordsOf(document.title.slice(0, longestTitle).replace(kindBefore, ''));
  if (aboutDocuments().test(subject) || aboutDocuments().test(name)) {
    return 'a page about writing such documents';
  }
  if (agentName.test(stem)) {
    return 'instructions for an agent';
  }
  if (retiredTitle.test(document.title.slice(0, longestTitle))) {
    return 'a retired page';
  }
  if (isDecisionRecord(document)) {
    return 'a decision record';
  }
  if (document.signals.stub) {
    return 'a stub that points elsewhere';
  }
  return undefined;
}

import { hasTellingSections } from './section-evidence.ts';
import { longestTitle, type Subject } from './subject.ts';
import { runbookTitle, selfNamed } from './titles.ts';
import { anyOf, wholeOf } from './words.ts';

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

const templateWord =
  '(?:templates?|archetype|boilerplate|skeleton|modelo|plantilla|modele|gabarit|vorlage|шаблон|テンプレート|ひな形|雛形|模板)';
const templateName = anyOf([
  `.*(?<![\\p{L}])${templateWord}$`,
  `^${templateWord}$`,
  `^${templateWord} (?:for|of|de|do|da|del|du|d|fur|para|alert|incident|playbook|postmortem|report|runbook|звіту|отчета)(?![\\p{L}]).*$`,
  '(?:テンプレート|ひな形|雛形)',
]);
/** "_TEMPLATE-decision-tree" but not the alert TemplateRenderingFails. */
const templateStem = /^[_.-]?templates?(?:$|[-_ .])/i;
const templateFolder = anyOf([
  `^(?:.* )?(?:templates?|archetypes?|modelos?|plantillas?|vorlagen|шаблони|шаблоны|テンプレート)$`,
]);
/** "PMyyyy-nnn" and "YYYY-MM-DD-title" are names to be filled in. */
const namePattern = /y{4}|(?<![a-z])n{3}(?![a-z])/i;
/** A title with a place to be filled in: "Post-mortem: [incident title]", "Runbook for `SERVICE_NAME`". */
const titleToFillIn =
  // oxlint-disable-next-line regexp/no-super-linear-move -- At most `longestTitle` characters.
  /\[[^\]]*\b(?:name|title|date|incident|service|alert|system|nome|título|titulo|titre|nombre|incidente|serviço|alerta)\b[^\]]*\](?!\()|\{\{[^}]*\}\}|\{[a-z]+_[a-z_]+\}|`[A-Z]+_[A-Z_]+`|<(?:incident|alert|service|system|title|name|insert)[^>]*>|\bYYYY\b/i;

const aboutDocuments = anyOf([
  '(?:add|adding|write|writing|create|creating|contribute|contributing|conducting|running|facilitating|structure of) (?:a |an |new |your |good |great |blameless |effective |incident )*(?:runbooks?|playbooks?|postmortems?|incident reports?|incident reviews?)',
  '(?:postmortem|runbook|playbook)s? (?:guide|guidelines?|process|culture|structure|standards?|format|best practices|policy|training|meetings?|catalog(?:ue)?s?|index|philosophy|how to|checklist)',
  '(?:guia|guide|leitfaden|anleitung) (?:de|du|des|do|da|para|fur|zu) (?:\\p{L}+ )?(?:postmortems?|runbooks?|incidentes?|incidents?)',
  '(?:what is|what are|about|why|introduction to|intro to) (?:a |an |our )?(?:runbooks?|playbooks?|postmortems?|incidents?)',
  '(?:ランブック|手順書|ポストモーテム|障害報告書?)の(?:書き方|作成方法|作り方)',
]);

/**
 * Whether a page that calls itself a template tells what to do all the same: published playbooks are meant to be adapted,
 * and say so in their titles.
 */
function isFilledIn({ title, prose, document }: Subject): boolean {
  return (
    runbookTitle.test(title) &&
    prose.callsItselfRunbook &&
    prose.prompts === 0 &&
    prose.instructions >= 10 &&
    document.signals.orderedItems >= 10
  );
}

/** Why a page is one that others are made from; absent where it is none. */
export function templateReason(subject: Subject): string | undefined {
  const { folders, name, stem, title, document } = subject;
  if (
    templateName.test(name) ||
    templateStem.test(stem) ||
    namePattern.test(stem) ||
    folders.some((folder) => templateFolder.test(folder))
  ) {
    return 'a template, by its name or folder';
  }
  if ((templateName.test(title) && !isFilledIn(subject)) || titleToFillIn.test(document.title.slice(0, longestTitle))) {
    return 'a template, by its title';
  }
  return undefined;
}

/** Why a document that is no template is neither runbook nor postmortem, whatever else speaks for one; absent where nothing does. */
export function exclusion({ name, title, document }: Subject): string | undefined {
  if (!hasTellingSections(document)) {
    if (/^readme(?: |$)/.test(name) && !selfNamed.test(title)) {
      return 'a README';
    }
    if (generalNames.test(name)) {
      return `a general page (${name})`;
    }
  }
  if (aboutDocuments.test(title) || aboutDocuments.test(name)) {
    return 'a page about writing such documents';
  }
  if (document.signals.stub) {
    return 'a stub that points elsewhere';
  }
  return undefined;
}

import type { Kind, ParsedDocument } from '../model/document.ts';
import { canonicalIds } from '../sections/vocabulary.ts';
import { pathWords, wordsOf, type PathWords } from './words.ts';

/** A document's kind, and why in words for a user: the strongest reasons first. */
export interface Classification {
  readonly kind: Kind;
  readonly why: string;
}

interface Evidence {
  readonly weight: number;
  readonly reason: string;
}

/** The evidence that makes a document a runbook or postmortem; a folder made for them is enough by itself. */
const threshold = 3;

/**
 * Decides what a document is from its path, name, title, front matter, headings and body. Evidence adds up; what speaks
 * against (a README, a template, a policy, a design document, a list of links) decides before it or is subtracted.
 */
export function classify(path: string, document: ParsedDocument): Classification {
  const words = pathWords(path);
  const title = wordsOf(document.title);
  const excluded = exclusion(words, title, document);
  if (excluded !== undefined) {
    return { kind: 'other', why: excluded };
  }
  const against = counterEvidence(words, title, document);
  const runbook = [...runbookEvidence(words, title, document)];
  const postmortem = [...postmortemEvidence(words, title, document)];
  const [kind, evidence] =
    sum(postmortem) >= sum(runbook) ? (['postmortem', postmortem] as const) : (['runbook', runbook] as const);
  if (sum(evidence) - sum(against) < threshold) {
    const reason = against.toSorted((a, b) => b.weight - a.weight)[0]?.reason;
    return { kind: 'other', why: reason ?? 'too little speaks for a runbook or postmortem' };
  }
  const reasons = evidence.toSorted((a, b) => b.weight - a.weight).slice(0, 3);
  return { kind, why: reasons.map(({ reason }) => reason).join('; ') };
}

const generalNames =
  /^(?:index|contributing|changelog|change log|changes|history|license|licence|notice|code of conduct|security|support|maintainers|authors|governance|roadmap|release notes?|summary|glossary|toc|table of contents|home|about|todo|agents|claude|copilot instructions|owners|codeowners|credits|upgrading|sidebar|footer)$/;
const templateName =
  /^(?:.*\b)?(?:template|archetype|boilerplate|skeleton)$|^templates?(?: (?:for|alert|incident|playbook|postmortem|report|runbook)\b.*)?$/;
/** "_TEMPLATE-decision-tree" but not the alert TemplateRenderingFails. */
const templateStem = /^[_.-]?templates?(?:$|[-_ .])/i;
/** "PMyyyy-nnn" and "YYYY-MM-DD-title" are names to be filled in. */
const namePattern = /y{4}|(?<![a-z])n{3}(?![a-z])/i;
const aboutDocuments =
  /\b(?:add|adding|write|writing|create|creating|contribute|contributing) (?:a |an |new |your )*(?:runbooks?|playbooks?|postmortems?|incident reports?)\b/;
const selfNamed = /^(?:runbook|playbook|sop)\b|\b(?:runbook|playbook)$/;

function exclusion({ folders, name, stem }: PathWords, title: string, document: ParsedDocument): string | undefined {
  if (
    templateName.test(name) ||
    templateStem.test(stem) ||
    namePattern.test(stem) ||
    folders.some((folder) => /^(?:.* )?(?:templates?|archetypes?)$/.test(folder))
  ) {
    return 'a template, by its name or folder';
  }
  if (templateName.test(title)) {
    return 'a template, by its title';
  }
  if (!hasTellingSections(document)) {
    if (name === 'readme' && !selfNamed.test(title)) {
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

/**
 * Whether the sections alone show what a document is, whatever its name: sites keep each page as `index.md` or README in a
 * folder of its own.
 */
function hasTellingSections(document: ParsedDocument): boolean {
  const weights = [...headingEvidenceFor('runbook', document), ...headingEvidenceFor('postmortem', document)];
  return !document.signals.linkList && weights.some(({ weight }) => weight >= 3);
}

/** What pages are about that tell of operations without being of use in one. */
const aboutWords =
  '(?:policy|policies|guidelines?|catalogu?e?|index|glossary|architecture|roadmap|handbook|style guide|severity levels?|proposal|rfc|adr|release notes|meeting|minutes|newsletter|onboarding|tutorial|faq|charter|specification|reference|overview of|introduction to|comparison|naming schema|audit|checklist for|how to write|writing|postmortem process|incident process|incident management process|incident response process|process|roles and responsibilities|definitions?)';
const aboutStart = new RegExp(`^${aboutWords}\\b`);
const aboutEnd = new RegExp(`\\b${aboutWords}$`);

/** Such a word at an end of a title: "Error budget policy", but not "Rebuild the index" or "Catalog is down". */
function aboutWord(title: string): string | undefined {
  if (taskVerb.test(title)) {
    return undefined;
  }
  return aboutEnd.exec(title)?.[0] ?? (symptom.test(title) ? undefined : aboutStart.exec(title)?.[0]);
}

const designFolder =
  /\b(?:adrs?|decisions?|rfcs?|proposals?|design|designs|blog|meeting notes|meetings|minutes|changelogs?|releases|release notes|news|tutorials?|specs?|research|archive|prompts?|skills?|initiatives?|plans?|planning|roadmaps?|audits?|governance|reference|references|concepts?|getting started|tech debt|features?|policies|policy)\b/;
const designHeading =
  /^(?:motivation|goals|non goals|proposal|alternatives|alternatives considered|decision|decisions|considered options|decision drivers|consequences|design|open questions|acceptance criteria|user stories|requirements|unreleased|installation|getting started|contributing|license|api|features|development|architecture|table of contents|changelog|added|changed|fixed|removed)$/;

function counterEvidence({ folders, name }: PathWords, title: string, document: ParsedDocument): Evidence[] {
  const evidence: Evidence[] = [];
  const about = [title, name].map((words) => aboutWord(words)).find((word) => word !== undefined);
  if (about !== undefined) {
    evidence.push({ weight: 2.5, reason: `its title says "${about}"` });
  }
  const folder = folders.findLast((words) => designFolder.test(words));
  if (folder !== undefined && !folders.slice(folders.lastIndexOf(folder)).some((words) => ownFolder.test(words))) {
    evidence.push({ weight: 2, reason: `it stands in ${folder}/` });
  }
  const design = document.sections.filter(({ name: heading }) => designHeading.test(heading));
  if (design.length > 0) {
    evidence.push({ weight: Math.min(3, design.length * 0.75), reason: `it has the section ${design[0]?.title}` });
  }
  if (document.signals.linkList && !selfNamed.test(title) && !selfNamed.test(name)) {
    evidence.push({ weight: 3, reason: 'it is mostly a list of links' });
  }
  return evidence;
}

const postmortemFolder =
  /\b(?:postmortems?|incidents?|incident reports?|outages?|rcas?|root cause analys[ei]s|coes?|incident reviews?|blameless|retrospectives)\b/;
const runbookFolder = /\b(?:runbooks?|playbooks?|sops?|alerts?|standard operating procedures?)\b/;
const operationsFolder =
  /\b(?:on ?call|operations?|operating|ops|procedures?|troubleshooting|how ?tos?|maintenance|emergency|emergencies|disaster recovery|sre|operation guide|operator guide|manual|tasks)\b/;
const ownFolder = new RegExp(`${postmortemFolder.source}|${runbookFolder.source}`);

const postmortemTitle =
  /\b(?:postmortem|incident report|incident review|root cause analysis|rca|outage report|incident retrospective|post incident)\b/;
const incidentTitle = /\b(?:incident|outage|downtime|disruption|degradation|data loss|breach)\b/;
const recordName = /^(?:pm|inc|incident|rca|coe|sev)[- _]?\d/i;

function* postmortemEvidence(
  { folders, name, stem }: PathWords,
  title: string,
  document: ParsedDocument,
): Generator<Evidence> {
  const folder = folders.findLast((words) => postmortemFolder.test(words));
  if (
    folder !== undefined &&
    !folders.slice(folders.lastIndexOf(folder) + 1).some((words) => runbookFolder.test(words))
  ) {
    yield { weight: 3, reason: `it stands in ${folder}/` };
  }
  if (recordName.test(stem)) {
    yield { weight: 2, reason: 'its file name is a record number' };
  } else if (/\b\d{4} \d{2} \d{2}\b|\b20\d{6}\b/.test(name)) {
    yield { weight: 1, reason: 'its file name has a date' };
  }
  if (postmortemTitle.test(title) || postmortemTitle.test(name)) {
    yield { weight: 2.5, reason: 'its title says so' };
  } else if (incidentTitle.test(title)) {
    yield { weight: 1, reason: 'its title tells of an incident' };
  }
  yield* headingEvidenceFor('postmortem', document);
  if (document.signals.timelineEntries >= 3) {
    yield { weight: 2, reason: `it has a timeline of ${document.signals.timelineEntries} entries` };
  }
  const keys = Object.keys(document.frontMatter?.values ?? {});
  if (
    keys.some((key) => /^(?:start|end|started|resolved|detected|mitigated)[_-]?(?:time|at)?$/.test(key)) ||
    (keys.includes('severity') && keys.includes('date'))
  ) {
    yield { weight: 1.5, reason: 'its front matter tells of an incident' };
  }
}

const taskVerb =
  /^(?:how to |runbook |playbook |manually |manual |emergency )?(?:rotat|restor|recover|restart|reboot|fail ?over|failover|drain|recycl|renew|scal|roll(?:ing)? ?back|rollback|upgrad|back ?up|backup|resiz|replac|clean|clear|purg|flush|evict|cordon|rebuild|reindex|re ?index|redeploy|deploy|provision|decommission|promot|revok|reset|replay|reprocess|requeue|resync|debug|troubleshoot|investigat|diagnos|respond|handl|deal|mitigat|fix|resolv|increas|expand|enabl|disabl|block|unblock|remov|migrat|switch|stop|start|shut|monitor|access|connect|releas|cut|creat|add|delet|run|perform|trigger|verify|test|check)\w*\b/;
const symptom =
  /\b(?:is down|are down|down|not responding|unresponsive|failing|failed|failures?|unavailable|unreachable|high|low|full|errors?|slow|latency|lag|lagging|missing|stuck|expired|expiring|exceeded|exhausted|degraded|crash ?loop(?:ing|s)?|not ready|backlog|out of|too many|common problems|alerts?|on call|troubleshooting|outage)\b/;

function* runbookEvidence(
  { folders, name, stem }: PathWords,
  title: string,
  document: ParsedDocument,
): Generator<Evidence> {
  const folder = folders.findLast((words) => runbookFolder.test(words));
  const operations = folders.findLast((words) => operationsFolder.test(words));
  if (
    folder !== undefined &&
    !folders.slice(folders.lastIndexOf(folder) + 1).some((words) => postmortemFolder.test(words))
  ) {
    yield { weight: 3, reason: `it stands in ${folder}/` };
  } else if (operations !== undefined) {
    yield { weight: 1.25, reason: `it stands in ${operations}/` };
  }
  if (/\b(?:runbook|playbook|sop)\b/.test(`${title} ${name}`)) {
    yield { weight: 3, reason: 'its title says so' };
  } else if (taskVerb.test(title) || taskVerb.test(name)) {
    yield { weight: 1, reason: 'its title names a task' };
  } else if (symptom.test(title) || symptom.test(name)) {
    yield { weight: 1, reason: 'its title names a fault' };
  }
  if (/^(?:[A-Z][a-z0-9]+){2,}[A-Za-z0-9]*$/.test(stem) && document.title.replace(/\W/g, '') === stem) {
    yield { weight: 1.5, reason: 'its title is an alert name' };
  }
  yield* headingEvidenceFor('runbook', document);
  if (document.sections.some(({ title: heading }) => /^\W*step \d/i.test(heading))) {
    yield { weight: 1, reason: 'it has numbered steps' };
  }
  const { commandBlocks, orderedItems } = document.signals;
  if (commandBlocks > 0) {
    yield { weight: commandBlocks > 2 ? 1 : 0.75, reason: `it has ${commandBlocks} blocks of commands` };
  }
  if (orderedItems >= 3) {
    yield { weight: 0.5, reason: 'it has a numbered procedure' };
  }
  const keys = Object.keys(document.frontMatter?.values ?? {});
  if (keys.some((key) => /^(?:owner_slack|review_in|last_reviewed_on|alert|alertname|runbook)$/.test(key))) {
    yield { weight: 1, reason: 'its front matter has an owner or review date' };
  }
}

/** The sections that speak for a kind: strongly, or because others have them too, less so. */
const tellingSections = {
  runbook: {
    strong: ['diagnosis', 'mitigation', 'rollback', 'verification', 'escalation', 'when-to-use'],
    weak: ['meaning', 'impact', 'steps', 'prerequisites', 'causes', 'prevention'],
  },
  postmortem: {
    strong: ['timeline', 'causes', 'lessons', 'action-items', 'went-well', 'what-happened'],
    weak: ['people', 'leadup', 'detection', 'resolution', 'impact', 'summary'],
  },
} as const;

function* headingEvidenceFor(kind: keyof typeof tellingSections, document: ParsedDocument): Generator<Evidence> {
  const titles = new Map(
    document.sections.flatMap(({ title }) => canonicalIds(kind, title).map((id) => [id, title] as const)).toReversed(),
  );
  const strong = tellingSections[kind].strong.filter((id) => titles.has(id));
  const weak = tellingSections[kind].weak.filter((id) => titles.has(id));
  const weight = Math.min(4, strong.length + weak.length * 0.5);
  if (weight > 0) {
    const named = [...strong, ...weak].slice(0, 4).map((id) => titles.get(id));
    yield { weight, reason: `it has the sections ${named.join(', ')}` };
  }
}

function sum(evidence: readonly Evidence[]): number {
  return evidence.reduce((total, { weight }) => total + weight, 0);
}

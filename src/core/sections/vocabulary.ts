import type { Kind } from '../model/document.ts';
import { normaliseName, readings } from './normalise.ts';

/**
 * What teams call the sections of their documents: canonical id → names seen, in English, Portuguese, Spanish, French
 * and German. A name may stand for one id only within a kind; a test holds that.
 */
type Vocabulary = Readonly<Record<string, readonly string[]>>;

const postmortem: Vocabulary = {
  summary: [
    'summary', 'overview', 'issue summary', 'incident summary', 'executive summary', 'tldr', 'tl;dr', 'background',
    'abstract', 'incident overview', 'short summary', 'description', 'incident description', 'synopsis', 'introduction',
    'resumo', 'resumen', 'resume', 'zusammenfassung', 'resumo executivo', 'descricao', 'descripcion', 'kurzfassung',
  ],
  impact: [
    'impact', 'customer impact', 'end user impact', 'user impact', 'affected users', 'summary of impact', 'business impact',
    'impact assessment', 'impact analysis', 'affected services', 'services affected', 'scope of impact', 'scope',
    'impacto', 'auswirkung', 'auswirkungen', 'consequences',
  ],
  timeline: [
    'timeline', 'chain of events', 'key events', 'incident timeline', 'timeline of events', 'event timeline',
    'sequence of events', 'chronology', 'events', 'incident chronology', 'linha do tempo', 'cronologia',
    'linea de tiempo', 'linea temporal', 'chronologie', 'zeitleiste', 'zeitverlauf', 'ablauf', 'zeitlicher ablauf',
  ],
  causes: [
    'root cause', 'root causes', 'contributing factors', 'contributing factor', 'contributing conditions',
    'contributing conditions analysis', 'contributors', 'what caused the incident', 'five whys', "five why's", '5 whys',
    'the five whys', 'cause', 'causes', 'root cause analysis', 'rca', 'blameless root cause', 'cause analysis',
    'root causes and trigger', 'causa raiz', 'causas', 'causa', 'fatores contribuintes', 'cause racine',
    'causes racines', 'ursache', 'ursachen', 'grundursache', 'ursachenanalyse', 'analysis', 'causas raiz', 'what caused it',
    'why did it happen', 'why did this happen',
  ],
  trigger: ['trigger', 'triggers', 'gatilho', 'desencadenante', 'declencheur', 'ausloser'],
  resolution: [
    'resolution', 'resolution and recovery', 'mitigation', 'recovery', 'remediation', 'how it was resolved', 'fix',
    'mitigators', 'mitigations', 'how was it fixed', 'correcao', 'resolucao', 'resolucion', 'behebung', 'losung',
    'wiederherstellung', 'remediation steps', 'solution', 'repair',
  ],
  detection: [
    'detection', 'identified', 'how was it detected', 'how was the incident detected', 'incident detection', 'deteccao',
    'deteccion', 'erkennung', 'entdeckung',
  ],
  response: ['response', 'incident response', 'resposta', 'respuesta', 'reponse', 'reaktion'],
  leadup: ['leadup', 'lead up', 'lead up to the incident'],
  fault: ['fault', 'failure', 'what failed', 'falha', 'fallo', 'fehler'],
  'what-happened': ['what happened', 'what happened?', 'o que aconteceu', 'que paso', 'que ocurrio', 'was ist passiert'],
  lessons: [
    'lessons', 'lessons learned', 'lessons learnt', "how'd we do", 'how did we do', 'learnings and risks', 'learnings',
    'what we learned', 'what did we learn', 'retrospective', 'reflection', 'takeaways', 'key takeaways',
    'licoes aprendidas', 'lecciones aprendidas', 'lecons apprises', 'enseignements', 'lektionen', 'erkenntnisse',
    'gelernte lektionen', 'aprendizados', 'aprendizajes', 'lecons tirees',
  ],
  'went-well': ['what went well', 'went well', 'what worked', 'o que deu certo', 'que funciono bien', 'was lief gut'],
  'went-wrong': [
    'what went wrong', 'went wrong', "what didn't go so well", 'what went poorly', 'what could have gone better',
    'what could be improved', 'o que deu errado', 'was lief schlecht', "what didn't go well",
  ],
  'got-lucky': ['where we got lucky', 'got lucky', 'what went lucky'],
  'action-items': [
    'action items', 'actions', 'follow up tasks', 'follow ups', 'follow up', 'followup', 'follow up actions', 'followups',
    'review actions', 'corrective actions', 'corrective measures', 'preventative actions', 'preventive actions',
    'preventative measures', 'preventive measures', 'corrective and preventative actions',
    'corrective and preventative measures', 'corrective and preventive actions', 'recommendations', 'next steps',
    'remediation items', 'todos', 'action points', 'improvements', 'prevention', 'remedial actions',
    'acoes corretivas', 'acoes', 'proximos passos', 'acciones correctivas', 'acciones', 'proximos pasos',
    'actions correctives', 'prochaines etapes', 'massnahmen', 'maßnahmen', 'nachste schritte', 'itens de acao',
    'tareas de seguimiento', 'plano de acao', 'plan de accion', "plan d'action", 'korrekturmaßnahmen',
  ],
  people: [
    'responders', 'attendees', 'authors', 'names of people involved', 'people involved', 'participants', 'responsaveis',
    'people', 'incident responders', 'roles', 'teilnehmer', 'participantes', 'responders and roles', 'involved',
  ],
  stats: ['stats', 'statistics', 'metrics', 'metricas'],
  messaging: [
    'messaging', 'communication', 'communications', 'internal messaging', 'external messaging', 'internal email',
    'external message', 'comunicacao', 'comunicacion', 'kommunikation',
  ],
  supporting: [
    'supporting information', 'supporting materials', 'references', 'links', 'additional information', 'appendix',
    'further reading', 'resources', 'related', 'see also', 'referencias', 'anhang', 'glossary',
  ],
};

const runbook: Vocabulary = {
  meaning: [
    'meaning', 'description', 'symptoms', 'symptom', 'overview', 'alert description', 'what does this alert mean',
    'what this alert means', 'summary', 'about', 'background', 'introduction', 'sintomas', 'contexto', 'significado',
    'descricao', 'descripcion', 'symptome', 'symptomes', 'bedeutung', 'beschreibung', 'signification', 'uberblick',
    'visao geral', 'context', 'problem', 'explanation', 'what is this', 'details', 'resumo', 'purpose', 'goal', 'objetivo',
  ],
  impact: [
    'impact', 'user impact', 'customer impact', 'business impact', 'impacto', 'auswirkung', 'auswirkungen', 'severity',
    'effect', 'effects', 'consequences',
  ],
  causes: [
    'possible causes', 'causes', 'cause', 'root cause', 'common causes', 'likely causes', 'causa provavel',
    'causas posibles', 'causes possibles', 'mogliche ursachen', 'ursachen', 'potential causes', 'probable causes',
  ],
  diagnosis: [
    'diagnosis', 'possible checks', 'investigate', 'investigation', 'playbook', 'troubleshooting', 'triage', 'debugging',
    'diagnostics', 'diagnose', 'how to diagnose', 'initial checks', 'checks', 'how to spot', 'identification', 'analysis',
    'diagnostico', 'diagnostic', 'fehlersuche', 'untersuchung', 'troubleshoot', 'how to investigate', 'debug',
    'investigacao', 'investigacion', 'initial triage', 'first steps', 'troubleshooting steps', 'runbook',
    'diagnostic steps', 'how to check',
  ],
  mitigation: [
    'mitigation', 'mitigating', 'resolution', 'resolution steps', 'potential resolution steps', 'remediation', 'remediate',
    'action', 'actions', 'steps to resolve', 'fix', 'how to fix', 'how to resolve', 'solution', 'solutions', 'recovery',
    'possible solution', 'possible solutions', 'workaround', 'mitigations', 'how to mitigate', 'correcao', 'resolucao',
    'mitigacao', 'resolucion', 'mitigacion', 'solucion', 'behebung', 'losung', 'maßnahmen', 'attenuation', 'recover',
    'remediation steps', 'fixing', 'response', 'what to do', 'contain', 'eradicate', 'correction', 'recommended actions',
    'mitigation steps', 'resolving',
  ],
  steps: [
    'steps', 'procedure', 'instructions', 'process', 'how to', 'runbook steps', 'step by step', 'passos', 'procedimento',
    'pasos', 'procedimiento', 'etapes', 'procedure a suivre', 'schritte', 'vorgehen', 'anleitung', 'execution', 'tasks',
    'the procedure', 'passo a passo', 'durchfuhrung', 'ablauf', 'how to do it', 'usage',
  ],
  prerequisites: [
    'prerequisites', 'before you start', 'before you begin', 'requirements', 'required context', 'preparation',
    'access', 'required access', 'pre requisitos', 'requisitos', 'prerequis', 'voraussetzungen', 'pre checks',
    'prerequisitos', 'pre requirements', 'you will need',
  ],
  'when-to-use': ['when to use', 'when to use this', 'when to use this runbook', 'quando usar', 'cuando usar', 'trigger', 'when', 'scope', 'use when'],
  verification: [
    'verification', 'verify', 'validation', 'validate', 'confirm', 'how to verify', 'check', 'validacao', 'verificacao',
    'validacion', 'verificacion', 'verifizierung', 'uberprufung', 'post checks', 'testing', 'acceptance',
    'verify the result', 'post verification',
  ],
  rollback: ['rollback', 'roll back', 'rolling back', 'reverting', 'revert', 'undo', 'reversao', 'reversion', 'ruckgangig machen', 'back out', 'backout'],
  escalation: ['escalation', 'escalate', 'contacts', 'contact', 'who to contact', 'escalonamento', 'escalamiento', 'escalade', 'eskalation', 'escalation path', 'communicate', 'communication'],
  prevention: ['prevention', 'preventing', 'prevencao', 'prevencion', 'vorbeugung', 'long term fix', 'permanent fix', 'follow up', 'post incident'],
  notes: ['notes', 'note', 'additional notes', 'notas', 'hinweise', 'remarques', 'caveats', 'warnings'],
  resources: [
    'additional resources', 'references', 'links', 'resources', 'related', 'see also', 'further reading', 'dashboards',
    'referencias', 'additional information', 'related alerts', 'related documentation', 'more information',
  ],
};

const byKind: Readonly<Record<Kind, ReadonlyMap<string, string>>> = {
  runbook: index(runbook),
  postmortem: index(postmortem),
  other: new Map(),
};

/**
 * The canonical ids that a title stands for in a document of this kind, the closest reading's first: "Resolution and
 * recovery" is `resolution`, "Impact & detection" is `impact` and `detection`. Empty for titles of a team's own.
 */
export function canonicalIds(kind: Kind, title: string): string[] {
  const names = byKind[kind];
  const all = readings(title);
  const exact = all.slice(0, 1).map((name) => names.get(name));
  const found = exact[0] === undefined ? all.map((name) => names.get(name)) : exact;
  return [...new Set(found.filter((id) => id !== undefined))];
}

/** Whether a title is a section name known for either kind. */
export function isKnownName(title: string): boolean {
  return canonicalIds('runbook', title).length > 0 || canonicalIds('postmortem', title).length > 0;
}

/** Every (id, name) pair of a kind, for tests of the table itself. */
export function vocabularyOf(kind: 'runbook' | 'postmortem'): ReadonlyArray<readonly [id: string, name: string]> {
  const vocabulary = kind === 'runbook' ? runbook : postmortem;
  return Object.entries(vocabulary).flatMap(([id, names]) => names.map((name) => [id, name] as const));
}

function index(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const pairs = Object.entries(vocabulary).flatMap(([id, names]) => names.map((name) => [normaliseName(name), id] as const));
  return new Map(pairs);
}

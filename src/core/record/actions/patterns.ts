import { trimmedEnd } from '../../text/ends.ts';
import { fold } from '../../text/plain-text.ts';
import { isPlaceholder } from '../../vocabulary/placeholder.ts';

/** What a field of an item, or a column of a table of items, is for. */
export type FieldRole = 'item' | 'owner' | 'due' | 'status' | 'tracking' | 'priority' | 'group';

/** The names of fields and columns, folded, without accents. */
const names: Readonly<Record<FieldRole, readonly string[]>> = {
  item: [
    'action',
    'actions',
    'action item',
    'action items',
    'item',
    'items',
    'task',
    'tasks',
    'todo',
    'to do',
    'what',
    'follow up',
    'follow ups',
    'description',
    'summary',
    'title',
    'work',
    'improvement',
    'recommendation',
    'remediation',
    'measure',
    'acao',
    'acoes',
    'tarefa',
    'accion',
    'tarea',
    'massnahme',
    'maßnahme',
    'aufgabe',
    'tache',
  ],
  owner: [
    'owner',
    'owners',
    'assignee',
    'assignees',
    'assigned to',
    'assigned',
    'who',
    'responsible',
    'dri',
    'lead',
    'poc',
    'point of contact',
    'team',
    'owning team',
    'responsavel',
    'responsable',
    'dueno',
    'verantwortlich',
    'zustandig',
    'wer',
    'quem',
    'quien',
    'qui',
  ],
  due: [
    'due',
    'due date',
    'deadline',
    'eta',
    'target',
    'target date',
    'by',
    'by when',
    'when',
    'date',
    'completion date',
    'prazo',
    'frist',
    'fallig',
    'bis',
    'echeance',
    'plazo',
    'fecha limite',
    'fecha',
    'data',
    'wann',
  ],
  status: [
    'status',
    'state',
    'done',
    'done?',
    'completed',
    'complete',
    'progress',
    'estado',
    'erledigt',
    'statut',
    'situacao',
    'resolved',
  ],
  tracking: [
    'ticket',
    'tickets',
    'issue',
    'issues',
    'bug',
    'bugs',
    'link',
    'links',
    'jira',
    'tracking',
    'tracked in',
    'tracker',
    'pr',
    'reference',
    'ref',
    'url',
    'github issue',
    'tracking issue',
    'tracking bug',
    'issue link',
    'card',
    'story',
    'chamado',
    'work item',
  ],
  priority: ['priority', 'prio', 'severity', 'p', 'importance', 'prioridade', 'prioridad', 'prioritat', 'priorite'],
  group: ['type', 'kind', 'category', 'area', 'tipo', 'categoria', 'typ', 'kategorie', 'theme'],
};
const roles: ReadonlyMap<string, FieldRole> = new Map(
  Object.entries(names).flatMap(([role, all]) => all.map((name) => [name, role as FieldRole] as const)),
);

/** The role that a column's title or a field's label names. */
export function roleOf(title: string): FieldRole | undefined {
  const name = fold(
    title
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/[-_/]/g, ' ')
      .replace(/[*:`()]/g, ' '),
  );
  return roles.get(name) ?? roles.get(name.replace(/ (?:name|id|number|no|#|link)$/, ''));
}

const nothing =
  /^(?:none|n\/?a|nothing|nil|no (?:further )?(?:actions?|action items?|follow[- ]?ups?|items?)(?: (?:items?|needed|required|planned|identified|taken|necessary|at this time|yet))*|not applicable|not (?:needed|required)|none (?:needed|required|at this time|yet|so far|identified|planned)|nenhuma?|ningun[ao]?|keine?|aucune?|nao ha|no hay|sem acoes)$/;

/** Whether a text names no follow-up: "None", "N/A", a placeholder, or a template's prompt that was left in. */
export function isNoItem(markdown: string): boolean {
  const text = markdown.trim();
  const folded = fold(
    text
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase(),
  ).replace(/^[^\p{L}\p{N}]+/u, '');
  const bare = trimmedEnd(folded, /[^\p{L}\p{N}]/u);
  return (
    !/[\p{L}\p{N}]/u.test(text) ||
    nothing.test(bare) ||
    isPlaceholder(text) ||
    /\{\{[^{}]*\}\}|^<[^<>@:/]+>|^\[(?:action|item|todo|describe|task|follow)[^\]]*\](?![(:[])/i.test(text) ||
    /^(?:action item|item|task|follow[- ]up|action)(?: ?#?\d+)?[.:…]*$/i.test(bare)
  );
}

const unnamed =
  /^(?:tbd|tba|todo|none|n\/?a|unassigned|nobody|no one|open|unknown|-+|–|—|\?+|x+|\.{2,}|…|to be .*|owner|name|a definir|offen)$/i;

/** Whether a value stands for no value: "TBD", "?", "unassigned", `<name>`. */
export function isNoValue(text: string): boolean {
  const bare = text.replace(/[*_`]/g, '').trim();
  return (
    bare === '' ||
    unnamed.test(bare) ||
    isPlaceholder(bare) ||
    /^[@[<{(]+\s*(?:(?:name|owner|team|tbd|who|person)\s*)?[>}\])]*$/i.test(bare)
  );
}

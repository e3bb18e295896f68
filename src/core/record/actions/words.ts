import { fold } from '../../text/plain-text.ts';

/** What a field of an item, or a column of a table of items, is for. */
export type FieldRole = 'item' | 'owner' | 'due' | 'status' | 'tracking' | 'priority' | 'group';

/** Parts of patterns, as they are looked for in a text that `flat` made: in lower case, without accents. */
type Pattern = string;

/** What action items are told with in one language. */
interface ActionWords {
  /** Its words stand in other text without spaces around them. */
  readonly spaceless?: true;
  /** Names of columns and fields, folded, joined with `|`. */
  readonly fields: Readonly<Record<FieldRole, string>>;
  /** Labels in running text, in front of a colon. */
  readonly owner: Pattern;
  readonly due: Pattern;
  /** In running text, in front of a name and of a date. */
  readonly assigned: Pattern;
  readonly by: Pattern;
  /** In front of a date that holds no more, and of the one that took its place. */
  readonly was: Pattern;
  readonly moved: Pattern;
  /** That it is done, and that it will not be done. */
  readonly done: Pattern;
  readonly dropped: Pattern;
  /** In front of `done`: it is not, or not all. */
  readonly not: Pattern;
  /** Behind `done`: a part is still to do. */
  readonly half: Pattern;
  /** What may follow `done` where it speaks of the item: "done in June". */
  readonly behindDone: Pattern;
  readonly yes: Pattern;
  /** The whole text of an item or section that holds none. */
  readonly nothing: Pattern;
  /** In place of a name or date. */
  readonly nobody: Pattern;
  /** What is tracked under a number. */
  readonly ticket: Pattern;
  readonly weekday: Pattern;
  /** Titles of what explains the words of a list. */
  readonly legend: Pattern;
}

const english: ActionWords = {
  fields: {
    item: 'action|actions|action item|action items|item|items|task|tasks|todo|to do|what|follow up|follow ups|description|summary|title|work|improvement|recommendation|remediation|measure',
    owner:
      'owner|owners|assignee|assignees|assigned to|assigned|who|responsible|dri|lead|poc|point of contact|team|owning team',
    due: 'due|due date|deadline|eta|target|target date|by|by when|when|date|completion date',
    status: 'status|state|progress',
    tracking:
      'ticket|tickets|issue|issues|bug|bugs|link|links|jira|tracking|tracked in|tracker|pr|reference|ref|url|github issue|tracking issue|tracking bug|issue link|card|story|work item',
    priority: 'priority|prio|severity|p|importance',
    group: 'type|kind|category|area|theme',
  },
  owner: '(?:action )?owners?|assignees?|assigned to|dri|responsible(?: team)?|point of contact|poc',
  due: 'due(?: date| by| on)?|deadline|eta|target(?: date)?',
  assigned: 'assigned to|owned by',
  by: 'due(?: by| on)?|by|until|before|no later than|deadline',
  was: 'was|were|originally|previously|formerly|initially|original|old|former|previous|not',
  moved:
    '(?:re)?scheduled|moved|postponed|pushed|delayed|deferred|extended|shifted|slipped|changed|updated|bumped|revised|now(?: due)?|new (?:due )?(?:date|deadline|target)(?: is)?',
  done: 'done|completed?|finished|fixed|merged|shipped|resolved|closed|implemented|deployed',
  dropped:
    "cancell?ed|dropped|obsolete|abandoned|descoped|superseded|declined|rejected|won'?t[ -]?(?:be )?(?:fix|fixed|do|done|implement)|will not (?:be )?(?:fix|do|done|fixed)|not (?:planned|doing)|no longer (?:needed|necessary|relevant|required|applicable)|decided against",
  not: 'not|no|un|in|to be|to|partially|partly|almost|nearly|mostly|half|never|being',
  half: "pending|partial(?:ly)?|partly|half(?:way)?(?! an? )|mostly|(?<!-|the )only|remaining(?=\\s*(?:[,;.:)]|$))|remains|the rest (?:of|is|to|in|on|follows)|still (?:to|pending|open|needs|missing|not|in|on|waiting|required|running)|(?:not|n't) yet|isn't|hasn't|not (?:in|on|for|deployed|rolled|live|released|merged|shipped|tested|prod|production|everywhere|all|enabled|fully|complete)|todo|to do|to follow|follows|wip|in progress|ongoing|(?:a?waiting) (?:for|on|[a-z]+)|blocked (?:by|on)|except|excluding|apart from|other than|(?:is|are|still) missing|missing(?=\\s*(?:[,;.:)]|$))|outstanding|to be|needs (?!no)|(?:is|are|\\d+) left|left to|so far|in part|(?:part|phase|step|stage) (?:\\d+|one)|first (?:part|half|step|phase)|(?:for|on) (?:one|some|most|a few|half|part)|in (?:some|most)|next (?:week|sprint|month|quarter)|tomorrow|soon",
  behindDone:
    'as|on|in|by|at|since|via|with|for|from|to|and|or|it|before|after|during|yesterday|today|now|already|this|last|pr|mr|see|[a-z]+ly',
  yes: 'yes|y|x|true|100 ?%',
  nothing:
    'none|n/?a|nothing|nil|no (?:further )?(?:actions?|action items?|follow[- ]?ups?|items?)(?: (?:items?|needed|required|planned|identified|taken|necessary|at this time|yet))*|not applicable|not (?:needed|required)|none (?:needed|required|at this time|yet|so far|identified|planned)',
  nobody: 'tbd|tba|tbc|todo|none|n/?a|unassigned|nobody|no one|open|unknown|to be .*|owner|name',
  ticket:
    '(?:issue|ticket|bug|task|pr|mr|pull request|merge request|card|story|change|incident|jira)s?(?: (?:id|no|nr|number)\\.?)?',
  weekday: '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?',
  legend:
    'legend|key|definitions?|explanations?|glossary|meanings?|(?:priority|priorities|severity|type|status|category)(?: levels?)?|(?:what|how) (?:the |these |our )?(?:priorities|types|statuses|categories|words|labels)(?: mean)?|priorities|types|statuses|categories',
};

const portuguese: ActionWords = {
  fields: {
    item: 'acao|acoes|item de acao|tarefa|tarefas|medida|medidas|o que|descricao',
    owner: 'responsavel|responsaveis|dono|atribuido a|encarregado|quem',
    due: 'prazo|data limite|data|data de entrega|data prevista|vencimento|previsao|quando',
    status: 'status|estado|situacao|andamento|progresso',
    tracking: 'chamado|chamados|acompanhamento',
    priority: 'prioridade',
    group: 'tipo|categoria',
  },
  owner: 'responsave(?:l|is)|atribuid[ao] a',
  due: 'prazo|data limite|vencimento',
  assigned: 'atribuid[ao] a',
  by: 'ate(?: o)?(?: dia)?|antes de',
  was: 'era|originalmente|anteriormente',
  moved: 'adiad[ao]|remarcad[ao]|movid[ao]|novo prazo|agora',
  done: '(?:feit|concluid|finalizad|resolvid|encerrad)[ao]s?',
  dropped: '(?:cancelad|descartad|rejeitad)[oa]s?',
  not: 'nao|parcialmente|quase|a ser',
  half: 'parcial(?:mente)?|so em|somente|apenas|faltam?|pendente|exceto|quase|nao em',
  behindDone: 'em|n[oa]|por',
  yes: 'sim',
  nothing: 'nenhuma?|nao ha|sem acoes',
  nobody: 'a definir',
  ticket: 'chamados?',
  weekday: '(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?|sabado|domingo',
  legend: 'legenda',
};

const spanish: ActionWords = {
  fields: {
    item: 'accion|acciones|tarea|tareas|medida|medidas|que|descripcion',
    owner: 'responsable|responsables|propietario|dueno|asignado a|encargado|quien|a cargo de',
    due: 'plazo|fecha limite|fecha|fecha de entrega|fecha de vencimiento|vencimiento|vence|cuando',
    status: 'estado|situacion|progreso|avance',
    tracking: 'enlace|enlaces|seguimiento|incidencia',
    priority: 'prioridad',
    group: 'tipo|categoria',
  },
  owner: 'responsables?|duen[o]|propietari[oa]|asignad[oa] a|encargad[oa]',
  due: 'plazo|fecha limite|vence|vencimiento',
  assigned: 'asignad[ao] a',
  by: 'antes del?|hasta(?: el)?|para el',
  was: 'era|originalmente|anteriormente',
  moved: 'aplazad[ao]|pospuest[ao]|movid[ao]|nuevo plazo|nueva fecha|ahora',
  done: '(?:hech|completad|terminad|finalizad|resuelt|cerrad)[oa]s?',
  dropped: '(?:cancelad|descartad|rechazad)[oa]s?',
  not: 'parcialmente|casi|sin',
  half: 'parcial(?:mente)?|solo|faltan?|pendiente|excepto|salvo|casi|no en',
  behindDone: 'en|el|por',
  yes: 'si',
  nothing: 'ningun[ao]?|no hay',
  nobody: 'por definir|sin asignar',
  ticket: 'incidencias?|tique?ts?',
  weekday: 'lunes|martes|miercoles|jueves|viernes|sabado|domingo',
  legend: 'leyenda',
};

const french: ActionWords = {
  fields: {
    item: 'tache|taches|mesure|mesures|quoi',
    owner: 'responsable|proprietaire|porteur|pilote|assigne a|attribue a|qui|en charge',
    due: "echeance|date limite|date d'echeance|date cible|delai|quand",
    status: "statut|etat|etat d'avancement|avancement",
    tracking: 'lien|liens|suivi',
    priority: 'priorite',
    group: 'categorie|genre',
  },
  owner: 'responsables?|proprietaire|porteur|pilote|(?:assigne|attribue)e? a',
  due: "(?:date d')?echeance|date limite|date cible|delai",
  assigned: '(?:assigne|attribue|confie)e? a',
  by: "avant(?: le)?|d'ici(?: le| au)?|pour le|jusqu'au|au plus tard(?: le)?",
  was: 'etait|initialement|auparavant|ancienne',
  moved: '(?:reporte|repousse|decale|deplace)e?s?|nouvelle (?:date|echeance)|desormais|maintenant',
  done: 'terminee?s?|faite?s?|acheve(?:e|es|s)?|resolue?s?|clos(?:e|es)?|finie?s?|realise(?:e|es|s)?',
  dropped: '(?:annule|abandonne|rejete)e?s?',
  not: 'pas|non|partiellement|presque|en partie',
  half: 'partiel(?:le)?(?:ment)?|en partie|seulement|uniquement|reste|sauf|presque|manque|en attente|pas (?:en|encore)',
  behindDone: 'dans|par|le|depuis',
  yes: 'oui',
  nothing: 'aucune?',
  nobody: 'a definir|personne',
  ticket: '',
  weekday: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  legend: 'legende',
};

const german: ActionWords = {
  fields: {
    item: 'massnahme|massnahmen|maßnahme|maßnahmen|aufgabe|aufgaben|was|aktion|beschreibung',
    owner: 'verantwortlich|verantwortliche|verantwortlicher|zustandig|zugewiesen an|bearbeiter|wer',
    due: 'frist|fallig|fallig am|falligkeit|termin|bis|bis wann|wann|datum|zieldatum',
    status: 'stand|zustand|fortschritt|bearbeitungsstand',
    tracking: 'vorgang',
    priority: 'prioritat|dringlichkeit',
    group: 'art|typ|kategorie|bereich',
  },
  owner: 'verantwortlich(?:er?)?|zustandig|bearbeiter',
  due: 'frist|fallig(?: am| bis)?|termin',
  assigned: 'zugewiesen an',
  by: 'bis(?: zum)?|fallig(?: am)?|spatestens(?: am)?|vor dem',
  was: 'war|ursprunglich|zuvor|bisher',
  moved: 'verschoben|verlegt|neuer termin|neue frist|jetzt|nun',
  done: '(?:erledigt|abgeschlossen|umgesetzt|fertig|behoben|gelost|geschlossen)(?:e[nrs]?)?',
  dropped: 'verworfen|abgelehnt|entfallt|hinfallig',
  not: 'nicht|noch nicht|teilweise|fast|teils|halb',
  half: 'teilweise|nur|noch|ausser|ausstehend|fehl(?:t|en)|offen|bis auf|folgt',
  behindDone: 'am|im|mit|bei|durch|von|seit',
  yes: 'ja',
  nothing: 'keine?',
  nobody: 'offen|niemand',
  ticket: 'vorgang',
  weekday: '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mo|di|mi|do|fr|sa|so',
  legend: 'legende|erklarung|bedeutung',
};

const japanese: ActionWords = {
  spaceless: true,
  fields: {
    item: '施策|対策|アクション|アクションアイテム|内容|対応内容|タスク|項目|作業|改善策|改善項目|再発防止策|やること|対応',
    owner: '担当|担当者|責任者|対応者|オーナー|主担当',
    due: '期限|期日|締切|締め切り|締切日|〆切|納期|完了予定|完了予定日|対応期限|予定日|目標日',
    status: 'ステータス|状態|状況|進捗|進捗状況|対応状況',
    tracking: 'チケット|チケット番号|課題|課題番号|イシュー|リンク',
    priority: '優先度|重要度|優先順位',
    group: '種別|分類|カテゴリ|カテゴリー|種類|タイプ|区分',
  },
  owner: '担当者?|責任者|対応者|オーナー',
  due: '期限|期日|締切日?|締め切り|〆切|納期|完了予定日?|予定日',
  assigned: '担当は',
  by: '期限は',
  was: '当初|元の?期限|旧',
  moved: '延期後?|変更後|新期限|新しい期限',
  done: '完了(?:済み?)?|対応済み?|実施済み?|解決済み?|済み?|クローズ',
  dropped: '中止|見送り|不要|却下|取り下げ|対応しない|対応不要',
  not: '未|一部',
  half: '一部|のみ|だけ|未|待ち|残り|予定|見込|しない|せず|していない|率',
  behindDone: '',
  yes: '[○〇◯]|はい',
  nothing: '(?:特に)?なし|該当なし',
  nobody: '未定|未割り?当て?|要アサイン|検討中|調整中|なし',
  ticket: 'チケット(?:番号)?|課題(?:番号)?',
  weekday: '[月火水木金土日]曜日?',
  legend: '凡例|用語|説明',
};

const languages = [english, portuguese, spanish, french, german, japanese];

const beforeWord = '(?<![\\p{L}\\p{N}])';
const behindWord = '(?![\\p{L}\\p{N}])';

/** The words of all languages for something, as a part of a pattern with the flag `u`; they stand for themselves, not within others. */
export function wordsFor(name: Exclude<keyof ActionWords, 'fields' | 'spaceless'>): string {
  const [spaced, spaceless] = [false, true].map((kind) =>
    languages
      .filter((language) => (language.spaceless === true) === kind && language[name] !== '')
      .map((language) => language[name])
      .join('|'),
  );
  const whole = `${beforeWord}(?:${spaced})${behindWord}`;
  return spaceless === '' ? `(?:${whole})` : `(?:${whole}|${spaceless})`;
}

/** The names of a field or column in all languages, as a part of a pattern with the flag `u` for texts that `flat` made. */
export function namesFor(role: FieldRole): string {
  return `${beforeWord}(?:${languages.map(({ fields }) => fields[role]).join('|')})`;
}

const roles: ReadonlyMap<string, FieldRole> = new Map(
  languages
    .toReversed()
    .flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([role, names]) =>
        names.split('|').map((name) => [comparable(name), role as FieldRole] as const),
      ),
    ),
);

/** A column or field that only tells of what is done: "Done?", "Completed on", "Erledigt am". */
const doneTitle = new RegExp(
  `^(?:date |datum )?(?!(?:${wordsFor('dropped')})$)${wordsFor('done')}(?: (?:on|at|date|am|le|el|em))?日?\\??$`,
  'iu',
);

/** Whether what stands below a title, or behind it, tells since when something is done: "Completed on". */
export function isDoneTitle(title: string): boolean {
  return doneTitle.test(comparable(title));
}

/** The role that a column's title or a field's label names. */
export function roleOf(title: string): FieldRole | undefined {
  const name = comparable(title);
  return (
    roles.get(name) ??
    roles.get(name.replace(/ (?:name|id|number|no|#|link)$/, '')) ??
    (doneTitle.test(name) ? 'status' : undefined)
  );
}

function comparable(title: string): string {
  return fold(
    title
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/’/g, "'")
      .replace(/[-_/]/g, ' ')
      .replace(/[*:`()]/g, ' '),
  );
}

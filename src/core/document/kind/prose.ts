import type { Block, ParsedDocument } from '../model.ts';
import { anyOf, withoutAccents } from './words.ts';

/** What the running text of a document shows, whatever its headings are. */
export interface Prose {
  /** Sentences and list items that tell the reader to do something. */
  readonly instructions: number;
  /** Whether the text calls itself a runbook or the like. */
  readonly callsItselfRunbook: boolean;
  /** Whether its first lines say that an alert leads here. */
  readonly namesItsAlert: boolean;
  /** Different words of people on duty: pager, escalate, dashboard. */
  readonly dutyWords: number;
  /** Different words for what such people look after: cluster, replica, disk. */
  readonly systemWords: number;
  /** Code with commands that one gives to a running system rather than to a working copy. */
  readonly operatorCommands: number;
  /** Different turns of phrase that tell of an incident in the past. */
  readonly accounts: number;
  /** Places to be filled in: "[Describe the impact]". */
  readonly prompts: number;
  /** Whether the text says that it explains or defines. */
  readonly explains: boolean;
  /** Letters of text, tables and headings left out. */
  readonly length: number;
  /** Whether it is in a language whose instructions are known. */
  readonly readable: boolean;
}

/** The text that is looked at; what a document is shows before that. */
const longest = 30_000;

/** What a page is for stands in its first lines. */
const opening = 1500;

/** Reads what the running text shows. */
export function readProse({ blocks }: ParsedDocument): Prose {
  const texts = blocks.filter(({ type }) => type === 'text').map(({ text }) => text);
  const raw = texts.join('\n').slice(0, longest);
  const text = withoutAccents(raw).toLowerCase();
  const tables = blocks.filter(({ type }) => type === 'table').map((block) => block.text);
  return {
    instructions: countInstructions(text),
    callsItselfRunbook: selfReference.test(text),
    namesItsAlert: alertReference.test(text.slice(0, opening)),
    dutyWords: distinct(text, dutyWord),
    systemWords: distinct(text, systemWord),
    operatorCommands: blocks.filter((block) => block.type === 'code' && isOperatorCommand(block)).length,
    accounts: accounts.filter((pattern) => pattern.test(text)).length,
    prompts: countPrompts(`${raw}\n${tables.join('\n')}`.slice(0, longest)),
    explains: explanation.test(text),
    length: text.length,
    readable: knownLanguage.test(text),
  };
}

const selfReference = anyOf([
  '(?:this|the following|these) (?:run[ -]?books?|play[ -]?books?|procedures? (?:describes?|explains?|covers?|should|must)|sops?)',
  'est[ea] (?:run ?book|play ?book|procedimento|procedimiento)',
  'ce(?:tte)? (?:run ?book|play ?book|procedure)',
  'diese[srmn]? (?:run ?book|anleitung|betriebsanleitung)',
  '(?:цей|этот) (?:runbook|ранбук|регламент)',
  '(?:ця|эта) (?:інструкція|инструкция)',
  '本(?:手順書|手順|ランブック|書は|マニュアル|手册|文档)',
  'この(?:手順書|手順|ランブック)',
]);

const alertReference = anyOf([
  '(?:this|the|these) (?:\\w+ )?(?:alert|alarm)s? (?:is|are|was|means?|fires?|fired|firing|triggers?|indicates?|relates?|occurs?|happens?|will|can|may|gets?|checks?|goes|telling|that)',
  'this (?:alert|alarm)',
  'alerts? (?:on slack|like|named|such as)',
  '(?:receive|received|get|got|see|respond(?:ing)? to|acknowledge|silence) (?:\\w+ ){0,3}(?:alerts?|alarms?)',
  'when (?:you are|you re|you get|getting) paged',
  '(?:este|esta|o|el|la) (?:alerta|alarma|alarme)',
  '(?:cette|l) alerte',
  '(?:dieser|der) (?:alarm|alert)',
  '(?:цей|этот) (?:алерт|сигнал)',
  'アラートが',
  'アラート(?:を|の)?(?:受信|発報|発生)',
  '告警',
]);

/** Words of people on duty; each matched once. */
const dutyWord = anyOf(
  [
    'alert(?:s|ing|manager)?',
    'alarms?',
    'pager(?:duty)?',
    'on call',
    'oncall',
    'on-call',
    'escalat(?:e|ed|ion|ing)',
    'incidents?',
    'outages?',
    'downtime',
    'dashboards?',
    'grafana',
    'kibana',
    'triage',
    'runbooks?',
    'playbooks?',
    'roll ?back',
    'restart(?:ed|ing)?',
    'maintenance window',
    'second line',
    '2nd line',
    'escalonamento',
    'plantao',
    'alertas?',
    'guardia',
    'astreinte',
    'alerte',
    'rufbereitschaft',
    'bereitschaft',
    'чергов(?:ий|ого|ому)',
    'дежурн(?:ый|ого|ому)',
    '当番',
    'アラート',
    'エスカレーション',
    '復旧',
    '再起動',
    '切り戻し',
    '障害',
  ],
  'g',
);

const systemWord = anyOf(
  [
    'clusters?',
    'nodes?',
    'pods?',
    'hosts?',
    'servers?',
    'instances?',
    'replicas?',
    'replication',
    'database',
    'backups?',
    'snapshots?',
    'disks?',
    'volumes?',
    'memory',
    'cpu',
    'latency',
    'queues?',
    'production',
    'staging',
    'certificates?',
    'secrets?',
    'credentials?',
    'dns',
    'load balancers?',
    'firewall',
    'logs',
    'prod',
    'fleet',
  ],
  'g',
);

const operatorCommand =
  /(?:^|[\n|;&$(]|\$\s|#\s|>\s)[^\S\n\r\u2028\u2029]*(?:sudo|kubectl|oc|helm|ssh|scp|psql|mysql|redis-cli|aws|gcloud|gsutil|az|bosh|cf|fly|terraform|ansible(?:-playbook)?|systemctl|journalctl|service|knife|ceph|etcdctl|vault|consul|nomad|dig|nslookup|openssl|top|ps|kill|df|du|lsof|netstat|ss|iptables|tail|grep|curl|flux|velero|istioctl|rabbitmqctl|virtctl|promql|docker (?:restart|logs|exec|ps|stop)|docker[- ]compose (?:restart|logs|exec|ps|stop|down)|gitlab-ctl|pg_\w+|mongo(?:sh|dump|restore)?)\s/;
const operatorLanguage = /^(?:promql|logql|psql|sql|mysql|kusto|kql|cypher)\b/;

function isOperatorCommand(block: Block): boolean {
  return operatorLanguage.test(block.language ?? '') || operatorCommand.test(block.text.slice(0, 4000));
}

/** Turns of phrase of someone who tells what happened; each counts once. */
const accounts = [
  /\bwe (?:experienced|suffered|had|saw|observed|noticed|were alerted|received) (?:\w+ ){0,4}(?:outages?|incidents?|downtime|disruptions?|degradation|errors?|issues?|reports?|alerts?)\b/,
  /\b(?:users?|customers?|clients?|requests?|visitors|services?|sites?) (?:were|was|could ?n.?t|could not|experienced|saw|reported|started|had been|failed)\b/,
  /\broot cause\b|\bcaused by\b|\bthe cause (?:was|of)\b/,
  /\bwas (?:restored|resolved|mitigated|rolled back|reverted|fixed|identified|discovered|deployed|restarted|detected)\b/,
  /\bwe (?:apologi[sz]e|are sorry|sincerely)\b/,
  /\b(?:began|started|ended|occurred|resolved) (?:at|on|around) (?:approximately |about )?(?:\d|january|february|march|april|may|june|july|august|september|october|november|december)/,
  /\b(?:at|around|by|until|from|between) ~?\d{1,2}[:.h]\d{2}\b/,
  /\b(?:for|lasted|took|about|approximately|roughly) (?:about |approximately )?\d+ ?(?:minutes?|mins?|hours?|hrs?|days?)\b/,
  /\blessons? learn(?:ed|t)\b|\bwent (?:well|wrong)\b|\bgot lucky\b/,
  /\bto (?:prevent|avoid) (?:this|it|a recurrence|such|similar|these|future)\b|\b(?:going|moving) forward\b/,
  /\bon(?: \w+,?)? (?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\bon \d{4}-\d{2}-\d{2}\b/,
  anyOf(['foi (?:restaurad|resolvid|corrigid|identificad|revertid|causad)[oa]', 'ficou (?:fora do ar|indisponivel)']),
  anyOf(['fue (?:restaurad|resuelt|corregid|identificad|revertid|causad)[oa]', 'quedo (?:caid|fuera)\\w*']),
  anyOf(['a ete (?:retabli|resolu|corrige|identifie|detecte|cause)e?', 'etait (?:indisponible|inaccessible)']),
  anyOf(['wurde (?:behoben|wiederhergestellt|entdeckt|festgestellt|zuruckgerollt)', 'war nicht erreichbar']),
  anyOf(['було (?:відновлено|виправлено|виявлено)', 'был[ои]? (?:восстановлен|исправлен|обнаружен)\\w*']),
  anyOf(['が発生し', '発生した', '発生しました', '復旧し(?:た|ました)', '原因は', '判明した', '判明しました']),
];

/** Brackets, not of a link, with what is to be written in their place; and patterns of dates and times. */
const prompts = [
  /\[[^\]\n]{0,60}?\b(?:name|names|date|time|title|description|describe|brief|number|link|yyyy|person|owner|explain|insert|your|nome|data|hora|tempo|descri\w*|responsavel|fecha|nombre|titre|datum|beschreib\w*)\b[^\]\n]{0,60}\](?![([:])/gi,
  /\[[A-Z][A-Z0-9_ ÁÀÂÃÉÊÍÓÔÕÚÇ]{3,60}\](?![([:])/g,
  /\b(?:HH:MM|YYYY-MM-DD|hh:mm|yyyy-mm-dd|YYYY\/MM\/DD|DD\/MM\/YYYY)\b/g,
];

const explanation = anyOf([
  '(?:this|the) (?:document|page|article|guide|post|section|tutorial|chapter) (?:\\w+ )?(?:tries to explain|explains|discusses|defines|introduces|outlines our|describes (?:our|the (?:architecture|design|process|roles?|tasks and duties)|how (?:we|the|our)))',
  'in this (?:tutorial|article|blog post|post|chapter)',
  'you will learn',
  'learning objectives',
  'we define an? \\w+ as',
]);

/** Common words of the languages whose instructions `instruction` knows. */
const knownLanguage =
  /(?<![\p{L}])(?:the|this|with|and|for|is|are|que|para|como|los|las|der|die|und|les|des|une|est|або|та|для|или|если|やって|する|します|です)(?![\p{L}])|[ぁ-ん]/u;

/** What stands before the verb of an instruction: "Then", "Please", "You should". */
const lead =
  /^(?:(?:\d+[.)]|step \d+:?|please|then|now|first(?:ly)?|second(?:ly)?|next|finally|also|and|otherwise|either|always|simply|just|manually|immediately|temporarily|carefully|optionally|alternatively|again|you (?:can|could|should|must|may|might|need to|have to|will need to|may need to|want to)|be sure to|try to|remember to|dont|don't|do not|never)[\s,:]+){0,3}/;
const condition =
  /^(?:if|in|to|on|once|when|after|before|for|from|using|with|as|at|by|under|within|while|unless|because|since|depending|se|para|si|quando|cuando|quand|pour|wenn|um|якщо|если)\s[^,\n]{1,110},\s*/;

const verbs = [
  // English
  'access|acknowledge|add|adjust|analy[sz]e|apply|approve|ask|assign|assess|attach|avoid|back up|backup',
  'block|boot|call|cancel|capture|change|check|choose|clean|clear|click|close|collect|commit|communicate',
  'compare|configure|confirm|connect|consider|contact|contain|copy|cordon|correlate|create|cut|debug',
  'decrease|delete|deploy|describe|destroy|detach|determine|disable|disconnect|document|download|drain',
  'edit|enable|ensure|enter|escalate|establish|evaluate|examine|execute|expand|export|extend|fail ?over',
  'fetch|fill|filter|find|fix|flush|follow|force|generate|get|go|grant|identify|import|increase|inform',
  'inspect|install|investigate|isolate|keep|kill|launch|list|locate|log|look|lower|make|manage|mark',
  'merge|migrate|mitigate|monitor|move|navigate|notify|observe|obtain|open|pause|perform|post|prepare',
  'preserve|press|promote|provide|provision|pull|purchase|purge|push|put|quarantine|query|raise|re-?run',
  're-?start|re-?deploy|reboot|rebuild|recover|recreate|redirect|reduce|refer|remove|rename|renew|repeat',
  'replace|report|request|reset|resize|resolve|restart|restore|resume|retrieve|retry|return|revert',
  'review|revoke|roll|rollback|rotate|run|save|scale|scan|schedule|search|select|send|set|shut|sign',
  'silence|snapshot|ssh|start|stop|submit|suspend|switch|tail|take|terminate|test|throttle|trigger',
  'troubleshoot|try|tune|turn|unblock|undo|update|upgrade|upload|use|validate|verify|view|visit|wait',
  'warn|watch|write',
  // Portuguese
  'abr(?:a|ir)|acesse|acessar|acion(?:e|ar)|aguard(?:e|ar)|ajust(?:e|ar)|analis(?:e|ar)|atualiz(?:e|ar)',
  'audit(?:e|ar)|aument(?:e|ar)|avis(?:e|ar)|bloque(?:ie|ar)|busque|chequ?e|checar|classifi(?:que|car)',
  'colet(?:e|ar)|compar(?:e|ar)|comuni(?:que|car)|confir(?:me|mar)|congelar|consult(?:e|ar)|copi(?:e|ar)',
  'cri(?:e|ar)|defin(?:a|ir)|desabilit(?:e|ar)|desativ(?:e|ar)|desligu?(?:e|ar)|encerr(?:e|ar)',
  'escal(?:e|ar)|escame|execut(?:e|ar)|garant(?:a|ir)|habilit(?:e|ar)|identifi(?:que|car)|inici(?:e|ar)',
  'investig(?:ue|ar)|isol(?:e|ar)|limp(?:e|ar)|monitor(?:e|ar)|notifi(?:que|car)|par(?:e|ar)|reativar',
  'reduz(?:a|ir)|registr(?:e|ar)|reinici(?:e|ar)|remov(?:a|er)|renov(?:e|ar)|repet(?:ir)|reproduza',
  'reset(?:e|ar)|restabelecer|restaur(?:e|ar)|revert(?:a|er)|revis(?:e|ar)|revo(?:gue|gar)|rode',
  'rotacion(?:e|ar)|suba|test(?:e|ar)|troque|us(?:e|ar)|valid(?:e|ar)|verifi(?:que|car)|volt(?:e|ar)',
  // Spanish
  'abr[ae]|acced[ae]|actualic[ea]|actualizar|añad[ae]|asegur[ea]|avis[ae]|busc[ae]|busque|comprueb[ae]',
  'comprobar|confirm[ae]|consult[ae]|contact[ae]|cre[ae]|deten(?:er|ga)|ejecut[ae]|ejecutar|elimin[ae]',
  'eliminar|escal[ae]|esper[ae]|inici[ae]|iniciar|notifi(?:ca|que)|reinici[ae]|reiniciar|restaur[ae]',
  'restaurar|revis[ae]|revisar|rot[ae]|verific[ae]|verificar|vuelv[ae]',
  // French
  'arret(?:er|ez)|attend(?:re|ez)|augment(?:er|ez)|bascul(?:er|ez)|cliqu(?:er|ez)|confirm(?:er|ez)',
  'connect(?:er|ez)|consult(?:er|ez)|contact(?:er|ez)|cre(?:er|ez)|demarr(?:er|ez)|desactiv(?:er|ez)',
  'execut(?:er|ez)|identifi(?:er|ez)|lanc(?:er|ez)|mett(?:re|ez)|notifi(?:er|ez)|ouvr(?:ir|ez)',
  'preven(?:ir|ez)|redemarr(?:er|ez)|relanc(?:er|ez)|remplac(?:er|ez)|restaur(?:er|ez)|s assurer|assurez',
  'supprim(?:er|ez)|verifi(?:er|ez)|vid(?:er|ez)',
  // German
  'prufe(?:n sie)?|uberprufe(?:n sie)?|starte(?:n sie)?|stoppe(?:n sie)?|offne(?:n sie)?|warte(?:n sie)?',
  'fuhre(?:n sie)?|stelle(?:n sie)?|benachrichtige(?:n sie)?|losche(?:n sie)?|kontaktiere(?:n sie)?',
  'melde(?:n sie)?|informiere(?:n sie)?|erstelle(?:n sie)?|verbinde(?:n sie)?|sichere(?:n sie)?',
  // Ukrainian and Russian
  'відкрийте|відкрити|видаліть|видалити|виконайте|виконати|вимкніть|відновіть|відновити|дочекайтес[ья]',
  'зачекайте|запустіть|запустити|зверніться|збільште|зупиніть|зупинити|переведіть|перевірте|перевірити',
  'перезапустіть|перезапустити|переконайтес[ья]|повідомте|повідомити|створіть|увімкніть|увійдіть',
  'восстановите|выполните|дождитесь|запустите|обратитесь|остановите|откройте|перезапустите|проверьте',
  'проверить|сообщите|создайте|увеличьте|удалите|убедитесь',
];
const instruction = anyOf([`(?:${verbs.join('|')})`], 'y');

/** Instructions that show at their end: German infinitives, Japanese verbs. */
const lateInstruction = new RegExp(
  `(?:${[
    '(?:prufen|uberprufen|starten|neustarten|ausfuhren|stoppen|offnen|warten|sicherstellen|benachrichtigen|loschen|wiederherstellen|erstellen|einspielen|anlegen|umschalten|melden|informieren|abwarten|kontrollieren)',
    '(?:する|します|してください|ください|すること|せよ|を確認|を実行|再起動|停止|通知|連絡|無効化|ロック|切り戻す|切り替える|戻す|行う|待つ|開く|調べる|見る)',
    '(?:检查|确认|执行|重启|联系|通知).{0,40}',
  ]
    .map(withoutAccents)
    .join('|')})[。.!！)）]?$`,
  'u',
);

function countInstructions(text: string): number {
  let count = 0;
  for (const sentence of text.split(/\n|(?<=[.!?:;。])\s+|(?<=。)/u)) {
    count += isInstruction(sentence) ? 1 : 0;
  }
  return count;
}

function isInstruction(sentence: string): boolean {
  const bare = sentence
    .slice(0, 400)
    .replace(/[*_`~"“”]+/g, '')
    .replace(/^[\s\p{P}\p{S}]+/u, '')
    .trimEnd();
  if (bare.length < 4) {
    return false;
  }
  const clause = bare.replace(condition, '').replace(lead, '');
  instruction.lastIndex = 0;
  return instruction.test(clause) || lateInstruction.test(bare);
}

function countPrompts(text: string): number {
  const places = prompts.flatMap((pattern) => [...text.matchAll(pattern)].map(({ index }) => index));
  return new Set(places).size;
}

function distinct(text: string, pattern: RegExp): number {
  return new Set([...text.matchAll(pattern)].map(([word]) => word.replace(/e?s$/, ''))).size;
}

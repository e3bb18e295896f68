/**
 * Text that chat programs and pagers write around messages, in the languages of their menus: names of days, marks of
 * people and messages, and lines that report no event. Patterns for `record/timeline/import`; only single characters
 * repeat, so time stays linear.
 */

/** The day on which a copy is made, before a clock or alone. */
export const todayWord =
  /^(?:today|heute|aujourd['’]hui|hoy|hoje|oggi|vandaag|i ?dag|dzisiaj|dziś|сегодня|сьогодні|今日|今天|오늘)(?![\p{L}\p{N}])/iu;
/** The day before. */
export const yesterdayWord =
  /^(?:yesterday|gestern|hier|ayer|ontem|ieri|gisteren|i ?går|wczoraj|вчера|вчора|昨日|昨天|어제)(?![\p{L}\p{N}])/iu;
/** Between a day and a clock, in languages that the grammar of times reads otherwise: "ieri alle 10:05", "i går kl. 10:05". */
export const beforeClock = /(?<=\p{L},?\s{1,3})(?:alle(?: ore)?|à|kl\.?|o|в|о|om|um|a las?|às)\s{1,3}(?=\d)/iu;

/** The mark of a program beside its name. */
export const appMark = /^(?:app|appli|aplicación|aplicativo|bot|workflow|アプリ|ワークフロー|앱|应用|應用程式)$/iu;
export const appMarkBehind =
  /[\s,(·]{1,3}(?:APP|APPLI|APLICACIÓN|APLICATIVO|BOT|WORKFLOW|アプリ|ワークフロー|앱|应用|應用程式)\)?$/u;
/** The mark of a guest beside a name. */
export const guestMark =
  /\s?\((?:guest|gast|invité[e]?|invitado|invitada|convidado|convidada|ospite|ゲスト|게스트|来宾|來賓|external|extern)\)$/iu;

/** At the end of a message that was changed. */
export const editedMark =
  /\s?[(（](?:edited|bearbeitet|modifié|editado|modificato|bewerkt|redigerad|edytowano|изменено)[)）]$|\s?[(（](?:編集済み|편집됨|已编辑|已編輯)[)）]$/iu;

/** Whole lines around messages: replies, threads, buttons, reactions, marks of what is new. */
export const chatFurniture = [
  /^(?:new|neu|nouveau|nuevo|nuovo|novo|nieuw|新着|新しい|새로운|新)(?: messages?| nachrichten)?$/iu,
  /^\d{1,3}\s?(?:件の返信|개의 (?:댓글|답글)|[則条條]\s?(?:回覆|回复))$|^(?:답글|댓글)\s?\d{1,3}개$/u,
  /^\d{1,3} (?:repl(?:y|ies)|antwort(?:en)?|réponses?|respuestas?|respostas?|rispost[ae]|antwoord(?:en)?|reacties?|svar|odpowiedzi|ответ(?:а|ов)?)(?: .{0,60})?$/iu,
  /^(?:last reply|letzte antwort|dernière réponse|última respuesta|última resposta|ultima risposta|laatste (?:antwoord|reactie)|最終返信|最後の返信|마지막 (?:댓글|답글)|最後回覆|最后回复).{0,60}$/iu,
  /^(?:view|show|see|open) (?:thread|message|all|more|less|newer replies|\d+ more repl\p{L}+)$|^(?:thread anzeigen|voir le fil|ver (?:el )?hilo|ver (?:a )?conversa|visualizza thread|スレッドを表示する?|스레드 보기|mehr anzeigen|afficher plus|ver más|ver mais|show more)$/iu,
  /^(?:also sent (?:to|as)|replied to a thread|auch an (?:den )?(?:channel|#)|hat auf einen thread geantwortet|également envoyé|a répondu à un fil|también (?:se )?(?:envió|enviado)|respondió a un hilo|também enviad[oa]|respondeu a uma conversa|inviato anche|ha risposto a un thread|チャンネルにも(?:投稿|送信)|スレッドに返信しました).{0,120}$/iu,
  /^(?:pinned by|saved for later|added by|only visible to you|set yourself|has context menu|reply|react|reply in thread|translate|like|delivered|seen|edited|bearbeitet|antworten|répondre|responder|rispondi|beantwoorden|返信|답장)(?: .{0,60})?$/iu,
  /^\d{1,3}? ?(?:(?:like|heart|laugh|surprised|sad|angry)(?: reactions?)?|gefällt mir(?:-reaktion(?:en)?)?)\.?$/iu,
];

/**
 * Texts of messages that report no event, at the start of a message or as a whole: somebody came or left, a topic was
 * set, a program sent a reminder.
 */
export const chatNoise = [
  /^(?:has |have )?(?:joined|left) (?:#|the (?:channel|chat|meeting|conversation|call|huddle)|this (?:channel|chat))|^(?:was |were )(?:added|invited|removed) (?:to|from|by) |^(?:set|changed|updated|cleared) the (?:channel|conversation|group)(?:['’]s)? (?:topic|description|purpose|name)|^renamed the (?:channel|group|chat)|^(?:un)?pinned (?:a message|an item)|^archived the channel|^added an integration|^(?:started|ended) a (?:huddle|call|meeting)|^a huddle (?:happened|started)|(?:was|were) added to (?:the|this) (?:chat|team|channel)/iu,
  /^(?:ist|hat) .{0,60}(?:beigetreten|verlassen)|^wurde .{0,60}hinzugefügt|^hat das (?:thema|ziel) |^hat .{0,60}hinzugefügt\.?$/iu,
  /^a (?:rejoint|quitté) |^a été ajouté|^a défini le sujet|^se (?:unió|ha unido) |^(?:salió|abandonó) |^fue añadid|^(?:entrou|saiu) (?:em|no|do|de) |^foi adicionad|^si è unit[oa] |^è (?:entrat|uscit)|^ha (?:abbandonato|impostato)/iu,
  /(?:に|が)参加しました|から退出しました|トピックを設定|님이 .{0,60}(?:참여|참가)|(?:에|에서) (?:참여|참가|나갔)|^加入了?|^已加入|退出了?(?:频道|頻道)/u,
  /^(?:friendly )?(?:reminder|erinnerung|rappel|recordatorio|lembrete|promemoria|herinnering|リマインダー|리마인더|提醒)\b.{0,2}[:：]/iu,
  /^(?:reminder|erinnerung|リマインダー)\b/iu,
];

/** Between the words of a name: "Anna van der Berg". */
export const nameParticles = new Set(
  'de|da|do|dos|das|di|del|della|der|den|van|von|vom|zu|zum|la|le|el|al|bin|bint|ibn|y|e|ter|ten|af|av'.split('|'),
);

/** Names of columns and fields, best first; compared in lower case, with spaces for what joins their words. */
export const exportColumns = {
  time: 'occurred at|created at|created on|createdat|timestamp|datetime|date time|date/time|date and time|event time|log time|time utc|ts|time|triggered at|started at|start time|sent at|posted at|uhrzeit|zeit|zeitpunkt|zeitstempel|erstellt am|heure|horodatage|hora|fecha y hora|data e hora|ora|tijd|tijdstip|时间|時間|時刻|日時|시간|시각|время|czas|tid',
  day: 'date|day|datum|tag|jour|fecha|día|data|dia|giorno|dag|日付|日期|날짜|дата',
  person:
    'who|author|user|user name|username|real name|name|display name|agent|sender|from|actor|person|owner|responder|acknowledged by|by|member|wer|autor|autorin|benutzer|absender|von|qui|auteur|utilisateur|quién|quien|usuario|quem|autore|utente|chi|wie|gebruiker|谁|作者|用户|誰|担当|担当者|投稿者|발신자|작성자|автор|кто',
  text: 'what|event|message|text|summary|description|content|body|note|notes|log|entry|details|title|comment|activity|subject|was|ereignis|nachricht|beschreibung|inhalt|quoi|événement|évènement|qué|evento|mensaje|descripción|mensagem|descrição|o que|cosa|messaggio|descrizione|gebeurtenis|bericht|omschrijving|内容|事件|消息|出来事|イベント|メッセージ|내용|메시지|событие|сообщение|wydarzenie|händelse',
} as const;

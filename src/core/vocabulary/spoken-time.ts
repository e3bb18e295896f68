/** Words of a time as people type it into a box: sticky patterns for all languages, for `time/`. Only single characters repeat. */

/** Each day by its name, counted from today: "yesterday" is -1. */
export const namedDays: ReadonlyArray<readonly [days: number, names: RegExp]> = [
  [
    -2,
    /(?:vorgestern|avant-hier|anteayer|anteontem|l'altro ieri|eergisteren|позавчера|一昨日|前天)(?![\p{L}\p{N}])/iuy,
  ],
  [
    -1,
    /(?:yesterday|gestern|hier|ayer|ontem|ieri|gisteren|ig[åa]r|i g[åa]r|wczoraj|вчера|вчора|昨日|昨天|어제)(?![\p{L}\p{N}])/iuy,
  ],
  [
    0,
    /(?:today|tonight|heute|aujourd['’]hui|hoy|hoje|oggi|vandaag|idag|i dag|dzisiaj|dzi[śs]|сегодня|сьогодні|今日|今天|오늘)(?![\p{L}\p{N}])/iuy,
  ],
  [
    1,
    /(?:tomorrow|morgen|demain|ma[ñn]ana|amanh[ãa]|domani|imorgon|i morgon|jutro|завтра|明日|明天|내일)(?![\p{L}\p{N}])/iuy,
  ],
  [
    2,
    /(?:[üu]bermorgen|apr[èe]s-demain|pasado ma[ñn]ana|depois de amanh[ãa]|dopodomani|overmorgen|pojutrze|послезавтра|明後日|后天|모레)(?![\p{L}\p{N}])/iuy,
  ],
];

export const nowWords =
  /(?:now|jetzt|maintenant|ahora|agora|adesso|nu|teraz|сейчас|зараз|今|现在|지금)(?![\p{L}\p{N}])/iuy;

/** Before a weekday: the one to come, and the one before. */
export const nextWords =
  /(?:next|this coming|coming|n[äa]chste[nrm]?|kommende[nrm]?|prochaine?|pr[óo]xim[oa]|prossim[oa]|volgende|n[äa]sta|следующ\p{L}{2,3}) (?=\p{L})/iuy;
export const lastWords = /(?:last|past|letzte[nrm]?|vorige[nrm]?|vorige|laatste|f[öo]rra|прошл\p{L}{2,3}) (?=\p{L})/iuy;

/** Around a length of time: "2 h ago", "vor 2 h"; "in 2 weeks", "2 weeks from now". */
export const agoBefore = /(?:vor|il y a|hace|h[áa]) (?=[\p{L}\d])/iuy;
export const agoBehind = /\s?(?:ago|earlier|fa|geleden|atr[áa]s|temu|sedan|назад|тому|前|전)(?![\p{L}\p{N}])/iuy;
export const laterBefore = /(?:in|dans|en|em|tra|fra|over|om|za|через) (?=[\p{L}\d])/iuy;
export const laterBehind = /\s?(?:from now|hence|later|sp[äa]ter|plus tard|後|后|후)(?![\p{L}\p{N}])/iuy;
/** One, before a length of time: "an hour ago". */
export const oneWords = /(?:an?|eine[nrm]?|une?|una?|um|uma|een|en|ett)(?=\s)/iuy;

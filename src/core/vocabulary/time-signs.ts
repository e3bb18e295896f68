/**
 * Words and signs of days and times that need special rules: sticky patterns for all languages, for `time/`. Only single characters
 * repeat, so time stays linear.
 */

/** "10時20分", "10时", "10시 20분"; "10時間" is a length of time. */
export const clockSigns =
  /(\d{1,2})\s?(?:[時时시](?!間|间|간)|[点點](?:[钟鐘整](?!\p{L})|(?=\s?\d)|(?![\p{L}\p{N}])))(?:\s?(\d{1,2})\s?[分분](?!間|间|간)(?:\s?(\d{1,2})\s?[秒초])?|(半))?(?:頃|ごろ)?/uy;
/** Before a clock: the half of the day. The first group is the morning. */
export const halfOfDay = /(午前|上午|오전|[Aa]\.?[Mm]\.?)\s?(?=\d)|(?:午後|下午|오후|[Pp]\.?[Mm]\.?)\s?(?=\d)/y;
/** The words for both halves of the day. */
export const halves: ReadonlyArray<readonly [morning: string, afternoon: string]> = [
  ['午前', '午後'],
  ['上午', '下午'],
  ['오전', '오후'],
];
/** "2024年3月5日", and "3月5日〜6日". */
export const daySigns =
  /(?:((?:19|20)\d{2})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号](?:\s?[-–—~〜～から]{1,2}\s?(?:(\d{1,2})\s?[月월]\s?)?(\d{1,2})\s?[日일号])?/y;
/** "10:40頃", "11:05過ぎ", "10:40쯤". */
export const aboutBehind = /\s?(?:頃|ごろ|過ぎ|すぎ|前後|左右|쯤|경(?=\s))/y;
/** The same anywhere in a time. */
export const aboutInside = /~|頃|ごろ|過ぎ|すぎ|前後|左右|쯤|경/;
/** A year and a month without a day. */
export const yearAndMonth = /((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月(?!\s?\d)/;
/** Between two days: "5–6 March", "5 and 6 March", as a part of a pattern. */
export const betweenDays =
  '(?:[-–—−~〜～/&+]|\\.{2,3}|to|and|until|thru|through|bis|und|au|et|al?|y|até|e|al|ed|tot|en)';
/** Before the first of two days. */
export const beforeDays =
  /(?:from|between|du|del?|vom|von|zwischen|entre|dal|van|le|am|on)\s+(?:the\s+)?(?=[\d\p{L}])/iuy;

/** "next day", "two days later", "the day before", "same day", "+1d", "T+1" and "Day 2"; the groups hold numbers. */
export const nextDay =
  /(?:(?:on\s)?(?:the\s)?(?:next|following)\s(?:day|morning|afternoon|evening|night)|(?:the\s)?(?:day|morning)\safter|(?:am\s)?(?:n[äa]chste[nr]?|folgende[nr]?)\s(?:tage?s?|morgen)|(?:am\s)?tags?\sdarauf|(?:am\s)?folgetage?s?|le\slendemain(?:\smatin)?|lendemain|le\sjour\ssuivant|(?:al|el)\sd[ií]a\ssiguiente|d[ií]a\ssiguiente|(?:no\s)?dia\sseguinte|(?:il\s)?giorno\s(?:dopo|seguente|successivo)|(?:de\s)?volgende\s(?:dag|ochtend)|de\sdag\s(?:erna|daarna)|翌日|翌朝|次の日|次日|第二天|다음\s?날|익일)(?![\p{L}\p{N}])/iuy;
export const daysLater =
  /(\d{1,2}|[a-z]{2,5})\s(?:days?\slater|tage?\ssp[äa]ter|jours?\splus\stard|d[ií]as?\s(?:despu[ée]s|depois)|日後)(?![\p{L}\p{N}])/iuy;
export const dayBefore =
  /(?:(?:on\s)?(?:the\s)?(?:previous|prior)\s(?:day|evening|night|morning)|(?:the\s)?(?:day|evening|night)\sbefore|(?:am\s)?vortage?s?|la\sveille|d[ií]a\santerior|前日|전날)(?![\p{L}\p{N}])/iuy;
export const sameDay =
  /(?:(?:on\s)?(?:the\s)?same\sday|(?:am\s)?(?:selben|gleichen)\stage?|(?:le\s)?m[êe]me\sjour|(?:el\s)?mismo\sd[ií]a|(?:no\s)?mesmo\sdia|同日|같은\s?날)(?![\p{L}\p{N}])/iuy;
export const dayShift =
  /\+\s?(\d{1,2})\s?(?:d(?:ays?)?|tage?|j(?:ours?)?|日)(?![\p{L}\p{N}])|\+(\d)(?=[\s)\]:,;–—]|$)/iuy;
export const dayOffset = /[TD]\s?\+\s?(\d{1,2})(?:\s?d(?:ays?)?)?(?![\d:.\p{L}]|\s?(?:m|min|h|s|hr|sec)\p{L}*)/uy;
export const dayNumber =
  /(?:day|tag|jour|d[ií]a|giorno|dag)\s?#?(\d{1,2}|(?<=\s)\p{L}{2,7})(?![\p{L}\p{N}]|[.:]\d)|(\p{L}{4,7})\sday(?![\p{L}\p{N}])|(\d{1,2})\s?(?:日目|일차)|第(\d{1,2})天/iuy;

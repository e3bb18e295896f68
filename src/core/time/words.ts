import { folded } from './sticky.ts';

/**
 * Months and weekdays by language, from January and from Monday on: groups joined with `|`, the names of each joined with `,`, the full one
 * first. In lower case and without accents.
 */
const months = [
  'january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug|september,sept,sep|october,oct|november,nov|december,dec',
  'januar,janner|februar,feber|marz,mrz|april|mai|juni|juli|august|september|oktober,okt|november|dezember,dez',
  'janvier,janv|fevrier,fevr|mars|avril,avr|mai|juin|juillet,juil|aout|septembre|octobre|novembre|decembre',
  'enero,ene|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre,setiembre|octubre|noviembre|diciembre,dic',
  'janeiro|fevereiro,fev|marco|abril,abr|maio|junho|julho|agosto,ago|setembro,set|outubro,out|novembro|dezembro',
  'gennaio,gen|febbraio,febb|marzo|aprile|maggio,mag|giugno,giu|luglio,lug|agosto|settembre,sett|ottobre,ott|novembre|dicembre',
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia',
  'januari|februari|maart,mrt|april|mei|juni|juli|augustus|september|oktober|november|december',
];
const weekdays = [
  'monday,mon|tuesday,tues,tue|wednesday,weds,wed|thursday,thurs,thur,thu|friday,fri|saturday,sat|sunday,sun',
  'montag,mo|dienstag,di|mittwoch,mi|donnerstag,do|freitag,fr|samstag,sa|sonntag,so',
  'lundi,lun|mardi|mercredi,mer|jeudi,jeu|vendredi,ven|samedi,sam|dimanche,dim',
  'lunes|martes,mar|miercoles,mie|jueves,jue|viernes,vie|sabado,sab|domingo,dom',
  'segunda-feira,segunda,seg|terca-feira,terca,ter|quarta-feira,quarta,qua|quinta-feira,quinta,qui|sexta-feira,sexta,sex|sabado|domingo',
  'lunedi|martedi|mercoledi|giovedi,gio|venerdi|sabato|domenica',
  'maandag,ma|dinsdag|woensdag,wo|donderdag|vrijdag,vr|zaterdag,za|zondag,zo',
  'mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag',
  'poniedziałek|wtorek|sroda|czwartek|piatek|sobota|niedziela',
  'понедельник,пн|вторник,вт|среда,ср|четверг,чт|пятница,пт|суббота,сб|воскресенье,вс',
  '月曜日,月曜,月|火曜日,火曜,火|水曜日,水曜,水|木曜日,木曜,木|金曜日,金曜,金|土曜日,土曜,土|日曜日,日曜,日',
  '星期一,周一|星期二,周二|星期三,周三|星期四,周四|星期五,周五|星期六,周六|星期日,周日,星期天',
  '월요일,월|화요일,화|수요일,수|목요일,목|금요일,금|토요일,토|일요일,일',
];

const monthOf = numbered(months);
const weekdayOf = numbered(weekdays);
/** The names that stand for a day without any clock beside them; short ones are parts of speech in some language. */
const fullWeekdays = new Set(
  weekdays.flatMap((names) => names.split('|').map((group) => group.split(',', 1)[0] ?? '')),
);

/** Names of months that are also common words: they are months only where a year follows. */
const commonWords = new Set(['out', 'set', 'ago', 'gen', 'mag']);

/** The number of a month, 1 to 12, by its name in any of the languages; undefined for other words. */
export function monthNamed(word: string): number | undefined {
  return monthOf.get(folded(word));
}

/** Whether the name of a month is an ordinary word too, so that it needs a year to be a month. */
export function isCommonWord(word: string): boolean {
  return commonWords.has(folded(word));
}

/** The number of a weekday, 1 for Monday to 7 for Sunday, by its name in any of the languages; undefined for other words. */
export function weekdayNamed(word: string): number | undefined {
  return weekdayOf.get(folded(word)) ?? weekdayOf.get(word);
}

/** Whether a weekday's name is written out, so that it speaks for itself. */
export function isFullWeekday(word: string): boolean {
  return fullWeekdays.has(folded(word)) || fullWeekdays.has(word);
}

/** Numbers in words, from one on, in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const counts = [
  'one|eins|un|uno|um|een first',
  'two|zwei|deux|dos|dois|due|twee second',
  'three|drei|trois|tres|tre|drie third',
  'four|vier|quatre|cuatro|quatro|quattro fourth',
  'five|funf|cinq|cinco|cinque|vijf fifth',
].map((names) => names.split(/[| ]/));

/** What a number says, in digits or as a word up to five; undefined for other words. */
export function countNamed(word: string): number | undefined {
  const at = counts.findIndex((names) => names.includes(folded(word)));
  return /^\d+$/.test(word) ? Number(word) : at === -1 ? undefined : at + 1;
}

function numbered(languages: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    languages.flatMap((names) =>
      names.split('|').flatMap((group, index) => group.split(',').map((name) => [folded(name), index + 1] as const)),
    ),
  );
}

import type { TimeWords } from './language.ts';

/** Months and weekdays in languages of which nothing else is read, in the order of Italian, Dutch, Swedish, Polish, Russian, Chinese and Korean. */
export const furtherCalendars: ReadonlyArray<Partial<Pick<TimeWords, 'months' | 'weekdays'>>> = [
  {
    months:
      'gennaio|febbraio,febb|marzo|aprile|maggio|giugno,giu|luglio,lug|agosto|settembre,sett|ottobre,ott|novembre|dicembre',
    weekdays: 'lunedì|martedì|mercoledì|giovedì,gio|venerdì|sabato|domenica',
  },
  {
    months: 'januari|februari|maart,mrt|april|mei|juni|juli|augustus|september|oktober|november|december',
    weekdays: 'maandag,ma|dinsdag,di|woensdag,wo|donderdag,do|vrijdag,vr|zaterdag,za|zondag,zo',
  },
  {
    months: 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
    weekdays: 'måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag',
  },
  {
    months: 'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
    weekdays: 'poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela',
  },
  {
    months: 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
    weekdays: 'понедельник,пн|вторник,вт|среда,ср|четверг,чт|пятница,пт|суббота,сб|воскресенье,вс',
  },
  { weekdays: '星期一,周一|星期二,周二|星期三,周三|星期四,周四|星期五,周五|星期六,周六|星期日,周日,星期天' },
  { weekdays: '월요일,월|화요일,화|수요일,수|목요일,목|금요일,금|토요일,토|일요일,일' },
];

/** Names of months that are also everyday words: "2 out of 3" is no date, and "2 out 2024" is one. */
export const monthsWithYear = '|||||||ago|set|out||';

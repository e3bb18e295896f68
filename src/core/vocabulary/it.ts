import { partial } from './partial.ts';

/** Italian; days alone. */
export const it = partial({
  code: 'it',
  time: {
    months:
      'gennaio|febbraio,febb|marzo|aprile|maggio|giugno,giu|luglio,lug|agosto|settembre,sett|ottobre,ott|novembre|dicembre',
    weekdays: 'lunedì|martedì|mercoledì|giovedì,gio|venerdì|sabato|domenica',
  },
});

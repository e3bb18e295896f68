import { partial } from './partial.ts';

/** Swedish; days alone. */
export const sv = partial({
  code: 'sv',
  time: {
    months: 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
    weekdays: 'måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag',
  },
});

import { partial } from './partial.ts';

/** Polish; days alone. */
export const pl = partial({
  code: 'pl',
  time: {
    months: 'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
    weekdays: 'poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela',
  },
});

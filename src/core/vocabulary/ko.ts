import { partial } from './partial.ts';

/** Korean; days alone. */
export const ko = partial({
  code: 'ko',
  time: {
    weekdays: '월요일,월|화요일,화|수요일,수|목요일,목|금요일,금|토요일,토|일요일,일',
  },
});

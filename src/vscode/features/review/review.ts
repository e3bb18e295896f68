// What reviews postmortems, as one bundle that loads on first use.
export { guide } from '../../../core/index.ts';
export { changeReviewStatus } from './change-status.ts';
export { scheduleRetrospective } from './schedule.ts';

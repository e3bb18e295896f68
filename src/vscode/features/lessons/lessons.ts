// What brings lessons from postmortems to runbooks, as one bundle that loads on first use.
export { addLessons } from './add-to-runbook.ts';
export { draftFromPostmortem } from './draft-runbook.ts';

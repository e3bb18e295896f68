import { anyOf, anyWord } from './words.ts';

/** Words of titles of runbooks. */
export const runbookTitle = anyWord(({ runbook }) => runbook);

/** A title that begins or ends with such a word is the document's own name: "Runbook: mail", "Mail runbook". */
export const selfNamed = /^(?:runbook|playbook|sop)\b|\b(?:runbook|playbook)$/;

/** Words of titles of postmortems. */
export const postmortemTitle = anyWord(({ postmortem }) => postmortem);

/** Words about an incident, for any kind of document. */
export const incidentTitle = anyWord(({ incident }) => incident);

/** A title that begins with a task: "Rotate the keys", "How to restore …", "Creating a cluster". */
export const taskTitle = anyWord(({ task }) => task);

/** A title that ends with the name of a task: "API key rotation". */
export const taskNoun = anyOf([
  '(?:rotation|fail ?over|failback|restore|restoration|recovery|rollback|renewal|rebalancing|reindexing|clean ?up|decommission(?:ing)?|upgrade|restart|rebuild|resync|procedure|backups?|drain|switchover|cut ?over|migration|deployment|maintenance|patching|checklist|account (?:set ?up|creation)|password reset|runs?)$',
]);

/** Tasks that are almost always operations tasks. */
export const operatorTask = anyWord(({ operatorTask: words }) => words);

/** Words that almost always name a fault. */
export const plainFault = anyWord(({ plainFault: words }) => words);

/** Words of a fault. */
export const faultTitle = anyWord(({ fault }) => fault);

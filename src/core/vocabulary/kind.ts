/** What a document is for. Templates, indexes, READMEs and everything unrelated are `other`. */
export type Kind = 'runbook' | 'postmortem' | 'other';

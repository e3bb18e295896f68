/** What stands in a text instead of a secret. */
export const removedSecret = '[secret removed]';

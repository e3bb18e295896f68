/** What an address of a tool shows: something with a time, or what only the tool knows. */
export type View = 'view' | 'short-link';

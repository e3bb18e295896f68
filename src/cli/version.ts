/** The version in package.json; a test holds them together. */
export const version = '0.1.0';

/** Where the project is at home; pages about rules are below it. */
export const home = 'https://github.com/runbook-lens/runbook-lens';

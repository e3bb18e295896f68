/** The version in package.json; a test compares them. */
export const version = '0.1.0';

/** Home of the project. The pages of rules are below it. */
export const home = 'https://github.com/runbook-lens/runbook-lens';

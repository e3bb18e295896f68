/** What is used of the library for git: with it a bundle of its own, which `door.ts` loads when it calls git for the first time. */
export { GitError, GitPluginError, simpleGit } from 'simple-git';

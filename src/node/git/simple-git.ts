/** The used part of the git library. `door.ts` loads this bundle at the first call. */
export { GitError, GitPluginError, simpleGit } from 'simple-git';

import { plainName } from './segment-problem.ts';

/** Folders whose files tools run or read: version control, hooks, jobs, editors, and instructions for assistants. */
const actingFolders = [
  '.git',
  '.hg',
  '.svn',
  '.bzr',
  '.jj',
  '.githooks',
  '.husky',
  '.lefthook',
  '.buildkite',
  '.circleci',
  '.drone',
  '.semaphore',
  '.teamcity',
  '.tekton',
  '.woodpecker',
  '.github/workflows',
  '.github/actions',
  '.github/agents',
  '.github/chatmodes',
  '.github/hooks',
  '.github/instructions',
  '.github/prompts',
  '.github/skills',
  '.gitea/workflows',
  '.forgejo/workflows',
  '.devcontainer',
  '.vscode',
  '.idea',
  '.zed',
  '.agents',
  '.amazonq',
  '.augment',
  '.claude',
  '.clinerules',
  '.codex',
  '.continue',
  '.cursor',
  '.gemini',
  '.junie',
  '.kiro',
  '.opencode',
  '.roo',
  '.windsurf',
];

/** Files that tools read in any folder: git, CI, this product, assistants. In lower case. */
const actingFiles = new Set([
  '.gitattributes',
  '.gitignore',
  '.gitmodules',
  '.mailmap',
  '.hgignore',
  '.gitlab-ci.yml',
  '.pre-commit-config.yaml',
  '.drone.yml',
  '.travis.yml',
  '.woodpecker.yml',
  '.envrc',
  '.runbook-lens.json',
  'agents.md',
  'agents.override.md',
  'claude.md',
  'claude.local.md',
  'copilot-instructions.md',
  'gemini.md',
  'qwen.md',
  'skill.md',
  '.clinerules',
  '.cursorrules',
  '.goosehints',
  '.roorules',
  '.windsurfrules',
]);

/**
 * Returns the folder in a path, or the path itself, whose files tools run or read; undefined if there is none. Documents are not created
 * there.
 */
export function actingFolderIn(segments: readonly string[]): string | undefined {
  const path = `/${segments.map(plainName).join('/')}/`;
  return actingFolders.find((folder) => path.includes(`/${folder}/`));
}

/** Returns whether tools read files with this name in any folder. Documents do not get such a name. */
export function isActingFile(name: string): boolean {
  return actingFiles.has(plainName(name));
}

import { plainName } from './segment-problem.ts';

/** Folders whose files are run or obeyed: those of version control, hooks, jobs, editors, and what assistants take as instructions. */
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

/** Files that are obeyed wherever they stand: by git, by jobs, by this product, and by assistants. In lower case. */
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

/** The folder in a path, or the path itself, whose files something runs or obeys, so that no document belongs there. */
export function actingFolderIn(segments: readonly string[]): string | undefined {
  const path = `/${segments.map(plainName).join('/')}/`;
  return actingFolders.find((folder) => path.includes(`/${folder}/`));
}

/** Whether something obeys files of this name in any folder, so that no document is called so. */
export function isActingFile(name: string): boolean {
  return actingFiles.has(plainName(name));
}

import { plainName } from './segment-problem.ts';

/** Folders whose files are run or obeyed: git's own, hooks, the jobs of a service, and what assistants take as instructions. */
const acting = [
  '.git',
  '.githooks',
  '.husky',
  '.circleci',
  '.buildkite',
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
  '.claude',
  '.codex',
  '.cursor',
  '.gemini',
];

/** The folder in a path, or the path itself, whose files something runs or obeys, so that no document belongs there. */
export function actingFolderIn(segments: readonly string[]): string | undefined {
  const path = `/${segments.map(plainName).join('/')}/`;
  return acting.find((folder) => path.includes(`/${folder}/`));
}

import { runCommand } from './run-command.ts';

/**
 * Installs packages with npm into `folder`, which must have a package.json, without install scripts. `args` are more
 * arguments of `npm install`, such as package names. Rejects if npm fails.
 */
export async function npmInstall(folder: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  await runCommand('npm', ['install', ...quiet, ...args], { cwd: folder, env: environment() });
}

/** Returns the environment without variables that an outer `npm run` sets for its project. */
function environment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix)$/i.test(name),
  );
  return Object.fromEntries(entries);
}

import { runCommand } from './run-command.ts';

/**
 * Installs packages with npm into `folder`, which must hold a package.json, without running any install script.
 * `args` are further arguments of `npm install`, such as package names. Rejects when npm fails.
 */
export async function npmInstall(folder: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  await runCommand('npm', ['install', ...quiet, ...args], { cwd: folder, env: environment() });
}

/** This environment without what an enclosing `npm run` adds about its own project. */
function environment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix)$/i.test(name),
  );
  return Object.fromEntries(entries);
}

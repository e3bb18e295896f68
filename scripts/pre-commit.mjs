#!/usr/bin/env node
// Runs `runbook-lens check` for the hooks in .pre-commit-hooks.yaml, or with --alerts first
// `runbook-lens alerts`, of which it prints those with a dead link. The first run builds it from this clone. npm
// ("language: node") cannot build a package that is installed globally from git: https://github.com/npm/cli/issues/8440
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = path.join(root, 'dist', 'cli.cjs');

/** Runs a step of the build. If it fails, exits with code 1, which means that nothing was checked. */
function build(program, args) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`runbook-lens could not be built in ${root}: ${program} ${error?.message ?? `gave ${status}`}.`);
    process.exit(1);
  }
}

if (!existsSync(cli)) {
  build('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  build('node', ['esbuild.config.mjs']);
}
const given = process.argv.slice(2);
const args = given[0] === '--alerts' ? ['alerts', '--state=dead', ...given.slice(1)] : ['check', ...given];
const { status, error } = spawnSync(process.execPath, [cli, ...args], { stdio: 'inherit' });
if (error !== undefined) {
  console.error(`runbook-lens could not be started: ${error.message}.`);
}
process.exitCode = status ?? 1;

/** Shells with the same rules of quoting. */
export type ShellFamily = 'posix' | 'powershell' | 'cmd';

const terminals: Readonly<Record<string, ShellFamily>> = {
  bash: 'posix',
  zsh: 'posix',
  sh: 'posix',
  ksh: 'posix',
  dash: 'posix',
  gitbash: 'posix',
  wsl: 'posix',
  pwsh: 'powershell',
  powershell: 'powershell',
  cmd: 'cmd',
};

/** Returns the family of a shell by the name or path of its program: `/usr/bin/zsh`, `pwsh.exe`. Undefined if it is not known. */
export function familyOfShell(shell: string): ShellFamily | undefined {
  const name = shell
    .slice(Math.max(shell.lastIndexOf('/'), shell.lastIndexOf('\\')) + 1)
    .toLowerCase()
    .replace(/\.exe$/, '');
  return Object.hasOwn(terminals, name) ? terminals[name] : undefined;
}

/** Returns the family that a block of code is written for: by its language, else by its prompts. */
export function familyOfCode(language: string, code: string): ShellFamily {
  const name = language.replace(/^[\s{.]+/, '');
  if (/^(?:powershell|pwsh|ps1|ps)\b/.test(name)) {
    return 'powershell';
  }
  if (/^(?:cmd|bat|batch|dos)\b/.test(name)) {
    return 'cmd';
  }
  const windows = /^[ \t]*(PS )?[A-Za-z]:\\[^>\n]{0,200}>/m.exec(code);
  return windows === null ? 'posix' : windows[1] === undefined ? 'cmd' : 'powershell';
}

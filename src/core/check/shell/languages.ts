/** Fence languages of blocks with commands for typing. */
const scripts = /^(?:sh|bash|shell|zsh|ksh|fish|dash|shellscript|powershell|pwsh|ps1|ps|cmd|bat|batch|dos)\b/;
/** Fence languages of sessions: commands after a prompt, and their output. */
const sessions = /^(?:console|terminal|shell-?session|sh-?session|bash-?session|pwsh-?session|ps1?con|session)\b/;
const databases = /^(?:sql|psql|mysql|postgres(?:ql)?|plsql|tsql|redis|mongo(?:db|sh)?|cql|cypher|influxql)\b/;

/** Form of a code block, from its info string: `plain` if it says nothing, `other` if the code is not for typing. */
export type CodeForm = 'script' | 'session' | 'database' | 'plain' | 'other';

/** Reads an info string such as `bash title="x"` or `{.sh}`. */
export function codeForm(language: string): CodeForm {
  const name = language.replace(/^[\s{.]+/, '');
  if (name === '') {
    return 'plain';
  }
  return sessions.test(name) ? 'session' : scripts.test(name) ? 'script' : databases.test(name) ? 'database' : 'other';
}

/** Returns whether an info string names a shell in which `>` is a prompt and `#` is none. */
export function isWindowsShell(language: string): boolean {
  return /^[\s{.]*(?:powershell|pwsh|ps1|ps|cmd|bat|batch|dos)\b/.test(language);
}

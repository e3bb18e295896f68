import { matchesOf } from '../../text/matches.ts';
import type { ShellFamily } from './shell-family.ts';

/** Variables that have a value, as `variableKey` names them. */
export type Given = Pick<ReadonlySet<string>, 'has'>;

/** Variables that a shell or its machine has. */
const usual =
  /^(?:HOME|PATH|USER|LOGNAME|SHELL|PWD|OLDPWD|TERM|LANG|LC_\w+|TZ|EDITOR|VISUAL|PAGER|HOST|HOSTNAME|UID|EUID|GID|PPID|RANDOM|SRANDOM|SECONDS|LINENO|IFS|SHLVL|TMPDIR|TMP|TEMP|DISPLAY|REPLY|OPTARG|OPTIND|PIPESTATUS|FUNCNAME|EPOCH\w+|BASH\w*|ZSH\w*|XDG_\w+|SSH_\w+|KUBECONFIG|USERNAME|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|COMPUTERNAME|USERDOMAIN|HOMEDRIVE|HOMEPATH|PUBLIC|CD|DATE|TIME|ERRORLEVEL|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE)$/;
/** Variables that PowerShell sets. */
const automatic =
  /^(?:_|true|false|null|args|input|this|error|matches|pid|profile|host|foreach|switch|event|lastexitcode|psitem|psscriptroot|pscommandpath|psversiontable|pshome|psculture|is(?:windows|linux|macos|coreclr)|myinvocation|executioncontext|ofs|verbosepreference|erroractionpreference)$/i;

const posix = [
  /(?:^|[\s;&|({`])(?:export\s+|local\s+|readonly\s+|declare\s+(?:-\w+\s+)*|typeset\s+(?:-\w+\s+)*)?([A-Za-z_]\w*)(?:\[[^\]\n]{0,80}\])?\+?=/g,
  /\b(?:for|select)\s+([A-Za-z_]\w*)/g,
  /\$\{([A-Za-z_]\w*):?=/g,
  /\b(?:printf\s+-v|getopts\s+\S{1,80})\s+([A-Za-z_]\w*)/g,
];
/** Commands that set the variables after them: `read -r a b`. */
const setters =
  /\b(?:read|mapfile|readarray|export|local|declare|typeset)((?:\s+(?:-\w+|"[^"\n]{0,200}"|'[^'\n]{0,200}'|[A-Za-z_]\w*(?![\w=])))+)/g;
const powershell = [/\$(?:(?:script|global|local|env):)?(\w+)\s*[-+*]?=(?!=)/gi, /\bforeach\s*\(\s*\$(\w+)/gi];
const parameters = /\b(?:param|function\s+[\w-]+)\s*\(([^)]{0,500})\)/gi;
const cmd = [/\bset\s+(?:\/[ap]\s+)?"?(\w+)=/gi];

/** Returns whether a machine has a variable without a runbook's help, so that nobody is asked for it. */
export function isUsualVariable(name: string, family: ShellFamily): boolean {
  return family === 'posix'
    ? usual.test(name)
    : usual.test(name.toUpperCase()) || (family === 'powershell' && automatic.test(name));
}

/** Returns the variables that code sets: by assignment, loop, `read` or parameter. In lower case where case does not count. */
export function namesGivenIn(code: string, family: ShellFamily): ReadonlySet<string> {
  const patterns = family === 'posix' ? posix : family === 'powershell' ? powershell : cmd;
  const names = patterns.flatMap((pattern) => matchesOf(pattern, code).map((match) => match[1] ?? ''));
  if (family === 'posix') {
    for (const { 1: words = '' } of matchesOf(setters, code)) {
      names.push(...words.split(/\s+/).filter((word) => /^[A-Za-z_]\w*$/.test(word)));
    }
  } else if (family === 'powershell') {
    for (const { 1: list = '' } of matchesOf(parameters, code)) {
      names.push(...matchesOf(/\$(\w+)/g, list).map((match) => match[1] ?? ''));
    }
  }
  return new Set(names.map((name) => variableKey(name, family)));
}

/** Returns a variable's name as it is compared. */
export function variableKey(name: string, family: ShellFamily): string {
  return family === 'posix' ? name : name.toLowerCase();
}

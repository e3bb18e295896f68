import { matchesOf } from '../../text/matches.ts';

/** One command of a piece of code. */
export interface Command {
  /** Offset in the code at which it begins: after the prompt, `sudo` and other runners. */
  readonly offset: number;
  /** White space folded, lines that go on joined. */
  readonly text: string;
  /** Length of the command's first line in the code. */
  readonly length: number;
}

/** Longer commands are cut: nobody types them, and many patterns are matched against each. */
const longest = 600;

/** Prefixes of a command, one at a time. */
const prefixes =
  /^(?:\s+|[$%#]\s+|\$(?=[a-z])|>\s+|PS[^>\n]{0,80}>\s*|[\w.-]{1,40}@[\w.-]{1,60}[^\s$#%]{0,60}[$#%]\s+|(?:ba|z)?sh-[\d.]{1,8}[$#]\s+|(?:sudo|doas|nohup|exec|time|do|then|else|watch|env|command)\s+(?:-[ugn]\s+\S{1,60}\s+|-[a-zA-Z]+\s+)*|xargs\s+(?:-\S+\s+)*|\w{1,40}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s"'$]\S{0,200}|\$\w{1,60})\s+|["'({`]+|\$\()/;

// Neither fails after its first character, so each character is looked at once.
// oxlint-disable-next-line regexp/no-super-linear-move
const statement = /[^;]+;?/g;
// oxlint-disable-next-line regexp/no-super-linear-move
const simpleCommand = /(?:[^\n;|&]|(?<!&)&(?!&)|(?<=\\)[;|])+;?/g;

/** The text before a command that a runner runs elsewhere. */
const runner =
  /^(?:ansible\s[^\n]{0,200}?\s-a\s+(?=["'])|(?:kubectl|oc|k)\s[^\n]{0,300}?\sexec\s[^\n]{0,300}?\s--\s+|(?:ssh|docker\s+exec|docker\s+compose\s+exec|podman\s+exec|oc\s+rsh|oc\s+debug|kubectl\s+debug|nsenter|chroot|crictl\s+exec)\s[^\n]{0,200}?\s(?=["']|--\s|(?:rm|dd|mkfs|lvremove|etcdctl|redis-cli|psql|mysql|zfs|wipefs|docker|systemctl)\s)(?:--\s+)?|(?:kubectl|oc)\s+exec\s[^\n]{0,200}?\s(?=(?:rm|etcdctl|redis-cli|psql|mysql|rabbitmqctl|nodetool)\s))/;

/**
 * Returns the commands of some code: its lines, with continuation lines joined, split at `;`, `&&`, `||` and `|`, without comments. SQL
 * statements may have several lines, up to `;`.
 */
export function commandsOf(code: string, database = false): Command[] {
  const bare = withoutRemarks(code, database)
    .replace(/\\[ \t]*\n/g, (gap) => ' '.repeat(gap.length))
    .replace(/\n(?=[ \t]*(?:WHERE|USING)\b)/gi, ' ');
  const parts = matchesOf(database ? statement : simpleCommand, bare);
  const commands: Command[] = [];
  for (const { 0: raw, index } of parts) {
    let rest = raw.slice(0, longest);
    for (let cut = before(rest); cut > 0; cut = before(rest)) {
      rest = rest.slice(cut);
    }
    const offset = index + Math.min(raw.length, longest) - rest.length;
    rest = withinQuotes(rest, code.charAt(offset - 1));
    const text = rest.replace(/\s+/g, ' ').trim();
    if (text !== '') {
      const end = code.indexOf('\n', offset);
      const stop = Math.min(offset + rest.trimEnd().length, end === -1 ? code.length : end);
      commands.push({ offset, text, length: code.slice(offset, stop).trimEnd().length });
    }
  }
  return commands;
}

/** A command in quotation marks, without the text after them. */
function withinQuotes(text: string, opened: string): string {
  const closed = opened === '"' || opened === "'" ? text.indexOf(opened) : -1;
  return closed === -1 ? text : text.slice(0, closed);
}

function before(text: string): number {
  return prefixes.exec(text)?.[0].length ?? runner.exec(text)?.[0].length ?? 0;
}

// After its first characters none of these fails, so each character is looked at once.
// oxlint-disable-next-line regexp/no-super-linear-move
const lineRemark = /--[^\n]*|^[ \t]*#[^\n]*/gm;
const shellRemark = /(?<=[ \t])#[^\n]*|^[ \t]*(?:#|\/\/|::|REM )[^\n]*/gm;
// oxlint-disable-next-line regexp/no-super-linear-move
const sqlRemark = /--[^\n]*|\/\*/g;

/** The code with comments blanked out, so that offsets stay. */
function withoutRemarks(code: string, database: boolean): string {
  const bare = database ? withoutBlockRemarks(code) : code;
  return bare.replace(database ? lineRemark : shellRemark, (text) =>
    isRootPrompt(text) ? text : text.replace(/[^\n]/g, ' '),
  );
}

/** SQL with block comments replaced by white space; line comments stay. */
function withoutBlockRemarks(code: string): string {
  let result = '';
  let done = 0;
  for (const { 0: begin, index } of matchesOf(sqlRemark, code)) {
    if (index >= done && begin === '/*') {
      const end = code.indexOf('*/', index + 2);
      if (end === -1) {
        break;
      }
      result += code.slice(done, index) + code.slice(index, end + 2).replace(/[^\n]/g, ' ');
      done = end + 2;
    }
  }
  return result + code.slice(done);
}

/** Whether a comment is in fact a destructive command with a root prompt. */
function isRootPrompt(text: string): boolean {
  return /^[ \t]*# (?:mkfs\S*|lvremove|zfs|zpool|wipefs|etcdctl|dropdb|kubeadm) /.test(text);
}

import type { Command } from './commands-of.ts';

const modified = '(?:(?:OR REPLACE|TEMP|TEMPORARY|UNLOGGED|EXTERNAL|FOREIGN|MATERIALIZED|UNIQUE) )*';
const dropped = new RegExp(`\\bDROP ${modified}(\\w+) (?:IF EXISTS )?((?:[^\\s;,'()]|, ?)+)`, 'i');
const created = new RegExp(`\\bCREATE ${modified}(\\w+) (?:IF NOT EXISTS )?([^\\s;,'()]+)`, 'gi');

/** Number of commands before and after it that are read. */
const farthest = 100;
/** Number of characters after a command in which a manifest is looked for. */
const longest = 10_000;

/** Options that say where a thing is, and not which. */
const places =
  /^--?(?:n|namespace|c|context|kube-?context|kubeconfig|region|location|zone|zookeeper|project|profile|g|resource-group|bootstrap-server|U|u|h|host|p|port)$/;
/** Words for the action of a command on a thing; they are not the name of one. */
const verbs = /^(?:delete|rm|rb|destroy|uninstall|remove|purge|delete_vhost|delete_queue|DELETE|apply|up)$/;
const makes =
  /(?:^|[\s-])(?:create(?:db)?|apply|install|upgrade|run|add|add_vhost|mb|new-project|import|cp|sync|rsync|replace|PUT|up)(?=[\s-]|$)/;
/** Commands that make a folder or fill it. */
const fills =
  /^(?:mkdir|git clone|cp|mv|rsync|tar|unzip|install|ln|virtualenv|python3? -m venv|pg_basebackup|etcdctl) /;
/** Commands that build or fetch things that are not kept, as a rule in folders of the working directory. */
const builds =
  /^(?:(?:npm|pnpm|yarn|bun)(?: \S+)* (?:[\w:-]*build[\w:-]*|install|ci|i|generate|export)(?= |$)|(?:yarn|pnpm|make|ninja|hugo|tsc|mkdocs|jekyll|\.\/(?:mvnw|gradlew|build\S*))(?: |$)|(?:cmake|cargo|go|dotnet|mvn|gradle|sphinx-build|webpack|vite|next|nuxt|astro|vercel|bundle|composer|poetry|uv|pip3?|npx|bazel) |(?:terraform|tofu) (?:\S+ )*init(?= |$))/;
const keeps =
  /(?:^|[/_.-])(?:data\w*|db|databases?|pgdata|backups?|volumes?|storage|uploads?|media|state|var|etcd|secrets?|certs?|keys?)(?:$|[/_.-])/i;
/** Commands that put a copy of a thing somewhere else. */
const stores =
  /^(?:tar|zip|7z|gpg|age|sops|vault|rsync|scp|cp|mv|rclone|restic|borg|kubeseal|kubectl create|oc create|op|pass|bw|aws (?:s3|secretsmanager|ssm)|gsutil|gcloud (?:secrets|storage)|az keyvault) /;
const moves = /^(?:cd|pushd|popd) |\b(?:workspace|stack) (?:select|delete|rm)\b/;

/**
 * Returns whether the same code makes again what a command deletes: `DROP TABLE IF EXISTS x; CREATE TABLE x`, `rm -rf x && mkdir x`.
 * @param at its place in `all`, the commands of the code.
 * @param code for the names in a manifest that a command reads.
 */
export function isMadeAgain(at: number, all: readonly Command[], code: string): boolean {
  const { text = '', offset = 0 } = all[at] ?? {};
  const later = all.slice(at + 1, at + 1 + farthest).map((other) => other.text);
  const drop = dropped.exec(text);
  if (drop !== null) {
    const [, kind = '', names = ''] = drop;
    const made = [...later.join('\n').matchAll(created)]
      .filter(([, type = '']) => type.toLowerCase() === kind.toLowerCase())
      .map(([, , name = '']) => bare(name));
    return names.split(',').every((name) => made.some((other) => isSameTable(bare(name), other)));
  }
  if (text.startsWith('rm ')) {
    // Things that the same code made are not lost either: `mkdir` fails if the path exists.
    const fresh = all.slice(Math.max(0, at - farthest), at).map((other) => other.text);
    const made = [...later.filter((other) => fills.test(other)), ...fresh.filter((other) => /^mkdir [^-]/.test(other))];
    const paths = pathsOf(text);
    const again = made.flatMap(pathsOf);
    const near = paths.every((path) => !/^(?:[/~*]|\.{1,2}(?:$|\/\.))/.test(path));
    return (
      isIn(paths, again, (path) => near && again.some((other) => other.startsWith(`${path}/`))) ||
      (near &&
        paths.length > 0 &&
        !paths.some((path) => keeps.test(path)) &&
        later.some((other) => builds.test(other))) ||
      isIn(
        paths,
        fresh
          .filter((other) => stores.test(other))
          .flatMap((other) => (/^(?:cp|mv|rsync|scp) /.test(other) ? pathsOf(other).slice(0, -1) : filesOf(other))),
      )
    );
  }
  const tool = toolOf(text);
  const whole = /^(?:terraform|tofu|terragrunt|pulumi)$/.test(tool);
  const away = whole ? later.findIndex((other) => moves.test(other)) : -1;
  const makers = (away === -1 ? later : later.slice(0, away)).filter(
    (other) => toolOf(other) === tool && makes.test(other) && !/-destroy\b/.test(other) && isSamePlace(text, other),
  );
  const names = thingsOf(text);
  const made = makers.map((other) => thingsOf(other));
  if (whole && made.some(({ length }) => length === 0)) {
    return true;
  }
  return tool === 'kubectl'
    ? isIn(objectsOf(names), made.flat(), (name) => isInFile(name, makers, code.slice(offset, offset + longest)))
    : isIn(names, made.flat());
}

/** Whether there are names, and each is in the list or passes the test. */
function isIn(
  names: readonly string[],
  list: readonly string[],
  test: (name: string) => boolean = () => false,
): boolean {
  return names.length > 0 && names.every((name) => list.includes(name) || test(name));
}

function bare(name: string): string {
  return name.replace(/["'`[\]\s]/g, '').toLowerCase();
}

/** Whether two names of a table are the same; one may lack the schema. */
function isSameTable(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The program under one name, whatever folder or ending it has. */
function toolOf(text: string): string {
  const name = (/^[\w./-]+/.exec(text)?.[0] ?? '').replace(/\.sh$|^.*\//g, '');
  return name.replace(/^createdb$/, 'dropdb').replace(/^(?:oc|k)$/, 'kubectl');
}

/** Returns the words of a command that name things, with the values of options that do. */
export function thingsOf(text: string, skipped = places): string[] {
  const things: string[] = [];
  const words = text.split(' ').slice(1);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [option = '', value] = word.split(/=(.*)/s);
    if (skipped.test(option)) {
      at += value === undefined ? 1 : 0;
    } else if (value !== undefined || !option.startsWith('-')) {
      things.push(option.startsWith('-') ? (value ?? '') : word);
    }
  }
  return things.map((thing) => thing.replace(/["'`;]/g, '')).filter((thing) => thing !== '' && !verbs.test(thing));
}

/** The names of the objects of a cluster: `pvc data-0`, `pvc/data-0`. */
function objectsOf(things: readonly string[]): string[] {
  return things.slice(things[0]?.includes('/') === true ? 0 : 1).map((name) => name.replace(/^.*\//, ''));
}

/** Whether a command reads a file of that name, or a manifest in the code that names it. */
function isInFile(name: string, makers: readonly string[], code: string): boolean {
  const part = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const file = new RegExp(
    `\\s\\S*(?<![a-z\\d])${part}(?:(?![a-z\\d-])\\S*)?[./]\\S*(?:\\s|$)|\\s\\S*/${part}/?(?:\\s|$)`,
    'i',
  );
  const manifest = new RegExp(`^\\s*name: ?["']?${part}["']?\\s*$`, 'm');
  return makers.some((maker) => file.test(maker) || (/-f ?-(?:\s|$)/.test(maker) && manifest.test(code)));
}

/** The paths in a command; `git clone` makes a folder with the name of the repository. */
function pathsOf(text: string): string[] {
  const paths = thingsOf(text, /^(?!)/).map((name) => name.replace(/\/[*.]?$/, ''));
  const repository = text.startsWith('git clone')
    ? paths
        .at(-1)
        ?.replace(/\.git$/, '')
        .split(/[/:]/)
        .at(-1)
    : undefined;
  return repository === undefined ? paths : [...paths, repository];
}

/** The words of a command that may be paths, also behind `=` and `@`: `--from-file=key=dir/key.pem`, `value=@key`. */
function filesOf(text: string): string[] {
  return text.split(/[\s=@]/).map((word) => word.replace(/["'`;]/g, '').replace(/\/[*.]?$/, ''));
}

/** Whether two commands can be about the same namespace. */
function isSamePlace(a: string, b: string): boolean {
  const [here, there] = [a, b].map((text) => /\s(?:-n|--namespace)[= ](\S+)/.exec(text)?.[1]);
  return here === undefined || there === undefined || here === there;
}

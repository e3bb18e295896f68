import type { Command } from './commands-of.ts';

const modified =
  '(?:(?:OR\\s+REPLACE|TEMP|TEMPORARY|UNLOGGED|GLOBAL|LOCAL|EXTERNAL|FOREIGN|MATERIALIZED|UNIQUE|VIRTUAL)\\s+)*';
const dropped = new RegExp(`\\bDROP\\s+${modified}(\\w+)\\s+(?:IF\\s+EXISTS\\s+)?((?:[^\\s;,'()]|,\\s*)+)`, 'i');
const created = new RegExp(
  `\\bCREATE\\s+${modified}(\\w+)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?([\\w."\`$[{][^\\s;,'()]*)`,
  'gi',
);

/** Options that say where a thing is, and not which. */
const place =
  /^--?(?:n|namespace|c|context|kube-?context|kubeconfig|region|location|zone|zookeeper|project|profile|cluster|g|resource-group|subscription|bootstrap-server|timeout|grace-period|wait|U|u|user|h|host|p|port)$/;
const noPlace = /^(?!)/;
/** What a command does to a thing, which is no name of it. */
const verbs =
  /^(?:delete|rm|rb|destroy|uninstall|remove|purge|del|dropdb|delete_vhost|delete_queue|exec|batch|do|DELETE|recursive|true|false)$/;
const makes =
  /(?:^|[\s-])(?:create|apply|install|upgrade|run|add|add_vhost|mb|new-project|new|import|cp|sync|rsync|replace|start|PUT|up)(?=[\s-]|$)/;
/** What makes a folder or fills it. */
const fills =
  /^(?:mkdir|git clone|cp|mv|rsync|tar|unzip|install|ln|virtualenv|python3? -m venv|pg_basebackup|etcdctl)\s/;
const infrastructure = /^(?:terraform|tofu|terragrunt|pulumi)\s/;

/**
 * Returns whether the same code makes again what a command deletes: `DROP TABLE IF EXISTS x; CREATE TABLE x`, `rm -rf x && mkdir x`.
 * @param all the commands of the code, in order.
 * @param code for the names in a manifest that a command reads.
 */
export function isMadeAgain(command: Command, all: readonly Command[], code: string): boolean {
  const at = all.indexOf(command);
  const later = all.slice(at + 1).map(({ text }) => text);
  const drop = dropped.exec(command.text);
  if (drop !== null) {
    const [, kind = '', names = ''] = drop;
    const made = later.join('\n').matchAll(created);
    const same = [...made]
      .filter(([, type = '']) => type.toLowerCase() === kind.toLowerCase())
      .map(([, , name]) => name);
    return names.split(',').every((name) => same.some((other = '') => isSameTable(bare(name), bare(other))));
  }
  const { text } = command;
  if (infrastructure.test(text)) {
    return isAppliedAgain(text, later);
  }
  if (/^rm\s/.test(text)) {
    // What the same code made is not lost either. `mkdir` fails where there is something.
    const before = all.slice(0, at).filter((other) => /^mkdir (?!.*-\w*p)/.test(other.text));
    const makers = [...later.filter((other) => fills.test(other)), ...before.map((other) => other.text)];
    return isIn(pathsOf(text), makers.map(pathsOf));
  }
  const names = thingsOf(text);
  if (/^(?:kubectl|oc|k)\s/.test(text)) {
    return isAppliedObject(text, names, later, code.slice(command.offset));
  }
  const tool = toolOf(text);
  const makers = later.filter(
    (other) =>
      toolOf(other) === tool && (makes.test(other) || other.startsWith('createdb ')) && isSamePlace(text, other),
  );
  return isIn(
    names,
    makers.map((maker) => thingsOf(maker)),
  );
}

/** Whether there are names, and one of the lists has each. */
function isIn(names: readonly string[], lists: ReadonlyArray<readonly string[]>): boolean {
  return names.length > 0 && names.every((name) => lists.some((list) => list.includes(name)));
}

function bare(name: string): string {
  return name.replace(/["'`[\]\s]/g, '').toLowerCase();
}

/** Whether two names of a table are the same; one may lack the schema. */
function isSameTable(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** The program, without the ending of a script; those that make what others delete have the same name. */
function toolOf(text: string): string {
  return (/^[\w./-]+/.exec(text)?.[0] ?? '').replace(/\.sh$|^.*\//g, '').replace(/^createdb$/, 'dropdb');
}

/**
 * Returns the words of a command that name things, with the values of options that do.
 * @param places options whose values do not.
 */
export function thingsOf(text: string, places = place): string[] {
  const things: string[] = [];
  const words = text.split(' ').slice(1);
  for (let at = 0; at < words.length; at += 1) {
    const [option = '', value] = (words[at] ?? '').split(/=(.*)/s);
    if (places.test(option)) {
      at += value === undefined ? 1 : 0;
    } else if (!option.startsWith('-')) {
      things.push(words[at] ?? '');
    } else if (value !== undefined) {
      things.push(value);
    }
  }
  return things.map((thing) => thing.replace(/["'`;]/g, '')).filter((thing) => thing !== '' && !verbs.test(thing));
}

function path(name: string): string {
  return name.replace(/\/(?:[*.]?)$/, '');
}

/** The paths that a command makes; `git clone` makes a folder with the name of the repository. */
function pathsOf(text: string): string[] {
  const paths = thingsOf(text, noPlace).map(path);
  const repository = text.startsWith('git clone') ? /([^/:]+?)(?:\.git)?$/.exec(paths.at(-1) ?? '')?.[1] : undefined;
  return repository === undefined ? paths : [...paths, repository];
}

function isAppliedAgain(text: string, later: readonly string[]): boolean {
  const away = later.findIndex((other) =>
    /^(?:cd|pushd|popd)\s|\b(?:workspace|stack) (?:select|delete|rm)\b/.test(other),
  );
  const makers = later.slice(0, away === -1 ? later.length : away);
  const names = thingsOf(text).filter((name) => !/^(?:apply|up)$/.test(name));
  return makers.some((other) => {
    const own = thingsOf(other).filter((name) => !/^(?:apply|up)$/.test(name));
    const all = !/\s-{1,2}target\b/.test(other) && !/-chdir\b/.test(text);
    return (
      toolOf(other) === toolOf(text) &&
      /\s(?:apply|up)(?:\s|$)/.test(other) &&
      !/-destroy\b/.test(other) &&
      (all || names.every((name) => own.includes(name)))
    );
  });
}

const placeOfObject = /\s(?:-n|--namespace)[= ](\S+)/;

function isSamePlace(a: string, b: string): boolean {
  const [here, there] = [a, b].map((text) => placeOfObject.exec(text)?.[1]);
  return here === undefined || there === undefined || here === there;
}

const shortKinds: Readonly<Record<string, string>> = {
  namespace: 'ns',
  project: 'ns',
  persistentvolumeclaim: 'pvc',
  persistentvolume: 'pv',
  customresourcedefinition: 'crd',
  virtualmachine: 'vm',
};

function kindOf(word: string): string {
  const one = word.toLowerCase().replace(/(?<=..)s$/, '');
  return shortKinds[one] ?? one;
}

/** Whether objects of a cluster are applied or created again: by name, from a file of that name, or from a manifest that names them. */
function isAppliedObject(text: string, things: readonly string[], later: readonly string[], code: string): boolean {
  const named = things[0]?.split('/') ?? [];
  const kind = kindOf(named[0] ?? '');
  const names = [...named.slice(1), ...things.slice(1).map((name) => name.replace(/^.*\//, ''))];
  const makers = later.filter((other) => /^(?:kubectl|oc|k)\s.*\b(?:create|apply|replace|new-project)\b/.test(other));
  return (
    names.length > 0 &&
    names.every((name) =>
      makers.some((maker) => {
        const own = thingsOf(maker);
        const verb = own.indexOf('create');
        const states =
          own.includes(name) && (verb === -1 || own[verb + 1]?.includes('/') || kindOf(own[verb + 1] ?? '') === kind);
        const inFile = own.some((file) => /[./]/.test(file) && isPart(file, name));
        const inManifest =
          /\s-f\s*-(?:\s|$)/.test(maker) && new RegExp(`^\\s*name: ?["']?${escaped(name)}["']?\\s*$`, 'm').test(code);
        return isSamePlace(text, maker) && (states || inFile || inManifest);
      }),
    )
  );
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether the name is a whole part of a path: `web` in `deploy/web.yaml`. */
function isPart(file: string, name: string): boolean {
  return new RegExp(`(?<![a-z\\d])${escaped(name)}(?![a-z\\d])`, 'i').test(file);
}

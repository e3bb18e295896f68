import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtinModules } from 'node:module';
import { home } from '../../src/cli/version.ts';
import { rules, teamRules } from '../../src/core/index.ts';
import { settingsSection, viewContainer, views } from '../../src/vscode/ids.ts';

const root = path.join(import.meta.dirname, '..', '..');

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** The files below a folder with an ending, relative to the project, with `/`. */
function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .toSorted();
}

interface Contribution {
  readonly command: string;
  readonly when?: string;
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly Contribution[];
    readonly menus: Readonly<Record<string, readonly Contribution[]>>;
    readonly keybindings?: readonly Contribution[];
    readonly viewsContainers: { readonly activitybar: ReadonlyArray<{ readonly id: string; readonly icon: string }> };
    readonly views: Readonly<Record<string, ReadonlyArray<{ readonly id: string; readonly when?: string }>>>;
    readonly viewsWelcome: ReadonlyArray<{ readonly view: string; readonly when?: string }>;
    readonly configuration: ReadonlyArray<{
      readonly properties: Readonly<Record<string, { readonly properties?: object; readonly scope?: string }>>;
    }>;
  };
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const nls = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
const ids = read('src/vscode/ids.ts');
const { contributes } = manifest;

/** The property names of an interface in ids.ts. */
function keysOf(interfaceName: string): string[] {
  const body = new RegExp(`interface ${interfaceName} \\{([\\s\\S]*?)\\n\\}`).exec(ids)?.[1];
  assert.ok(body, `ids.ts has no interface ${interfaceName}`);
  return [...body.matchAll(/^ {2}'?([\w.]+)'?: /gm)].map((match) => match[1] ?? '');
}

function assertSame(actual: readonly string[], expected: readonly string[]): void {
  assert.deepEqual(actual.toSorted(), expected.toSorted());
}

describe('ids.ts and package.json', () => {
  it('name the same commands', () => {
    assertSame(
      contributes.commands.map(({ command }) => command),
      keysOf('CommandArguments'),
    );
  });

  it('name the same views, in the same container', () => {
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      [viewContainer],
    );
    assert.deepEqual(Object.keys(contributes.views), [viewContainer]);
    assertSame(
      (contributes.views[viewContainer] ?? []).map(({ id }) => id),
      Object.values(views),
    );
  });

  it('name the same settings', () => {
    const properties = contributes.configuration.flatMap((group) => Object.keys(group.properties));
    assertSame(
      properties,
      keysOf('Settings').map((key) => `${settingsSection}.${key}`),
    );
  });

  it('name the same context keys', () => {
    const used = [...new Set(whenClauses().flatMap((when) => termsOf(when).map(({ key }) => key)))].filter((key) =>
      key.startsWith(settingsSection),
    );
    assertSame(used, keysOf('ContextKeys'));
  });
});

function whenClauses(): string[] {
  const menus = Object.values(contributes.menus).flat();
  const all = [
    ...contributes.commands,
    ...menus,
    ...(contributes.keybindings ?? []),
    ...Object.values(contributes.views).flat(),
    ...contributes.viewsWelcome,
  ];
  return all.map((item) => item.when).filter((when) => when !== undefined);
}

/** The comparisons of a when clause: which key, and the text that it is compared with. */
function termsOf(when: string): Array<{ key: string; value: string | undefined }> {
  return when.split(/\s*(?:&&|\|\|)\s*/).map((term) => {
    const match = /^!?([\w.:]+)(?:\s*(?:==|!=|=~|<=?|>=?)\s*(.+))?$/.exec(term.replace(/^\(|\)$/g, ''));
    assert.ok(match, `Not understood: ${term} in ${when}`);
    return { key: match[1] ?? '', value: match[2] };
  });
}

describe('package.json', () => {
  const commands = new Set(contributes.commands.map(({ command }) => command));
  const viewIds = new Set<string>(Object.values(views));

  it('has when clauses that name known context keys only', () => {
    const known = new Set([
      ...keysOf('ContextKeys'),
      'view',
      'viewItem',
      'workspaceFolderCount',
      'isWorkspaceTrusted',
      'editorHasSelection',
      'terminalFocus',
      'terminalTextSelected',
      'false',
      'true',
    ]);
    assert.ok(whenClauses().length > 20);
    for (const when of whenClauses()) {
      for (const { key } of termsOf(when)) {
        assert.ok(known.has(key), `${key} in ${when}`);
      }
    }
  });

  it('has when clauses that compare with values that there are', () => {
    const states: readonly string[] = /'runbookLens\.state': (.*);/.exec(ids)?.[1]?.match(/\w+/g) ?? [];
    for (const { key, value } of whenClauses().flatMap(termsOf)) {
      if (key === 'runbookLens.state') {
        assert.ok(value !== undefined && states.includes(value), value);
      }
      if (key === 'view' && value?.startsWith('/') === false) {
        assert.ok(viewIds.has(value), value);
      }
      if (key === 'view' && value?.startsWith('/') === true) {
        const pattern = new RegExp(value.slice(1, -1));
        assert.ok(
          [...viewIds].some((id) => pattern.test(id)),
          value,
        );
      }
    }
  });

  it('has menus and welcome texts of commands and views that it contributes', () => {
    for (const { command } of [...Object.values(contributes.menus).flat(), ...(contributes.keybindings ?? [])]) {
      assert.ok(commands.has(command), command);
    }
    for (const { view } of contributes.viewsWelcome) {
      assert.ok(viewIds.has(view), view);
    }
  });

  it('has texts for all of its %keys%, and no others', () => {
    const used = [...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map((match) => match[1] ?? '');
    assertSame([...new Set(used)], Object.keys(nls));
    assert.deepEqual(
      Object.entries(nls).filter(([, text]) => text.trim() === ''),
      [],
    );
  });

  it('has texts whose links and setting references lead somewhere', () => {
    const settings = new Set(keysOf('Settings').map((key) => `${settingsSection}.${key}`));
    for (const text of Object.values(nls)) {
      for (const [, command = ''] of text.matchAll(/\(command:([\w.]+)\)/g)) {
        assert.ok(commands.has(command) || /^(?:vscode|workbench)\./.test(command), command);
      }
      for (const [, setting = ''] of text.matchAll(/`#([\w.]+)#`/g)) {
        assert.ok(settings.has(setting), setting);
      }
    }
  });

  it('has a scope for every setting', () => {
    const properties = contributes.configuration.flatMap((group) => Object.entries(group.properties));
    assert.deepEqual(
      properties.filter(([, { scope }]) => scope === undefined).map(([name]) => name),
      [],
    );
  });

  it('names icons that exist', () => {
    for (const [, file = ''] of JSON.stringify(manifest).matchAll(/"icon":"(media\/[^"]+)"/g)) {
      assert.ok(readFileSync(path.join(root, file)).length > 0, file);
    }
  });
});

describe('rules', () => {
  const documentRules = rules.map(({ id }) => id);
  const ruleIds = [...rules, ...teamRules].map(({ id }) => id);

  it('have one page each, with their id as title, and no page is left over', () => {
    const pages = filesBelow('docs/rules', '.md');
    assertSame(
      pages,
      ruleIds.map((id) => `docs/rules/${id}.md`),
    );
    for (const id of ruleIds) {
      assert.match(read(`docs/rules/${id}.md`), new RegExp(`^# ${id}\n`));
      assert.match(read(`docs/rules/${id}.md`), new RegExp(`"${id}": "`));
    }
  });

  it('are listed in the README with their level and what they find', () => {
    const rows = [
      ...read('README.md').matchAll(/^\| \[([\w-]+)\]\(docs\/rules\/([\w-]+)\.md\) *\| (\w+) *\| (.*?) *\|$/gm),
    ];
    assert.deepEqual(
      rows.map(([, id, page, level, summary]) => ({ id, page, level, summary })),
      [...rules, ...teamRules].map(({ id, defaultSeverity, summary }) => ({
        id,
        page: id,
        level: defaultSeverity,
        summary,
      })),
    );
  });

  it('can be set one by one in runbookLens.rules, and nothing else can', () => {
    const setting = contributes.configuration
      .flatMap((group) => Object.entries(group.properties))
      .find(([name]) => name === 'runbookLens.rules');
    assertSame(Object.keys(setting?.[1].properties ?? {}), ruleIds);
  });

  it('have a file each, named after the rule', () => {
    const files = filesBelow('src/core/check/rules', '.ts').map((file) => path.basename(file, '.ts'));
    assertSame(files, [...documentRules, 'check', 'fix-each', 'registry', 'rule']);
  });
});

interface Import {
  readonly file: string;
  readonly specifier: string;
  /** For a relative import the file that it names, relative to the project. */
  readonly target: string | undefined;
}

const sources = filesBelow('src', '.ts');

function importsOf(file: string): Import[] {
  const code = read(file);
  const found = [...code.matchAll(/(?:^|[\s;}])(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return found.map((specifier) => ({
    file,
    specifier,
    target: specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : undefined,
  }));
}

const imports = sources.flatMap(importsOf);

/** The imports of a layer that are not allowed, as text for the message. */
function forbidden(layer: string, isAllowed: (found: Import) => boolean): string[] {
  return imports
    .filter((found) => found.file.startsWith(layer) && !isAllowed(found))
    .map(({ file, specifier }) => `${file} imports ${specifier}`);
}

function isNode(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier.split('/')[0] ?? '');
}

describe('layers', () => {
  it('are read rightly by these tests', () => {
    assert.ok(imports.length > 200);
    assert.ok(
      imports.some(({ specifier }) => specifier === 'vscode') && imports.some(({ specifier }) => isNode(specifier)),
    );
    assert.deepEqual(
      imports.filter(({ target }) => target !== undefined && !sources.includes(target)).map(({ target }) => target),
      [],
    );
  });

  it('keep "vscode" in src/vscode and the entries', () => {
    assert.deepEqual(
      imports.filter(({ file, specifier }) => specifier === 'vscode' && !/^src\/(?:vscode\/.*|[^/]+)$/.test(file)),
      [],
    );
  });

  it('keep the core pure: its own files and pure libraries only', () => {
    const libraries = new Set([
      'marked',
      'yaml',
      'jsonc-parser',
      'valibot',
      'minisearch',
      'fastest-levenshtein',
      'date-fns',
      '@date-fns/tz',
    ]);
    assert.deepEqual(
      forbidden('src/core/', ({ specifier, target }) => target?.startsWith('src/core/') ?? libraries.has(specifier)),
      [],
    );
  });

  it('let src/node use the core, node, simple-git and ignore', () => {
    assert.deepEqual(
      forbidden(
        'src/node/',
        ({ specifier, target }) =>
          target?.match(/^src\/(?:node|core)\//) !== null &&
          (target !== undefined || isNode(specifier) || ['simple-git', 'ignore'].includes(specifier)),
      ),
      [],
    );
  });

  it('have one door to git, and start no other process', () => {
    const starts = /^(?:simple-git|(?:node:)?(?:child_process|cluster|worker_threads))$/;
    assert.deepEqual(
      [...new Set(imports.filter(({ specifier }) => starts.test(specifier)).map(({ file }) => file))],
      ['src/node/git/door.ts'],
    );
  });

  it('let src/cli use the core, src/node and node', () => {
    assert.deepEqual(
      forbidden('src/cli/', ({ specifier, target }) =>
        target === undefined ? isNode(specifier) : /^src\/(?:cli|node|core)\//.test(target),
      ),
      [],
    );
  });

  it('let src/vscode use the core, vscode, date-fns and ics, never node', () => {
    assert.deepEqual(
      forbidden('src/vscode/', ({ specifier, target }) =>
        target === undefined
          ? ['vscode', 'date-fns', 'ics'].includes(specifier)
          : /^src\/(?:vscode|core)\//.test(target),
      ),
      [],
    );
  });

  it('reach the core from outside by its public face', () => {
    const around = imports.filter(
      ({ file, target }) =>
        !file.startsWith('src/core/') && target?.startsWith('src/core/') === true && target !== 'src/core/index.ts',
    );
    assert.deepEqual(
      around.map(({ file, specifier }) => `${file} imports ${specifier}`),
      [],
    );
  });

  it('keep features apart', () => {
    const featureOf = (file: string | undefined): string | undefined =>
      /^src\/vscode\/features\/([^/]+)\//.exec(file ?? '')?.[1];
    const across = imports.filter(
      ({ file, target }) =>
        featureOf(file) !== undefined && featureOf(target) !== undefined && featureOf(file) !== featureOf(target),
    );
    assert.deepEqual(
      across.map(({ file, specifier }) => `${file} imports ${specifier}`),
      [],
    );
  });

  it('keep services free of features', () => {
    assert.deepEqual(
      forbidden('src/vscode/services/', ({ target }) => target?.startsWith('src/vscode/features/') !== true),
      [],
    );
  });
});

/** The rooms of the core from the bottom up; those of one rung know nothing of each other. */
const ladder = [
  ['text', 'util'],
  ['vocabulary'],
  ['time'],
  ['ports'],
  ['document'],
  ['team'],
  ['convention'],
  ['record'],
  ['check'],
  ['workflow'],
  ['catalog'],
  ['index'],
];

/** The room that a file of the core stands in, or the file where it stands in none. */
function roomOf(file: string): string {
  return file.slice('src/core/'.length).replace(/(?:\/.*|\.(?:d\.)?ts)$/, '');
}

function rungOf(file: string): number {
  const rung = ladder.findIndex((rooms) => rooms.includes(roomOf(file)));
  assert.notEqual(rung, -1, `${file} stands in no room of the ladder.`);
  return rung + 1;
}

describe('the ladder of the core', () => {
  it('has rooms that are there, and no others', () => {
    assertSame([...new Set(sources.filter((file) => file.startsWith('src/core/')).map(roomOf))], ladder.flat());
  });

  it('is climbed by no import, of types neither', () => {
    const upward = imports.flatMap(({ file, target }) => {
      if (
        !file.startsWith('src/core/') ||
        target?.startsWith('src/core/') !== true ||
        roomOf(file) === roomOf(target)
      ) {
        return [];
      }
      const [from, to] = [rungOf(file), rungOf(target)];
      return to < from ? [] : [`${file} (rung ${from}) imports ${target} (rung ${to})`];
    });
    assert.deepEqual(upward, []);
  });

  it('is the shape of its tests too', () => {
    const rooms = new Set(ladder.flat());
    const tests = filesBelow('test/unit/core', '.ts').filter((file) => file.split('/').length > 4);
    assert.deepEqual(
      tests.filter((file) => !rooms.has(file.split('/')[3] ?? '')),
      [],
    );
  });
});

describe('docs/security.md', () => {
  const page = read('docs/security.md');

  it('names tests that there are, one for each promise', () => {
    const named = [...page.matchAll(/`(test\/[^`]+)`/g)].map((match) => match[1] ?? '');
    assert.deepEqual(
      [...new Set(named)].filter((file) => !existsSync(path.join(root, file))),
      [],
    );
    const promises = page.split('\n').filter((line) => /^\| (?!promise|-)/.test(line));
    assert.ok(promises.length > 30);
    assert.deepEqual(
      promises.filter((line) => !line.includes('`test/')),
      [],
    );
  });

  it('and SECURITY.md send reports to where the project is at home', () => {
    assert.ok(page.includes(`(${home}/security/policy)`));
    assert.ok(read('SECURITY.md').includes(`<${home}>`));
  });
});

describe('source files', () => {
  it('have at most 500 lines', () => {
    assert.deepEqual(
      sources.filter((file) => read(file).split('\n').length > 500),
      [],
    );
  });

  it('of the core say what each exported function, class and interface is for', () => {
    const bare = sources
      .filter((file) => file.startsWith('src/core/'))
      .flatMap((file) => {
        const lines = read(file).split('\n');
        return lines.flatMap((line, index) => {
          const name = /^export (?:abstract |async )*(?:function\*?|class|interface) (\w+)/.exec(line)?.[1];
          return name === undefined || lines[index - 1]?.trimEnd().endsWith('*/') === true ? [] : [`${file}: ${name}`];
        });
      });
    assert.deepEqual(bare, []);
  });
});

describe('texts of documents', () => {
  const features = filesBelow('src/vscode/features', '.ts');

  /** The features that use one of VS Code's functions, whatever they call it with. */
  function users(pattern: RegExp): string[] {
    return features.filter((file) => pattern.test(read(file)));
  }

  it('reach lists and messages through the services that make them fit to be shown', () => {
    assert.deepEqual(users(/\bwindow\s*\.\s*show(?:QuickPick|InputBox|\w+Message)\b/), []);
    const boxes = users(/\.(?:createQuickPick|createInputBox|withProgress|createStatusBarItem)\b/);
    assert.deepEqual(
      boxes.filter((file) => !/\b(?:labelText|shownItem)\(/.test(read(file))),
      [],
    );
  });

  it('reach trees through the one function that makes items fit to be shown', () => {
    const trees = users(/\bnew TreeItem\(/);
    assert.ok(trees.length >= 3);
    assert.deepEqual(
      trees.filter((file) => !/\breturn shownTreeItem\(/.test(read(file))),
      [],
    );
  });

  it('reach terminals through the doors of the command line alone', () => {
    const printing = filesBelow('src/cli', '.ts').filter((file) =>
      /process\.std(?:out|err)|console\./.test(read(file)),
    );
    assert.deepEqual(printing, ['src/cli/main.ts']);
    const raw = filesBelow('src/cli', '.ts').flatMap((file) =>
      [...read(file).matchAll(/\.raw(?:Note)?\(([^;]*)\);/g)].map((match) => match[1] ?? ''),
    );
    assert.ok(raw.length > 5);
    // Help, version, and what a format has written.
    assert.deepEqual(
      raw.filter((argument) => !/^(?:\w*[hH]elp|`\$\{version\}\\n`|text|jsonText\(.*\))$/.test(argument)),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtinModules } from 'node:module';
import { home } from '../../src/cli/version.ts';
import { allRules, rules } from '../../src/core/index.ts';
import type { ContextKeys } from '../../src/vscode/ids.ts';

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
    readonly views: Readonly<Record<string, ReadonlyArray<{ readonly when?: string }>>>;
    readonly viewsWelcome: ReadonlyArray<{ readonly when?: string }>;
    readonly configuration: ReadonlyArray<{ readonly properties: object }>;
  };
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const nls = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
const { contributes } = manifest;

function assertSame(actual: readonly string[], expected: readonly string[]): void {
  assert.deepEqual(actual.toSorted(), expected.toSorted());
}

/** The keys that the extension sets for when clauses. */
const contextKeys = Object.keys({
  'runbookLens.state': true,
  'runbookLens.runbooksFiltered': true,
  'runbookLens.postmortemsFiltered': true,
  'runbookLens.actionItemsFiltered': true,
  'runbookLens.hasRunbooks': true,
  'runbookLens.hasPostmortems': true,
  'runbookLens.hasActionItems': true,
  'runbookLens.hasAlerts': true,
  'runbookLens.hasServices': true,
  'runbookLens.incidentOpen': true,
  'runbookLens.editorKind': true,
} satisfies Readonly<Record<keyof ContextKeys, true>>);

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

/** The keys that a when clause looks at. */
function keysIn(when: string): string[] {
  return when.split(/\s*(?:&&|\|\|)\s*/).map((term) => {
    const match = /^!?([\w.:]+)(?:\s*(?:==|!=|=~|<=?|>=?)\s*.+)?$/.exec(term.replace(/^\(|\)$/g, ''));
    assert.ok(match, `Not understood: ${term} in ${when}`);
    return match[1] ?? '';
  });
}

describe('package.json', () => {
  const commands = new Set(contributes.commands.map(({ command }) => command));

  it('has when clauses that name known context keys only', () => {
    const known = new Set([
      ...contextKeys,
      'view',
      'viewItem',
      'listMultiSelection',
      'resourceLangId',
      'resourceExtname',
      'workspaceFolderCount',
      'isWorkspaceTrusted',
      'editorHasSelection',
      'editorLangId',
      'editorTextFocus',
      'terminalFocus',
      'terminalTextSelected',
      'false',
      'true',
    ]);
    assert.ok(whenClauses().length > 20);
    const used = new Set(whenClauses().flatMap(keysIn));
    assert.deepEqual(
      [...used].filter((key) => !known.has(key)),
      [],
    );
    assert.deepEqual(
      contextKeys.filter((key) => !used.has(key)),
      [],
      'set, and read by nothing',
    );
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
    const settings = new Set(contributes.configuration.flatMap((group) => Object.keys(group.properties)));
    for (const text of Object.values(nls)) {
      for (const [, command = ''] of text.matchAll(/\(command:([\w.]+)\)/g)) {
        assert.ok(commands.has(command) || /^(?:vscode|workbench)\./.test(command), command);
      }
      for (const [, setting = ''] of text.matchAll(/`#([\w.]+)#`/g)) {
        assert.ok(settings.has(setting), setting);
      }
    }
  });

  it('names icons that exist', () => {
    for (const [, file = ''] of JSON.stringify(manifest).matchAll(/"icon":"(media\/[^"]+)"/g)) {
      assert.ok(readFileSync(path.join(root, file)).length > 0, file);
    }
  });
});

describe('rules', () => {
  const documentRules = rules.map(({ id }) => id);
  const ruleIds = allRules.map(({ id }) => id);

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

  it('are counted rightly in README and reference', () => {
    assert.ok(read('README.md').includes(`[${ruleIds.length} rules](docs/reference.md#rules)`));
    assert.match(read('docs/reference.md'), new RegExp(`\\[${documentRules.length}\\s+rules\\]\\(#rules\\)`));
  });

  it('have a file each, named after the rule', () => {
    const files = filesBelow('src/core/check/rules', '.ts').map((file) => path.basename(file, '.ts'));
    assertSame(files, [...documentRules, 'check', 'checked', 'registry', 'rule']);
  });
});

describe('pages', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'ARCHITECTURE.md'];

  it('have prose of at most 100 columns; tables, code and what has no space to break at may be longer', () => {
    for (const page of [...pages, ...filesBelow('docs', '.md')]) {
      const prose = read(page).replace(/^(\s*)(`{3,})[^\n]*\n[\s\S]*?^\1\2$/gm, (code) => code.replace(/[^\n]+/g, ''));
      const long = prose
        .split('\n')
        .flatMap((line, index) =>
          line.length > 100 && !/^\s*\|/.test(line) && /\S\s/.test(line.slice(0, 100).trimStart())
            ? `${page}:${index + 1}`
            : [],
        );
      assert.deepEqual(long, []);
    }
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
      'stemmer',
      ...['english', 'french', 'german', 'italian', 'portuguese', 'spanish'].map((name) => `@orama/stopwords/${name}`),
      'fastest-levenshtein',
      'date-fns',
      '@date-fns/tz',
      'csv-parse/sync',
      'pure-rand/distribution/uniformFloat64',
      'pure-rand/generator/xoroshiro128plus',
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
      ['src/node/git/door.ts', 'src/node/git/simple-git.ts'],
    );
    assert.deepEqual(
      [...new Set(imports.filter(({ target }) => target === 'src/node/git/simple-git.ts').map(({ file }) => file))],
      ['src/node/git/door.ts'],
    );
  });

  it('let src/cli use the core, src/node and node, and its server the SDK of its protocol', () => {
    assert.deepEqual(
      forbidden('src/cli/', ({ file, specifier, target }) =>
        target === undefined
          ? isNode(specifier) ||
            (file === 'src/cli/mcp/server.ts' && specifier.startsWith('@modelcontextprotocol/sdk/'))
          : /^src\/(?:cli|node|core)\//.test(target),
      ),
      [],
    );
  });

  it('let src/vscode use the core, vscode, date-fns and ics, never node', () => {
    assert.deepEqual(
      forbidden('src/vscode/', ({ specifier, target }) =>
        target === undefined
          ? ['vscode', 'date-fns', 'ics'].includes(specifier)
          : /^src\/(?:vscode|core)\/|^src\/webview\/\w+\/protocol\.ts$/.test(target),
      ),
      [],
    );
  });

  it('keep pages apart: their own files and dompurify', () => {
    assert.deepEqual(
      forbidden(
        'src/webview/',
        ({ specifier, target }) => target?.startsWith('src/webview/') ?? specifier === 'dompurify',
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
  ['objective'],
  ['team'],
  ['alert'],
  ['dashboard'],
  ['convention'],
  ['record'],
  ['check'],
  ['workflow'],
  ['catalog'],
  ['service'],
  ['insights'],
  ['answers'],
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

describe('the one reading of documents', () => {
  /** Patterns over raw markdown, and readings of it: markers of lists, headings, quotations and tables, emphasis, and splitting of texts. */
  const ownReadings = [
    /\[-\*\+\]|#\{1,6\}|\\\*\\\*|\[\\s>\]\*|\[ \\t>\]\*|\(\?:\\\||\\\|\[ \\t/,
    /\bnew Lexer\b|\bLines\.of\(|\b(?:readInline|plainText|cellsOf)\(|\btext\.split\((?:'\\n'|\/\\r)/,
  ];
  /** How many lines of code outside of `document/` and `text/` still have such. Commands that write in the style of a line may look at it. */
  const most = 52;

  it('is asked, and no room above it reads markdown by patterns of its own more than it did', () => {
    const rooms = ['record', 'workflow', 'check', 'convention', 'catalog', 'team'];
    const files = rooms.flatMap((room) => filesBelow(`src/core/${room}`, '.ts'));
    const found = files
      .filter((file) => !file.startsWith('src/core/team/templates/'))
      .flatMap((file) =>
        read(file)
          .split('\n')
          .filter((line) => !/^\s*(?:\/\/|\*|\/\*\*|import)/.test(line) && ownReadings.some((own) => own.test(line)))
          .map((line) => `${file}: ${line.trim()}`),
      );
    assert.ok(found.length > 10, 'Nothing is found: the patterns of this test are out of date.');
    assert.ok(
      found.length <= most,
      `${found.length} lines read markdown by themselves, ${most} did: ask document/ instead.\n${found.join('\n')}`,
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

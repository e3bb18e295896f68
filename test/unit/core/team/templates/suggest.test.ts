import assert from 'node:assert/strict';
import { Catalog } from '../../../../../src/core/catalog/catalog.ts';
import { readTemplate, type TeamTemplate } from '../../../../../src/core/team/template-file.ts';
import { builtInTemplates } from '../../../../../src/core/team/templates/builtin/index.ts';
import {
  knownServices,
  knownSeverities,
  knownStatuses,
  suggestPath,
  type PathRequest,
} from '../../../../../src/core/team/templates/suggest.ts';
import { UserError } from '../../../../../src/core/util/user-error.ts';
import { documentOf } from '../../../support/context.ts';
import { recordingLogger } from '../../../support/quiet.ts';

function teamTemplate(path: string, target?: string, kind = 'postmortem'): TeamTemplate {
  const more = target === undefined ? '' : `  path: ${target}\n`;
  const { template } = readTemplate(path, `---\nrunbook-lens:\n  kind: ${kind}\n${more}---\n# T\n\n## Impact\n`);
  assert.ok(template);
  return template;
}

function catalogOf(paths: readonly string[], prefix?: string): Catalog {
  const catalog = new Catalog(recordingLogger());
  catalog.upsert(
    paths.map((path) => ({
      uri: path,
      root: 'r',
      path,
      ...(prefix !== undefined && { prefix }),
      text: '# Mail is late\n\n## Impact\n\nx\n',
    })),
  );
  return catalog;
}

function request(template: PathRequest['template'], more: Partial<PathRequest> = {}): PathRequest {
  return {
    root: 'r',
    template,
    title: 'Queue is full',
    service: 'mail',
    date: '2025-10-13',
    folder: '',
    fileName: '',
    ...more,
  };
}

describe('the path of a new document', () => {
  const file = '.runbook-lens/templates/t.md';

  it('is where its team’s template says, counted from the template’s folder', () => {
    const catalog = catalogOf(['incidents/2025-01-01-a.md']);
    const named = request(teamTemplate(file, 'pm/${year}/${date}-${slug}.md'), { folder: 'x', fileName: 'y.md' });
    assert.equal(suggestPath(catalog, named), 'pm/2025/2025-10-13-queue-is-full.md');
    assert.equal(
      suggestPath(catalog, request(teamTemplate(`docs/${file}`, '${service}/${slug}'))),
      'docs/mail/queue-is-full.md',
    );
  });

  it('is relative to a root that is not the repository’s top', () => {
    const catalog = catalogOf(['postmortems/a.md'], 'docs/');
    assert.equal(suggestPath(catalog, request(teamTemplate(`docs/${file}`, 'pm/${slug}.md'))), 'pm/queue-is-full.md');
    assert.equal(suggestPath(catalog, request(teamTemplate(file, 'docs/pm/${slug}.md'))), 'pm/queue-is-full.md');
  });

  it('is among the other documents where the template names no place', () => {
    const catalog = catalogOf(['incidents/2025-01-01-a.md', 'incidents/2025-02-01-b.md', 'runbooks/c.md']);
    assert.equal(suggestPath(catalog, request(teamTemplate(file))), 'incidents/2025-10-13-queue-is-full.md');
  });

  it('is among the documents made from the same template', () => {
    const catalog = catalogOf(['incidents/a.md', 'incidents/b.md', 'reviews/2025-01-01-c.md']);
    const text = '---\nrunbook-lens:\n  kind: postmortem\n  applies-to: reviews/\n---\n# T\n\n## Impact\n';
    const path = '.runbook-lens/templates/r.md';
    const { template } = readTemplate(path, text);
    assert.ok(template);
    catalog.setTeam('r', [
      { uri: path, path, text },
      { uri: 'c', path: '.runbook-lens.json', text: '{ "kinds": { "postmortem": ["reviews/", "incidents/"] } }' },
    ]);
    assert.equal(suggestPath(catalog, request(template)), 'reviews/2025-10-13-queue-is-full.md');
  });

  it('is in the folder of the settings where there are no others', () => {
    const short = builtInTemplates.find(({ id }) => id === 'short');
    const task = builtInTemplates.find(({ id }) => id === 'task');
    assert.ok(short && task);
    assert.equal(suggestPath(catalogOf([]), request(short)), '2025-10-13-queue-is-full.md');
    assert.equal(suggestPath(catalogOf([]), request(task, { folder: '.\\docs\\ops/' })), 'docs/ops/queue-is-full.md');
    assert.equal(suggestPath(catalogOf([]), request(task, { fileName: '${title}.md' })), 'Queue is full.md');
  });

  it('is in no folder that acts, whoever names it', () => {
    const task = builtInTemplates.find(({ id }) => id === 'task');
    assert.ok(task);
    for (const folder of ['.git/hooks', '../elsewhere', '.github/workflows', 'aux', 'do\u202ecs']) {
      assert.throws(() => suggestPath(catalogOf([]), request(task, { folder })), UserError, folder);
    }
    const among = catalogOf(['.github/workflows/2025-01-01-a.md', '.github/workflows/2025-02-01-b.md']);
    const short = builtInTemplates.find(({ id }) => id === 'short');
    assert.ok(short);
    assert.equal(
      suggestPath(among, request(short, { folder: 'postmortems' })),
      'postmortems/2025-10-13-queue-is-full.md',
    );
  });

  it('cannot be made by a rule with an unknown variable', () => {
    const task = builtInTemplates.find(({ id }) => id === 'task');
    assert.ok(task);
    assert.throws(() => suggestPath(catalogOf([]), request(task, { fileName: '${nothing}.md' })), UserError);
  });
});

describe('the words in use', () => {
  const documents = ['SEV-10', 'SEV-2', 'SEV-2'].map((severity, index) =>
    documentOf(
      'postmortem',
      `---\nseverity: ${severity}\nstatus: ${index === 0 ? 'closed' : 'open'}\nservices: [web, ${index === 0 ? 'api' : 'mail'}]\n---\n# T\n`,
      `postmortems/${index}.md`,
    ),
  );

  it('are services of the configuration, then those that most documents name, each once', () => {
    assert.deepEqual(knownServices(documents, { services: ['pay', 'mail'] }), ['pay', 'mail', 'web', 'api']);
    assert.deepEqual(knownServices(documents, {}), ['web', 'mail', 'api']);
  });

  it('are severities of the configuration alone; else those in use, in order; else the usual ones', () => {
    assert.deepEqual(knownSeverities(documents, { severities: ['high', 'low'] }), ['high', 'low']);
    assert.deepEqual(knownSeverities(documents, {}), ['SEV-2', 'SEV-10']);
    assert.deepEqual(knownSeverities([], {}), ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']);
    assert.deepEqual(knownSeverities([documentOf('runbook', '---\nseverity: x\n---\n# T\n')], {})[0], 'SEV-1');
  });

  it('are statuses of the configuration alone; else those in use, the most used first; else the usual ones', () => {
    assert.deepEqual(knownStatuses(documents, { statuses: ['new', 'done'] }), ['new', 'done']);
    assert.deepEqual(knownStatuses(documents, {}), ['open', 'closed']);
    assert.deepEqual(knownStatuses([], {}), ['draft', 'in review', 'reviewed', 'closed']);
  });
});

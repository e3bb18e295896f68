import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Catalog } from '../../../src/core/catalog/catalog.ts';
import type { Kind } from '../../../src/core/vocabulary/kind.ts';
import { recordingLogger } from '../support/quiet.ts';

/** Healthy documents, one folder for each convention; its name begins with the kind, and below it stands a repository. */
const fixtures = path.join(import.meta.dirname, '..', '..', 'fixtures', 'healthy');

interface Healthy {
  readonly kind: Kind;
  /** As in the team's repository. */
  readonly path: string;
  readonly text: string;
}

const conventions = new Map(
  readdirSync(fixtures)
    .toSorted()
    .map((name) => [name, documentsOf(name)] as const),
);

function documentsOf(convention: string): Healthy[] {
  const folder = path.join(fixtures, convention);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => ({
      kind: convention.startsWith('runbook-') ? 'runbook' : 'postmortem',
      path: path.relative(folder, file).split(path.sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }));
}

/** What is wrongly said of healthy documents that stand in one repository, one line for each. */
function complaints(documents: readonly Healthy[]): string[] {
  const catalog = new Catalog(recordingLogger(), { now: () => new Date('2026-06-15T10:00:00Z') });
  catalog.upsert(documents.map((document) => ({ uri: document.path, root: 'root', ...document })));
  return documents.flatMap((document) => {
    // In a folder that says nothing, a document may only possibly be one.
    const { kind, possible, why } = catalog.get(document.path) ?? {};
    const misread = (possible ?? kind) === document.kind ? [] : [`${document.path}: taken for ${kind} because ${why}`];
    const findings = catalog.findings(document.path).map(({ rule, severity, message, range: { start } }) => {
      return `${document.path}:${start.line + 1}: ${severity} ${rule}: ${message}`;
    });
    return [...misread, ...findings];
  });
}

/** The document as another service of the same team would have it: under another name, with another title. */
function variantOf(document: Healthy, service: string): Healthy {
  const { dir, base } = path.posix.parse(document.path);
  const [stem = '', ...endings] = base.split(/(?=\.)/);
  const oneWord = /^[A-Z][a-z]+[A-Z]\w*$/.test(stem);
  const suffix = oneWord ? service : stem.includes(' ') ? ` ${service}` : `-${service}`;
  const name = `${stem}${suffix}`;
  const title = oneWord ? service : ` ${service}`;
  const lines = document.text.split('\n');
  const heading = lines.findIndex(
    (line, at) =>
      /^(?:#|title:) /.test(line) || (at === 0 && (line.startsWith('## ') || /^=+\r?$/.test(lines[1] ?? ''))),
  );
  return {
    ...document,
    path: `${dir === '' ? '' : `${dir}/`}${name}${endings.join('')}`,
    text: lines
      .with(
        heading,
        (lines[heading] ?? '').replace(/\r?$/, (end) => `${title}${end}`),
      )
      .join('\n'),
  };
}

const services = ['Aurora', 'Borealis', 'Cirrus', 'Dune', 'Ember'];

/** The documents with variants of them, so many that a custom is learned from them. */
function withVariants(documents: readonly Healthy[], total: number): Healthy[] {
  const rounds = services.map((service) => documents.map((document) => variantOf(document, service)));
  return [documents, ...rounds].flat().slice(0, total);
}

describe('healthy documents', () => {
  it('are there for every convention', () => {
    assert.ok(conventions.size >= 20);
    assert.ok([...conventions.values()].every((documents) => documents.length >= 2));
  });

  for (const [convention, documents] of conventions) {
    describe(convention, () => {
      it('is silent about each document alone', () => {
        assert.deepEqual(
          documents.flatMap((document) => complaints([document])),
          [],
        );
      });

      it('is silent about each whatever its lines end with', () => {
        const withEnds = (end: string): Healthy[] =>
          documents.map(({ text, ...rest }) => ({ ...rest, text: text.trimEnd().replaceAll(/\r?\n/g, end) }));
        assert.deepEqual(
          [...withEnds('\r\n'), ...withEnds('\n')].flatMap((document) => complaints([document])),
          [],
        );
      });

      it('is silent about each in a folder that says nothing', () => {
        const moved = documents.map((document) => ({
          ...document,
          path: `docs/${path.posix.basename(document.path)}`,
        }));
        assert.deepEqual(
          moved.flatMap((document) => complaints([document])),
          [],
        );
      });

      it('is silent about them together', () => {
        assert.deepEqual(complaints(documents), []);
      });

      it('is silent about a folder of six from which customs are learned', () => {
        assert.deepEqual(complaints(withVariants(documents, 6)), []);
      });
    });
  }

  it('are silent in one repository with all conventions', () => {
    const all = [...conventions.values()].flatMap((documents, at) =>
      documents.map((document) => ({ ...document, path: `teams/t${at + 1}/${document.path}` })),
    );
    assert.deepEqual(complaints(all), []);
  });

  it('are silent in one repository with many documents of all conventions', () => {
    const all = [...conventions.values()].flatMap((documents, at) =>
      withVariants(documents, 12).map((document) => ({ ...document, path: `teams/t${at + 1}/${document.path}` })),
    );
    assert.deepEqual(complaints(all), []);
  });
});

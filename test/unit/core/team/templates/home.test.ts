import assert from 'node:assert/strict';
import { homeOf, type Home } from '../../../../../src/core/team/templates/home.ts';
import { documentOf } from '../../../support/context.ts';

function home(...paths: readonly string[]): Home | undefined {
  return homeOf(
    paths.map((path) => documentOf('postmortem', '', path)),
    '2025-10-13',
  );
}

describe('homeOf', () => {
  it('is the folder that has most of the documents', () => {
    assert.equal(home('docs/a.md', 'incidents/b.md', 'incidents/c.md')?.folder, 'incidents');
    assert.equal(home('a.md', 'b.md', 'incidents/c.md')?.folder, '');
  });

  it('is the folder of the new year or month where folders are made by them', () => {
    assert.equal(home('incidents/2023/a.md', 'incidents/2024/b.md', 'x/c.md')?.folder, 'incidents/2025');
    assert.equal(home('2024-05/a.md', '2024-06/b.md')?.folder, '2025-10');
    assert.equal(home('in/2024/05/a.md', 'in/2023/12/b.md')?.folder, 'in/2025/10');
    assert.equal(home('in/2024/2024/a.md')?.folder, 'in/2024/2025');
    assert.equal(home('in/2020-20/a.md')?.folder, 'in/2020-20');
  });

  const namings: ReadonlyArray<readonly [names: readonly string[], rule: string]> = [
    [['2024-01-02-mail.md', '2024-02-03-web.md'], '${date}-${slug}.md'],
    [['2024-01-02 Mail is late.md'], '${date} ${title}.md'],
    [['2024-01-02_mail.html.md.erb'], '${date}_${slug}.html.md.erb'],
    [['2024-01-mail.md'], '${year}-${month}-${slug}.md'],
    [['PM2024-001 - Mail.md', 'PM2024-002 - Web.md'], '${number} - ${title}.md'],
    [['INC-0042-mail.md'], '${number}-${slug}.md'],
    [['INC-0042.md'], '${number}.md'],
    [['QueueFull.md', 'DiskFull.md', 'other.md'], '${camel}.md'],
    [['queue_full.md', 'disk_is_full.md', 'mail.md'], '${snake}.md'],
    [['2024-01-02-queue_full.md', '2024-01-03-disk_full.md'], '${date}-${snake}.md'],
    [['Queue is full.md', 'Disk full.md', 'mail.md'], '${title}.md'],
    [['mail.md', 'web-queue.md'], '${slug}.md'],
    [['a.markdown', 'b.markdown', 'c.md'], '${slug}.markdown'],
  ];
  for (const [names, rule] of namings) {
    it(`names a new one as ${names.join(' and ')} are`, () =>
      assert.equal(home(...names.map((name) => `in/${name}`))?.fileName, rule));
  }

  it('names by the documents of that folder only', () => {
    assert.equal(home('in/2024-01-02-a.md', 'in/2024-01-03-b.md', 'x/c.md', 'y/d.md')?.fileName, '${date}-${slug}.md');
  });

  it('is nowhere without documents', () => {
    assert.equal(home(), undefined);
  });
});

import assert from 'node:assert/strict';
import { runbookHome, shelvesOf } from '../../../../../src/core/team/templates/shelves.ts';
import { documentOf } from '../../../support/context.ts';

type Docs = ReadonlyArray<readonly [path: string, service?: string]>;

const byService: Docs = [
  ['runbooks/alerts/locker-gateway/LockerOffline.md', 'locker-gateway'],
  ['runbooks/alerts/locker-gateway/LockerSlow.md', 'locker-gateway'],
  ['runbooks/alerts/locker-gateway/DisconnectStorm.md', 'locker-gateway'],
  ['runbooks/alerts/notifier/NotifierBacklog.md', 'notifier'],
  ['runbooks/alerts/parcel_api/ParcelApiDown.md', 'parcel-api'],
];
const byAlert: Docs = [
  ['runbooks/kubernetes/KubePodCrashLooping.md'],
  ['runbooks/kubernetes/KubeNodeNotReady.md'],
  ['runbooks/kubernetes/CPUThrottlingHigh.md'],
  ['runbooks/etcd/etcdNoLeader.md'],
  ['runbooks/node/NodeClockSkew.md'],
  ['runbooks/node/NodeFilesystemFull.md'],
];

function documents(docs: Docs) {
  return docs.map(([path, service]) =>
    documentOf('runbook', service === undefined ? '# A\n' : `---\nservice: ${service}\n---\n\n# A\n`, path),
  );
}

function home(docs: Docs, title: string, service = ''): string | undefined {
  const found = runbookHome(documents(docs), { title, service });
  return found && `${found.folder}/${found.fileName}`;
}

describe('runbookHome', () => {
  it('is where the runbooks of the service are, also under a name in another style', () => {
    assert.equal(home(byService, 'Anything', 'notifier'), 'runbooks/alerts/notifier/${camel}.md');
    assert.equal(home(byService, 'Anything', 'parcel-api'), 'runbooks/alerts/parcel_api/${camel}.md');
  });

  it('is a new folder beside the others for a new service, never that of another one', () => {
    assert.equal(home(byService, 'KafkaDiskFull', 'kafka'), 'runbooks/alerts/kafka/${camel}.md');
    assert.equal(home(byService, 'LockerBattery', 'kafka'), 'runbooks/alerts/kafka/${camel}.md');
    const snake: Docs = [
      ['ops/mail_queue/a.md', 'mail_queue'],
      ['ops/web_front/b.md', 'web_front'],
    ];
    assert.equal(home(snake, 'x', 'Order Desk'), 'ops/order_desk/${slug}.md');
  });

  it('is around the folders where nothing is known of the service', () => {
    assert.equal(home(byService, 'SomethingElse'), 'runbooks/alerts/${camel}.md');
  });

  it('is the folder of the alerts that begin alike', () => {
    assert.equal(home(byAlert, 'KubeJobFailed'), 'runbooks/kubernetes/${camel}.md');
    assert.equal(home(byAlert, 'NodeNetworkDown'), 'runbooks/node/${camel}.md');
    assert.equal(home(byAlert, 'PostgresDown'), 'runbooks/${camel}.md');
  });

  it('is with the tasks for a title in several words', () => {
    const tasks: Docs = [...byService, ['runbooks/tasks/rotate-keys.md'], ['runbooks/tasks/drain-node.md']];
    assert.equal(home(tasks, 'Polish the lockers'), 'runbooks/tasks/${slug}.md');
    assert.equal(home(tasks, 'LockerBatteryLow'), 'runbooks/alerts/locker-gateway/${camel}.md');
  });

  it('is the fullest folder where folders stand for no service', () => {
    const flat: Docs = [['runbooks/a.md'], ['runbooks/b.md'], ['docs/c.md']];
    assert.equal(home(flat, 'x', 'kafka'), 'runbooks/${slug}.md');
    assert.equal(home([], 'x'), undefined);
  });

  it('is with most of the others where few have a folder for their service', () => {
    const mixed: Docs = [
      ...['a', 'b', 'c', 'd'].map((name) => [`runbooks/${name}.md`] as const),
      ['runbooks/mail/x.md', 'mail'],
      ['runbooks/web/y.md', 'web'],
    ];
    assert.equal(home(mixed, 'z', 'kafka'), 'runbooks/${slug}.md');
    assert.equal(home(mixed, 'z', 'mail'), 'runbooks/mail/${slug}.md');
  });
});

describe('shelvesOf', () => {
  it('tells folders by service from those by alert, and from others', () => {
    assert.equal(shelvesOf(documents(byService))?.byService, true);
    assert.equal(shelvesOf(documents(byAlert))?.byService, false);
    assert.equal(shelvesOf(documents([['runbooks/tasks/rotate-keys.md'], ['runbooks/notes/on-call.md']])), undefined);
  });
});

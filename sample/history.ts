// The history of the sample repository as data: who wrote what, and when. The text of the documents stands in files/;
// a commit that touches a document again says what it brought, and versions.ts computes the earlier texts from that.

/** Somebody of the invented company. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** What one commit does to one file. A file's first change creates it and has only a path. */
export interface Change {
  readonly path: string;
  /**
   * What the commit brings into the file: a heading (its whole section), or a part of a line (its list item with what is
   * indented below, its table row, or its paragraph).
   */
  readonly adds?: readonly string[];
  /** Pairs of the text before and after the commit. */
  readonly rewords?: readonly (readonly [before: string, after: string])[];
}

/** One commit of the sample repository. */
export interface HistoryCommit {
  /** ISO 8601 with an offset. */
  readonly date: string;
  readonly author: Person;
  readonly message: string;
  readonly changes: readonly Change[];
}

const person = (name: string): Person => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@tarnbox.example`,
});

const ines = person('Ines Vandermeer');
const bram = person('Bram Oosterling');
const aoife = person('Aoife Kerrigan');
const tomasz = person('Tomasz Wrona');
const priya = person('Priya Nandakumar');
const leila = person('Leila Haddou');
const jonas = person('Jonas Rydell');
const mateus = person('Mateus Figueira');

const alert = (name: string): string => `runbooks/alerts/${name}.md`;
const task = (name: string): string => `runbooks/tasks/${name}.md`;
const postmortem = (name: string): string => `postmortems/${name.slice(0, 4)}/${name}.md`;

const apiErrors = alert('parcel-api/ParcelApiHighErrorRate');
const apiLatency = alert('parcel-api/ParcelApiLatencyHigh');
const apiCrashes = alert('parcel-api/ParcelApiPodsCrashLooping');
const storm = alert('locker-gateway/LockerGatewayDisconnectStorm');
const offline = alert('locker-gateway/LockerOfflineRatioHigh');
const rollout = alert('locker-gateway/LockerFirmwareRolloutStalled');
const noneFree = alert('slot-allocator/SlotAllocatorNoFreeCompartments');
const redisMemory = alert('slot-allocator/SlotAllocatorRedisMemoryHigh');
const backlog = alert('notifier/NotifierQueueBacklog');
const smsDelivery = alert('notifier/NotifierSmsDeliveryLow');
const replication = alert('postgres/PostgresReplicationLag');
const connections = alert('postgres/PostgresConnectionsNearLimit');
const certificate = alert('ingress/CertificateExpiresSoon');

const stalledFailover = postmortem('2025-11-18-postgres-failover-stalled');
const doubleBooking = postmortem('2025-12-09-allocator-double-booking');
const smsBacklog = postmortem('2025-12-19-peak-season-sms-backlog');
const migration = postmortem('2026-01-13-migration-locks-parcel-table');
const expiry = postmortem('2026-02-11-broker-certificate-expired');
const eviction = postmortem('2026-03-03-redis-eviction-lost-reservations');
const reconnects = postmortem('2026-03-21-broker-disconnect-storm');
const retries = postmortem('2026-04-14-courier-retries-overload-api');
const codes = postmortem('2026-05-07-duplicate-pickup-codes');
const firmware = postmortem('2026-06-16-firmware-doors-stay-locked');
const drill = postmortem('2026-07-02-restore-drill-failed');
const pool = postmortem('2026-08-11-connection-pool-exhaustion');
const ingress = postmortem('2026-09-08-ingress-drops-courier-traffic');
const kafkaDisk = postmortem('2026-09-29-kafka-disk-full');
const droppedIndex = postmortem('2026-10-20-slow-allocation-after-index-drop');
const senderName = postmortem('2026-11-03-sms-sender-name-blocked');
const belgium = postmortem('2026-11-18-belgian-lockers-offline');

const presets = `
\`\`\`console
$ kubectl -n lockers exec emqx-0 -- emqx ctl conf load /etc/emqx/presets/accept-50.hocon
$ kubectl -n lockers exec emqx-0 -- emqx ctl conf load /etc/emqx/presets/accept-100.hocon
\`\`\`
`;

const index = 'runbooks/README.md';
const changelog = 'CHANGELOG.md';

type Edits = Omit<Change, 'path'>;

const creates = (...paths: readonly string[]): Change[] => paths.map((path) => ({ path }));
const edits = (path: string, what: Edits): Change => ({ path, ...what });
const lists = (...names: readonly string[]): Change => ({ path: index, adds: names.map((name) => `${name}.md)`) });

const status = (from: string, to: string): readonly [string, string] => [`status: ${from}`, `status: ${to}`];
const reviewed = (from: string, to: string): readonly [string, string] => [
  `last_reviewed_on: ${from}`,
  `last_reviewed_on: ${to}`,
];
const done = (item: string): readonly [string, string] => [`- [ ] ${item}`, `- [x] ${item}`];
const rowDone = (ticket: string): readonly [string, string] => [`| ${ticket} | open  |`, `| ${ticket} | done  |`];

const commit = (
  date: string,
  author: Person,
  message: string,
  ...changes: readonly (Change | readonly Change[])[]
): HistoryCommit => ({ date, author, message, changes: changes.flat() });

/** Every commit of the sample repository, oldest first. */
export const history: readonly HistoryCommit[] = [
  commit(
    '2025-11-03T10:12:00+01:00',
    ines,
    'Start the operations repository',
    creates('README.md', 'docs/architecture.md', '.github/CODEOWNERS', changelog),
  ),
  commit(
    '2025-11-03T15:40:00+01:00',
    bram,
    'Move the incident process from the wiki',
    creates('docs/incident-process.md', 'postmortems/README.md', 'postmortems/TEMPLATE.md'),
  ),
  commit('2025-11-04T09:25:00+01:00', bram, 'Runbooks: index and template', creates(index, 'runbooks/TEMPLATE.md')),
  commit(
    '2025-11-05T11:02:00+01:00',
    aoife,
    'Move the runbooks of parcel-api from the wiki',
    creates(apiErrors, apiLatency, apiCrashes),
  ),
  commit(
    '2025-11-06T14:31:00+01:00',
    tomasz,
    'Move the runbooks of locker-gateway from the wiki\n\nThe mitigation of LockerCommandAckSlow was never written down; I will ask around.',
    creates(storm, offline, alert('locker-gateway/LockerCommandAckSlow')),
  ),
  commit(
    '2025-11-10T16:05:00+01:00',
    mateus,
    'Runbook: unlock a compartment remotely',
    creates(task('unlock-compartment-remotely')),
  ),
  commit(
    '2025-11-11T10:48:00+01:00',
    leila,
    'Move the runbooks of notifier from the wiki',
    creates(backlog, smsDelivery, task('switch-sms-provider')),
  ),
  commit(
    '2025-11-12T09:33:00+01:00',
    jonas,
    'Move the platform runbooks from the wiki',
    creates(
      replication,
      connections,
      alert('postgres/PostgresDiskWillFillIn24Hours'),
      certificate,
      task('drain-kubernetes-node'),
    ),
  ),
  commit(
    '2025-11-13T13:20:00+01:00',
    jonas,
    'Deploy the alert rules from here',
    creates('alerts/parcel.rules.yaml', 'alerts/platform.rules.yaml'),
  ),
  commit(
    '2025-11-14T11:57:00+01:00',
    tomasz,
    'Alert rules of locker-gateway',
    creates('alerts/locker-gateway.rules.yaml'),
  ),
  commit(
    '2025-11-19T16:44:00+01:00',
    bram,
    'Postmortem for the stalled fail-over, first draft',
    creates(stalledFailover),
  ),
  commit(
    '2025-11-20T10:15:00+01:00',
    bram,
    'Runbook for a planned fail-over (PARC-1043)',
    creates(task('fail-over-postgres-primary')),
    lists('fail-over-postgres-primary'),
  ),
  commit(
    '2025-11-21T09:08:00+01:00',
    bram,
    'Drain: say what to check before (PARC-1044)',
    edits(task('drain-kubernetes-node'), { adds: ['## Before you start'] }),
  ),
  commit(
    '2025-11-27T15:10:00+01:00',
    aoife,
    'Postmortem 2025-11-18: lessons from the review',
    edits(stalledFailover, {
      adds: ['## Lessons Learned'],
      rewords: [
        status('Draft', 'Reviewed'),
        done('Write a runbook for a planned fail-over'),
        done('The drain runbook says'),
      ],
    }),
  ),
  commit(
    '2025-12-02T11:30:00+01:00',
    priya,
    'Runbooks for slot-allocator',
    creates(noneFree, alert('slot-allocator/SlotAllocatorReservationLeak')),
    edits(index, { adds: ['### slot-allocator'] }),
    edits(apiLatency, { adds: ['Allocator time dominates'] }),
  ),
  commit(
    '2025-12-04T14:22:00+01:00',
    jonas,
    'Runbook: restore Postgres from a backup',
    creates(task('restore-postgres-from-backup')),
    lists('restore-postgres-from-backup'),
  ),
  commit('2025-12-11T10:37:00+01:00', priya, 'Postmortem: two parcels for one compartment', creates(doubleBooking)),
  commit(
    '2025-12-15T08:55:00+01:00',
    mateus,
    'NoFreeCompartments: other threshold in December',
    edits(noneFree, { adds: ['- In December, the threshold is 25 %'] }),
  ),
  commit(
    '2025-12-18T15:05:00+01:00',
    bram,
    'Postmortem 2025-12-09: reviewed',
    edits(doubleBooking, {
      adds: ['### Where we got lucky'],
      rewords: [status('In Review', 'Reviewed'), done('Reserve in one Lua script')],
    }),
  ),
  commit('2025-12-22T13:48:00+01:00', leila, 'Postmortem: pickup codes up to three hours late', creates(smsBacklog)),
  commit(
    '2025-12-30T11:16:00+01:00',
    leila,
    'Switch SMS provider: rate limits of both providers (PARC-1081)',
    edits(task('switch-sms-provider'), {
      adds: ['- Tellwave allows 120 messages'],
      rewords: [reviewed('2025-11-11', '2025-12-30')],
    }),
  ),
  commit(
    '2026-01-08T09:42:00+01:00',
    mateus,
    'NotifierQueueBacklog: pause the reminders (PARC-1082)',
    edits(backlog, { adds: ['Pause the reminder job while'], rewords: [reviewed('2025-11-11', '2026-01-08')] }),
  ),
  commit(
    '2026-01-08T15:02:00+01:00',
    leila,
    'Postmortem 2025-12-19: after the review',
    edits(smsBacklog, {
      adds: ['## Lessons Learned'],
      rewords: [status('Draft', 'Reviewed'), done('Add the rate limits to'), done('Pausing the reminders is a step')],
    }),
  ),
  commit('2026-01-14T17:25:00+01:00', aoife, 'Postmortem: a migration locked the parcel table', creates(migration)),
  commit(
    '2026-01-16T10:03:00+01:00',
    aoife,
    'ParcelApiHighErrorRate: releases with a migration',
    edits(apiErrors, { adds: ['- A schema migration is part of the release'] }),
  ),
  commit(
    '2026-01-20T13:37:00+01:00',
    leila,
    'Runbook: replay dead-letter events\n\nHow to verify it follows when I have done it once more.',
    creates(task('replay-dead-letter-events')),
    lists('replay-dead-letter-events'),
    edits(backlog, { adds: ['2. One bad message'] }),
  ),
  commit(
    '2026-01-22T15:14:00+01:00',
    bram,
    'Postmortem 2026-01-13: reviewed',
    edits(migration, {
      adds: ['### Where we got lucky'],
      rewords: [status('In Review', 'Reviewed'), done("`lock_timeout = '3s'` and five tries")],
    }),
  ),
  commit(
    '2026-01-29T14:50:00+01:00',
    bram,
    'Close the postmortems whose actions are done',
    edits(stalledFailover, {
      rewords: [status('Reviewed', 'Closed'), done('Set the shutdown timeout'), done('Reports run in batches')],
    }),
    edits(doubleBooking, {
      rewords: [status('Reviewed', 'Closed'), done('Load test with 50 clients'), done('Count "compartment occupied"')],
    }),
  ),
  commit('2026-02-12T11:29:00+01:00', tomasz, "Postmortem: the brokers' certificate expired (draft)", creates(expiry)),
  commit(
    '2026-02-13T16:20:00+01:00',
    ines,
    'Postmortem 2026-02-11: actions and timeline',
    edits(expiry, { adds: ['## Action Items', '## Timeline'], rewords: [status('Draft', 'In Review')] }),
  ),
  commit(
    '2026-02-17T10:41:00+01:00',
    ines,
    'CertificateExpiresSoon: renewed is not loaded (PARC-1133)',
    edits(certificate, {
      adds: ['A certificate that is renewed in the cluster', '2. Make the broker load it'],
      rewords: [reviewed('2025-11-12', '2026-02-17')],
    }),
  ),
  commit(
    '2026-02-19T15:08:00+01:00',
    tomasz,
    'Postmortem 2026-02-11: lessons from the review',
    edits(expiry, {
      adds: ['## Lessons Learned'],
      rewords: [status('In Review', 'Reviewed'), done('Write "renewed is not loaded"')],
    }),
  ),
  commit(
    '2026-02-20T09:51:00+01:00',
    jonas,
    'PostgresReplicationLag: yearly review',
    edits(replication, {
      adds: ['- A long query on the replica'],
      rewords: [reviewed('2025-11-12', '2026-02-20')],
    }),
  ),
  commit(
    '2026-02-24T13:12:00+01:00',
    tomasz,
    'Runbook: rotate the MQTT credentials of the lockers',
    creates(task('rotate-locker-mqtt-credentials')),
    lists('rotate-locker-mqtt-credentials'),
    edits(certificate, { adds: ['3. Device CA: follow'] }),
  ),
  commit(
    '2026-02-26T14:33:00+01:00',
    leila,
    'Close 2025-12-19',
    edits(smsBacklog, {
      rewords: [status('Reviewed', 'Closed'), done('Send asynchronously with a limit'), done('Push message first')],
    }),
  ),
  commit('2026-03-05T12:18:00+01:00', priya, 'Postmortem: Redis evicted reservations', creates(eviction)),
  commit(
    '2026-03-10T10:26:00+01:00',
    priya,
    'Alert and runbook for the memory of redis-slots (PARC-1154)',
    creates(redisMemory),
    edits('alerts/parcel.rules.yaml', { adds: ['- alert: SlotAllocatorRedisMemoryHigh'] }),
    lists('slot-allocator/SlotAllocatorRedisMemoryHigh'),
    edits(apiErrors, { adds: ['- `allocator: 503`'] }),
  ),
  commit(
    '2026-03-12T11:47:00+01:00',
    aoife,
    'ADR 7: keep reservations in Redis (PARC-1156)',
    creates('docs/adr/0007-keep-reservations-in-redis.md'),
  ),
  commit(
    '2026-03-12T15:21:00+01:00',
    priya,
    'Postmortem 2026-03-03: after the review',
    edits(eviction, {
      adds: ['## Lessons Learned'],
      rewords: [status('In Review', 'Reviewed'), rowDone('PARC-1154'), rowDone('PARC-1156')],
    }),
  ),
  commit(
    '2026-03-19T14:55:00+01:00',
    bram,
    'Close 2026-01-13\n\nThe staging table has moved into the plan of the platform team.',
    edits(migration, { rewords: [status('Reviewed', 'Closed'), done('Lint for migrations')] }),
    edits(changelog, { adds: ['## 2026-03'] }),
  ),
  commit('2026-03-24T13:31:00+01:00', tomasz, 'Postmortem: reconnect storm', creates(reconnects)),
  commit(
    '2026-04-02T10:09:00+02:00',
    tomasz,
    'Disconnect storm: presets, and leave the gateway alone (PARC-1170)',
    edits(storm, {
      adds: ['At 100 a second the whole fleet is back', '**C. Do not restart'],
      rewords: [reviewed('2025-11-06', '2026-04-02'), ['double it in steps.\n', `double it in steps.\n${presets}`]],
    }),
  ),
  commit(
    '2026-04-02T15:16:00+02:00',
    bram,
    'Postmortem 2026-03-21: reviewed',
    edits(reconnects, {
      adds: ['## Lessons Learned'],
      rewords: [status('Draft', 'Reviewed'), done('Put the presets for the accept rate')],
    }),
  ),
  commit(
    '2026-04-09T14:40:00+02:00',
    ines,
    'Close 2026-02-11',
    edits(expiry, {
      rewords: [
        status('Reviewed', 'Closed'),
        done('Restart the listener when'),
        done('Probe the certificate from outside'),
        done('Find other processes that read'),
        done('Test the device CA rotation'),
      ],
    }),
  ),
  commit('2026-04-15T17:02:00+02:00', aoife, "Postmortem: a courier's retries", creates(retries)),
  commit(
    '2026-04-20T09:36:00+02:00',
    aoife,
    'ParcelApiHighErrorRate: limit one courier (PARC-1196)',
    edits(apiErrors, { adds: ['- One courier sends most of the traffic'] }),
  ),
  commit(
    '2026-04-23T15:11:00+02:00',
    aoife,
    'Postmortem 2026-04-14: reviewed',
    edits(retries, {
      adds: ['### Where we got lucky'],
      rewords: [status('Draft', 'Reviewed'), done('Limit per courier'), done('Add the limit as a mitigation')],
    }),
  ),
  commit(
    '2026-04-29T11:53:00+02:00',
    tomasz,
    'Alert on the battery of a locker; the runbook follows',
    edits('alerts/locker-gateway.rules.yaml', { adds: ['- alert: LockerBatteryLow'] }),
  ),
  commit('2026-05-08T14:27:00+02:00', leila, 'Postmortem: two different pickup codes', creates(codes)),
  commit(
    '2026-05-12T10:58:00+02:00',
    leila,
    'Replay: events of different reasons separately (PARC-1215)',
    edits(task('replay-dead-letter-events'), { adds: ['- Look at what is in there'] }),
  ),
  commit('2026-05-20T09:19:00+02:00', bram, 'Hand-over moves to Wednesday', edits(changelog, { adds: ['## 2026-05'] })),
  commit(
    '2026-05-21T15:07:00+02:00',
    leila,
    'Postmortem 2026-05-07: reviewed',
    edits(codes, {
      adds: ['## Lessons Learned'],
      rewords: [status('Draft', 'Reviewed'), done('Idempotency key from parcel'), done('Say in [the runbook]')],
    }),
  ),
  commit(
    '2026-05-28T11:44:00+02:00',
    jonas,
    'Fail-over: what to do when the old primary hangs',
    edits(task('fail-over-postgres-primary'), {
      adds: ['4. If the old primary hangs'],
      rewords: [reviewed('2025-11-20', '2026-05-28')],
    }),
  ),
  commit(
    '2026-06-04T14:36:00+02:00',
    bram,
    'Close 2026-03-03 and 2026-03-21',
    edits(eviction, {
      rewords: [status('Reviewed', 'Closed'), rowDone('PARC-1152'), rowDone('PARC-1153'), rowDone('PARC-1155')],
    }),
    edits(reconnects, {
      rewords: [
        status('Reviewed', 'Closed'),
        done('Keep an accept rate of 150'),
        done('Firmware: back off'),
        done('Delete retained messages'),
        done('Alert on the memory of the brokers'),
      ],
    }),
  ),
  commit('2026-06-18T10:30:00+02:00', tomasz, 'Postmortem: firmware 4.12, first draft', creates(firmware)),
  commit(
    '2026-06-19T16:12:00+02:00',
    bram,
    'Postmortem 2026-06-16: timeline from the channel',
    edits(firmware, { adds: ['## Timeline'], rewords: [status('Draft', 'In Review')] }),
  ),
  commit(
    '2026-06-22T13:05:00+02:00',
    bram,
    'Runbook for a stalled firmware roll-out (PARC-1252)',
    creates(rollout),
    lists('locker-gateway/LockerFirmwareRolloutStalled'),
    edits(offline, { adds: ['3. One **firmware** version'] }),
  ),
  commit(
    '2026-06-25T15:18:00+02:00',
    tomasz,
    'Postmortem 2026-06-16: after the review',
    edits(firmware, {
      adds: ['## Lessons Learned'],
      rewords: [status('In Review', 'Reviewed'), done('Runbook for a stalled roll-out')],
    }),
  ),
  commit('2026-07-06T11:21:00+02:00', jonas, 'Postmortem: the restore drill did not finish', creates(drill)),
  commit(
    '2026-07-09T10:45:00+02:00',
    jonas,
    'Restore: check quota and archive first (PARC-1273)',
    edits(task('restore-postgres-from-backup'), {
      adds: ['- 800 GB of free volume quota'],
      rewords: [reviewed('2025-12-04', '2026-07-09')],
    }),
  ),
  commit(
    '2026-07-09T15:09:00+02:00',
    jonas,
    'Postmortem 2026-07-02: reviewed',
    edits(drill, {
      adds: ['### Where we got lucky'],
      rewords: [
        status('In Review', 'Reviewed'),
        done('Correct the lifecycle rule'),
        done('Add quota and archive check'),
      ],
    }),
  ),
  commit(
    '2026-07-15T14:02:00+02:00',
    aoife,
    'Close 2026-04-14',
    edits(retries, { rewords: [status('Reviewed', 'Closed'), done('Status codes count as part')] }),
  ),
  commit(
    '2026-07-21T09:57:00+02:00',
    mateus,
    'Postmortem 2026-06-16: roll-outs halt on support contacts (PARC-1251)',
    edits(firmware, {
      rewords: [
        done('Revision C in the test rack'),
        done('The canary wave has sites'),
        done('Halt a roll-out when support'),
      ],
    }),
  ),
  commit('2026-08-12T16:33:00+02:00', ines, 'Postmortem: a job used up the connections', creates(pool)),
  commit(
    '2026-08-19T11:10:00+02:00',
    ines,
    'PostgresConnectionsNearLimit: jobs use the pooler',
    edits(connections, { adds: ['## Notes'], rewords: [reviewed('2025-11-12', '2026-08-19')] }),
    edits(changelog, { adds: ['## 2026-08'] }),
  ),
  commit(
    '2026-08-20T15:13:00+02:00',
    priya,
    'Postmortem 2026-08-11: reviewed',
    edits(pool, {
      adds: ['## Lessons Learned'],
      rewords: [
        status('In Review', 'Reviewed'),
        done('Limit the role `job_runner`'),
        done('`parallelism: 2` in the template'),
        done('Keep-alive of 60 seconds'),
      ],
    }),
  ),
  commit(
    '2026-08-27T14:24:00+02:00',
    jonas,
    'Close 2026-07-02',
    edits(drill, {
      rewords: [status('Reviewed', 'Closed'), done('Quota follows the size'), done('Weekly automatic restore')],
    }),
  ),
  commit('2026-09-10T13:39:00+02:00', jonas, 'Postmortem: an ingress change dropped traffic', creates(ingress)),
  commit(
    '2026-09-15T09:14:00+02:00',
    aoife,
    'ParcelApiHighErrorRate: tell support when it is over',
    edits(apiErrors, { adds: ['## Notes'] }),
  ),
  commit(
    '2026-09-17T11:26:00+02:00',
    jonas,
    'Postmortem 2026-09-08: timeline, ready for review',
    edits(ingress, {
      adds: ['## Timeline'],
      rewords: [status('Draft', 'In Review'), done('Set the option explicitly')],
    }),
  ),
  commit(
    '2026-09-22T16:48:00+02:00',
    mateus,
    'Unlock: block a door that does not move',
    edits(task('unlock-compartment-remotely'), { adds: ['3. A door which does not move'] }),
  ),
  commit('2026-10-01T10:20:00+02:00', bram, 'Postmortem: a Kafka broker ran out of disk', creates(kafkaDisk)),
  commit(
    '2026-10-05T13:55:00+02:00',
    bram,
    'Alert on the disks of Kafka (PARC-1351)',
    edits('alerts/platform.rules.yaml', { adds: ['- alert: KafkaDiskNearlyFull'] }),
  ),
  commit(
    '2026-10-08T11:41:00+02:00',
    bram,
    'Postmortem 2026-09-29: ready for review',
    edits(kafkaDisk, {
      adds: ['## Lessons Learned'],
      rewords: [status('Draft', 'In Review'), rowDone('PARC-1351')],
    }),
  ),
  commit(
    '2026-10-12T09:30:00+02:00',
    tomasz,
    'LockerOfflineRatioHigh: forgotten maintenance',
    edits(offline, { adds: ['## Notes'], rewords: [reviewed('2025-11-06', '2026-10-12')] }),
  ),
  commit(
    '2026-10-14T15:33:00+02:00',
    bram,
    'SEV-1 from 500 lockers',
    edits('docs/incident-process.md', { rewords: [['1,000 lockers are offline', '500 lockers are offline']] }),
    edits(storm, { rewords: [['From 1,000 lockers offline', 'From 500 lockers offline']] }),
    edits(changelog, { adds: ['## 2026-10'] }),
  ),
  commit('2026-10-22T12:07:00+02:00', priya, 'Postmortem: slow allocation', creates(droppedIndex)),
  commit(
    '2026-10-26T10:52:00+01:00',
    priya,
    'ParcelApiLatencyHigh: missing indexes (PARC-1379)',
    edits(apiLatency, { adds: ['A sequential scan on', '3. A missing index'] }),
  ),
  commit(
    '2026-10-29T11:15:00+01:00',
    jonas,
    'Postmortem 2026-10-20: ready for review',
    edits(droppedIndex, {
      adds: ['## Lessons Learned'],
      rewords: [status('Draft', 'In Review'), done('The change calendar shows'), done('Name the missing index in')],
    }),
  ),
  commit('2026-11-04T15:58:00+01:00', leila, 'Postmortem: text messages blocked (draft)', creates(senderName)),
  commit(
    '2026-11-09T10:34:00+01:00',
    leila,
    'NotifierSmsDeliveryLow: blocked sender names',
    edits(smsDelivery, { adds: ['- One country, one provider', '- Blocked sender name'] }),
  ),
  commit(
    '2026-11-12T14:19:00+01:00',
    aoife,
    'ParcelApiPodsCrashLooping: schema version',
    edits(apiCrashes, { adds: ['| exit code 1 within 5 s', '- Schema: run the migration job'] }),
  ),
  commit(
    '2026-11-13T09:46:00+01:00',
    ines,
    'Readme: how to change something',
    edits('README.md', { adds: ['## Changing something'] }),
    ...creates('.github/workflows/runbooks.yml', '.github/runbook-lens-baseline.json'),
  ),
  commit(
    '2026-11-16T11:05:00+01:00',
    priya,
    'The objective of the parcel API, for the quarter',
    creates('slos/parcel-api.yaml'),
  ),
  commit('2026-11-19T10:23:00+01:00', tomasz, 'Postmortem: Belgian lockers offline (draft)', creates(belgium)),
  commit(
    '2026-11-20T16:37:00+01:00',
    tomasz,
    'Postmortem 2026-11-18: what we did',
    edits(belgium, { adds: ['## Resolution'] }),
  ),
];

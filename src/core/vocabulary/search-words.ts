/** Words and phrases that mean the same to somebody who searches. */
export interface SynonymGroup {
  readonly words: readonly string[];
  /** Address of a page that uses them for the same thing. */
  readonly source: string;
}

const kubernetes = 'https://kubernetes.io/docs';
const postgres = 'https://www.postgresql.org/docs/current';
const rfc = 'https://www.rfc-editor.org/rfc';

/** The synonyms of operations, by the name of their group. A word may be in several groups. */
export const synonyms: Readonly<Record<string, SynonymGroup>> = {
  memory: { words: ['memory', 'ram', 'heap', 'rss'], source: 'https://docs.kernel.org/admin-guide/mm/concepts.html' },
  'out of memory': {
    words: ['oom', 'out of memory', 'oomkilled', 'oom killed', 'oom killer', 'exit code 137', 'memory leak'],
    source: `${kubernetes}/tasks/configure-pod-container/assign-memory-resource/`,
  },
  'crash loop': {
    words: ['crashloop', 'crash loop', 'crash looping', 'crashloopbackoff', 'restart loop', 'keeps restarting'],
    source: `${kubernetes}/concepts/workloads/pods/pod-lifecycle/`,
  },
  'no space left': {
    words: [
      'no space left',
      'enospc',
      'disk full',
      'full disk',
      'disk space',
      'low disk',
      'storage full',
      'volume full',
      'out of space',
      'nearly full',
      'almost full',
      'filling up',
      'fills up',
    ],
    source: 'https://man7.org/linux/man-pages/man3/errno.3.html',
  },
  volume: {
    words: ['volume', 'disk', 'storage', 'filesystem', 'pvc', 'pv', 'persistentvolumeclaim'],
    source: `${kubernetes}/concepts/storage/persistent-volumes/`,
  },
  postgres: {
    words: ['postgres', 'postgresql', 'pg', 'psql'],
    source: 'https://wiki.postgresql.org/wiki/Identity_Guidelines',
  },
  database: { words: ['database', 'db', 'rdbms'], source: `${postgres}/glossary.html` },
  kubernetes: { words: ['kubernetes', 'k8s', 'kube'], source: `${kubernetes}/concepts/overview/` },
  failover: {
    words: ['failover', 'fail over', 'switchover', 'switch over', 'takeover', 'promote', 'ha', 'high availability'],
    source: `${postgres}/high-availability.html`,
  },
  primary: { words: ['primary', 'master', 'leader', 'writer', 'read write'], source: `${postgres}/glossary.html` },
  replica: {
    words: ['replica', 'standby', 'secondary', 'slave', 'follower', 'reader', 'read only', 'replication', 'copies'],
    source: `${postgres}/glossary.html`,
  },
  lag: {
    words: ['lag', 'lagging', 'behind', 'delay', 'delayed', 'backlog', 'pile up', 'catch up', 'pending'],
    source: 'https://kafka.apache.org/documentation/#basic_ops_consumer_lag',
  },
  backup: { words: ['backup', 'back up', 'dump', 'snapshot'], source: `${postgres}/backup.html` },
  restore: {
    words: ['restore', 'recover', 'recovery', 'point in time', 'pitr', 'bring back', 'get back'],
    source: `${postgres}/continuous-archiving.html`,
  },
  'write-ahead log': { words: ['wal', 'write ahead log', 'xlog'], source: `${postgres}/wal-intro.html` },
  connections: {
    words: ['connection', 'session', 'client', 'connection slots', 'connection pool'],
    source: `${postgres}/glossary.html`,
  },
  unavailable: {
    words: [
      'down',
      'offline',
      'unavailable',
      'unreachable',
      'outage',
      'dead',
      'gone',
      'not responding',
      'connection refused',
      'econnrefused',
    ],
    source: `${rfc}/rfc9110#name-503-service-unavailable`,
  },
  timeout: {
    words: ['timeout', 'timed out', 'time out', 'deadline exceeded', 'etimedout', 'gives up'],
    source: 'https://grpc.io/docs/guides/status-codes/',
  },
  stuck: {
    words: ['stuck', 'hang', 'hung', 'stalled', 'frozen', 'deadlock', 'blocked'],
    source: `${postgres}/explicit-locking.html`,
  },
  slow: {
    words: ['slow', 'latency', 'response time', 'p99', 'p95'],
    source: 'https://sre.google/sre-book/monitoring-distributed-systems/',
  },
  errors: {
    words: ['5xx', '500', '502', '503', '504', 'server error', 'error rate', 'bad gateway'],
    source: `${rfc}/rfc9110#name-server-error-5xx`,
  },
  certificate: { words: ['certificate', 'cert', 'tls', 'ssl', 'x509', 'pki'], source: `${rfc}/rfc5280` },
  token: { words: ['token', 'jwt', 'bearer'], source: `${rfc}/rfc7519` },
  authentication: {
    words: ['authentication', 'auth', 'login', 'log in', 'sign in', 'sso', 'unauthorized', '401'],
    source: `${rfc}/rfc9110#name-401-unauthorized`,
  },
  'permission denied': {
    words: ['permission denied', 'access denied', 'forbidden', '403', 'eacces', 'not authorized'],
    source: `${rfc}/rfc9110#name-403-forbidden`,
  },
  rollback: {
    words: ['rollback', 'roll back', 'rolled back', 'revert', 'undo'],
    source: `${kubernetes}/concepts/workloads/controllers/deployment/`,
  },
  deploy: {
    words: ['deploy', 'deployment', 'release', 'rollout', 'roll out'],
    source: `${kubernetes}/concepts/workloads/controllers/deployment/`,
  },
  restart: {
    words: ['restart', 'reboot', 'bounce'],
    source: `${kubernetes}/reference/kubectl/generated/kubectl_rollout/kubectl_rollout_restart/`,
  },
  cpu: {
    words: ['cpu', 'processor', 'throttling', 'load average'],
    source: `${kubernetes}/concepts/configuration/manage-resources-containers/`,
  },
  node: {
    words: ['node', 'host', 'machine', 'server', 'virtual machine'],
    source: `${kubernetes}/concepts/architecture/nodes/`,
  },
  pod: { words: ['pod', 'container'], source: `${kubernetes}/concepts/workloads/pods/` },
  ingress: {
    words: ['ingress', 'route', 'load balancer', 'gateway', 'reverse proxy'],
    source: `${kubernetes}/concepts/services-networking/ingress/`,
  },
  dns: { words: ['dns', 'name resolution', 'no such host', 'nxdomain', 'enotfound'], source: `${rfc}/rfc1035` },
  'dead letter queue': {
    words: ['dead letter', 'dlq', 'dead letter queue'],
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  },
  subscription: { words: ['subscription', 'subscriber', 'subscribe'], source: `${postgres}/logical-replication.html` },
  job: { words: ['job', 'cron', 'cronjob', 'worker'], source: `${kubernetes}/concepts/workloads/controllers/job/` },
  malformed: {
    words: ['malformed', 'truncated', 'cut off', 'garbled', 'corrupt', 'incomplete'],
    source: `${postgres}/errcodes-appendix.html`,
  },
  absent: {
    words: ['absent', 'missing', 'empty', 'no data', 'no results'],
    source: 'https://prometheus.io/docs/prometheus/latest/querying/functions/#absent',
  },
  stale: {
    words: ['stale', 'outdated', 'out of date', 'old'],
    source: 'https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness',
  },
  'language model': {
    words: ['llm', 'language model'],
    source: 'https://csrc.nist.gov/glossary/term/large_language_model',
  },
  protobuf: {
    words: ['protobuf', 'proto', 'protocol buffers', 'grpc'],
    source: 'https://grpc.io/docs/what-is-grpc/introduction/',
  },
  health: {
    words: ['health', 'health check', 'healthz', 'liveness', 'readiness', 'probe'],
    source: `${kubernetes}/concepts/configuration/liveness-readiness-startup-probes/`,
  },
  query: { words: ['query', 'sql', 'statement', 'transaction'], source: `${postgres}/glossary.html` },
  scale: {
    words: ['scale', 'autoscaling', 'hpa', 'resize', 'expand', 'capacity'],
    source: `${kubernetes}/tasks/run-application/horizontal-pod-autoscale/`,
  },
  delete: { words: ['delete', 'drop', 'remove', 'dropped'], source: `${postgres}/sql-droptable.html` },
  disabled: {
    words: ['disable', 'switched off', 'turned off', 'suspended', 'paused', 'stopped'],
    source: `${kubernetes}/concepts/workloads/controllers/cron-jobs/#schedule-suspension`,
  },
};

/** Words that lists of function words for prose have, but that tell one outage from another. */
export const tellingWords: readonly string[] = ['against', 'down', 'no', 'not', 'off', 'out', 'over', 'under', 'up'];

/** Words with which people ask, and that say nothing about what they ask for. */
export const askingWords: readonly string[] = (
  'already also any anybody anymore anyone anything ever every everybody everyone everything get gets getting go goes got ' +
  'help just keep keeps like look looks make makes many much need needs never nobody nothing now one please say says see ' +
  'seem seems since somebody someone something still thing things today us way whole yet'
).split(' ');

/** A command that destroys data or capacity that does not come back at once. */
export interface Destruction {
  /** The effect of the command, as the predicate of a sentence: "deletes volumes and their data". */
  readonly effect: string;
  /** Whether the loss is permanent, apart from backups. */
  readonly final: boolean;
}

interface Pattern extends Destruction {
  readonly pattern: RegExp;
  /** Routine forms, which are not reported. */
  readonly unless?: RegExp;
}

const kubernetes = String.raw`^(?:kubectl|oc|k)\s(?:[^|;&]*\s)?delete\s(?:[^|;&]*\s)?`;
const cloudHost = /:9200\b|elastic|opensearch|\bes[.:-]|\$\{?(?:ES|ELASTIC|OPENSEARCH)/i;

/** Folders that programs create again when needed. */
const scratch =
  /^rm(?:\s+-{1,2}[\w-]+)*(?:\s+["']?(?:\.\/)?\S*(?:\/?(?:tmp|temp|node_modules|dist|build|out|target|cache|__pycache__|coverage|venv)(?:\/|\b(?![\w.-]))|\.(?:cache|terraform|next|venv|pytest_cache|mypy_cache|ruff_cache|parcel-cache|tox|gradle|turbo|nuxt|output|vercel\/output|svelte-kit|docusaurus)|\/?_(?:site|build)\b)\S*["']?)+\s*$/i;

/** Folders that their names call the remains of something else: `/checkpoints/failed`, `data.old`. */
const remains =
  /^rm(?:\s+-{1,2}[\w-]+)*(?:\s+["']?(?:\S*[/._-])?(?:failed|broken|corrupt(?:ed)?|stale|old|orig|tmp|temp|caches?)(?:[-_.]\d[\w.-]*)?\/?(?:\*)?["']?)+\s*$/i;

const patterns: readonly Pattern[] = [
  {
    pattern: /^rm\s(?:[^|;&]*\s)?(?:-[a-qs-z]*r[a-z]*|--recursive)(?:\s|$)/i,
    effect: 'permanently deletes folders',
    final: true,
    unless: new RegExp(`${scratch.source}|${remains.source}`, 'i'),
  },
  {
    pattern: /^find\s[^|;&]*\s(?:-delete|-exec\s+rm\s)/,
    effect: 'deletes all files that it finds',
    final: true,
    unless: /\s-(?:i?name|i?path|regex|[acm](?:time|min)|newer\w*|size|empty|user)\b|\/(?:tmp|cache|logs?)(?:\/|\s)/,
  },
  { pattern: /^(?:mkfs(?:\.\w+)?|wipefs|blkdiscard)\s+\S/, effect: 'erases a disk', final: true },
  { pattern: /^shred\s[^|;&]*\/dev\/\w/, effect: 'erases a disk', final: true },
  { pattern: /^dd\s[^|;&]*\bof=\/dev\/(?!null\b)/, effect: 'overwrites a disk', final: true },
  { pattern: /^(?:lvremove|vgremove|pvremove)\s+\S/, effect: 'removes volumes and their data', final: true },
  { pattern: /^(?:zfs|zpool)\s+destroy\s/, effect: 'destroys a file system and its snapshots', final: true },
  { pattern: /^mdadm\s[^|;&]*--zero-superblock/, effect: 'removes a disk from its array', final: true },
  {
    pattern: new RegExp(
      String.raw`${kubernetes}(?:[\w.,-]*,)?(?:namespaces?|ns|projects?|pvc|persistentvolumeclaims?|pv|persistentvolumes?|crds?|customresourcedefinitions?|vm|virtualmachines?|dv|datavolumes?|volumesnapshots?)(?:[\s/,]|$)`,
      'i',
    ),
    effect: 'deletes resources and the data or objects in them',
    final: true,
  },
  {
    pattern: new RegExp(String.raw`${kubernetes}(?:nodes?|no)(?:[\s/]|$)`, 'i'),
    effect: 'removes a node from the cluster',
    final: false,
  },
  {
    pattern: new RegExp(String.raw`${kubernetes}--all(?![\w-])`),
    effect: 'deletes all resources of a type',
    final: false,
  },
  { pattern: /^kubeadm\s+reset\b/, effect: 'removes a node from the cluster', final: false },
  {
    pattern: /^helm\s[^|;&]*?(?:uninstall|delete)\s+\S/,
    effect: 'removes a release and all its resources',
    final: false,
    unless: /--keep-history/,
  },
  {
    pattern: /^etcdctl\s[^|;&]*\bdel\s[^|;&]*--(?:prefix|from-key)/,
    effect: 'deletes many keys of the cluster state',
    final: true,
  },
  {
    pattern: /^(?:terraform|tofu|terragrunt|pulumi)\s(?:[^|;&]*\s)?(?:destroy\b|apply\s[^|;&]*-destroy\b)/,
    effect: 'destroys infrastructure',
    final: true,
  },
  {
    pattern: /^docker\s+(?:system|volume)\s+prune\b/,
    effect: 'deletes everything that no container uses',
    final: false,
    unless: /\bsystem\s+prune\b(?!.*(?:\s-\w*a|--all|--volumes))/,
  },
  { pattern: /^docker\s+volume\s+rm\s/, effect: 'deletes volumes and their data', final: true },
  {
    pattern: /^docker(?:-|\s+)compose\s[^|;&]*\bdown\s(?:[^|;&]*\s)?(?:-v|--volumes)(?:\s|$)/,
    effect: 'deletes volumes and their data',
    final: true,
  },
  {
    pattern: /^git\s(?:[^|;&]*\s)?push\s(?:[^|;&]*\s)?(?:--force|-f)(?:\s|$)/,
    effect: 'overwrites commits that others pushed',
    final: false,
  },
  {
    pattern: /^git\s(?:[^|;&]*\s)?reset\s(?:[^|;&]*\s)?--hard(?:\s|$)/,
    effect: 'discards uncommitted changes',
    final: false,
  },
  {
    pattern: /^aws\s(?:[^|;&]*\s)?s3\s+rm\s[^|;&]*--recursive/,
    effect: 'deletes all objects under a prefix',
    final: true,
  },
  {
    pattern: /^aws\s(?:[^|;&]*\s)?s3\s+rb\s[^|;&]*--force/,
    effect: 'deletes a bucket and all its objects',
    final: true,
  },
  {
    pattern: /^(?:gsutil|gcloud\s+storage)\s(?:[^|;&]*\s)?rm\s(?:[^|;&]*\s)?(?:-[a-qs-z\d_]*r\w*|--recursive)(?:\s|$)/i,
    effect: 'deletes all objects under a prefix',
    final: true,
  },
  {
    pattern: /^aws\s(?:[^|;&]*\s)?(?:delete-[a-z-]+|terminate-[a-z-]+|purge-queue|batch-delete-[a-z-]+)(?:\s|$)/,
    effect: 'deletes cloud resources',
    final: true,
    unless:
      /\b(?:delete-(?:message(?:-batch)?|tags?|alarms|access-key|login-profile|network-interface|route|object-tagging|item)|terminate-session)\b|\bdelete-secret\b(?!.*--force-delete-without-recovery)|--pending-window-in-days|--no-should-decrement-desired-capacity\b/,
  },
  {
    pattern: /^gcloud\s(?:[^|;&]*\s)?delete(?:\s|$)/,
    effect: 'deletes cloud resources',
    final: true,
    // Its deletion is carried out after 30 days.
    unless: /^gcloud\s+projects\s/,
  },
  {
    pattern: /^az\s(?:[^|;&]*\s)?(?:delete|purge|delete-batch)(?:\s|$)/,
    effect: 'deletes cloud resources',
    final: true,
    // Key vaults keep what is deleted.
    unless: /^az\s+keyvault\s(?!.*\bpurge\b)/,
  },
  {
    pattern: /^(?:eksctl|kops|doctl|linode-cli|hcloud)\s(?:[^|;&]*\s)?(?:delete|destroy)\s/,
    effect: 'deletes cloud resources',
    final: true,
  },
  {
    pattern: /^heroku\s+(?:pg:reset|apps:destroy|addons:destroy)\b/,
    effect: 'deletes an application’s data',
    final: true,
  },
  {
    pattern: /^ceph\s+osd\s+(?:purge|destroy|pool\s+(?:rm|delete))\b|^(?:rbd\s+rm|rados\s+purge)\s/,
    effect: 'destroys stored data',
    final: true,
  },
  {
    pattern: /^kafka-topics(?:\.sh)?\s(?:[^|;&]*\s)?--delete(?:\s|$)|^kafka-delete-records/,
    effect: 'permanently deletes messages',
    final: true,
  },
  {
    pattern: /^rabbitmqctl\s(?:[^|;&]*\s)?(?:delete_queue|purge_queue|delete_vhost|reset|force_reset)\b/,
    effect: 'permanently deletes messages',
    final: true,
  },
  {
    pattern: /^nodetool\s(?:[^|;&]*\s)?(?:assassinate|removenode)\b/,
    effect: 'removes a node and its copies from the cluster',
    final: true,
  },
  {
    pattern: /^(?:velero\s+backup|argocd\s+app)\s+delete\s/,
    effect: 'deletes data that a recovery needs',
    final: true,
  },
  { pattern: /^dropdb\s/, effect: 'deletes a database', final: true },
  {
    pattern: /^(?:shutdown\s(?:[^|;&]*\s)?-[hP]\b|poweroff\b|systemctl\s+poweroff\b)/,
    effect: 'turns off a machine that somebody must turn on again',
    final: false,
  },
  { pattern: /^crontab\s(?:[^|;&]*\s)?-r\b/, effect: 'deletes all scheduled jobs of a user', final: true },
  {
    pattern: /^curl\s[^|;&]*(?:-X\s*|--request[ =])["']?DELETE\b/,
    effect: 'deletes an index or document',
    final: true,
    unless: new RegExp(
      `^(?![^]*(?:${cloudHost.source}))|_search/scroll|_tasks|voting_config_exclusions|_slm|_ilm|_async_search`,
      'i',
    ),
  },
];

/** Database statements, anywhere in a command: most are an argument of `psql`, `mysql` or `redis-cli`. */
const statements: readonly Pattern[] = [
  {
    pattern: /\bDROP\s+(?:DATABASE|SCHEMA|TABLE|KEYSPACE|COLLECTION|TABLESPACE)\s+(?:IF\s+EXISTS\s+)?[\w."`<$[{:-]+/i,
    effect: 'deletes a table or database',
    final: true,
  },
  {
    pattern: /\bTRUNCATE\s+TABLE\s+[\w."`<$[{]+|(?:^|["'])TRUNCATE\s+(?!-)[\w."`<$[{]+/i,
    effect: 'empties a table',
    final: true,
  },
  {
    pattern: /\bDELETE\s+FROM\s+[\w."`<$[{>}\]]+\s*(?:;|["']|$)/i,
    effect: 'deletes all rows of a table because it has no WHERE',
    final: true,
  },
  { pattern: /\bFLUSH(?:ALL|DB)\b/i, effect: 'empties the whole cache or database', final: false },
  {
    pattern: /\.dropDatabase\(\s*\)|\.deleteMany\(\s*\{\s*\}\s*\)/,
    effect: 'deletes a collection or database',
    final: true,
  },
];

const harmless = /--dry-run(?!=none)|(?:^|\s)--help\b|--no-op\b/;

/**
 * Returns what a command destroys; undefined if nothing is lost that does not come back at once: deleting a pod only restarts it.
 * @param command one command without prompt, `sudo` and variables before it; see `commandsOf`.
 */
export function destructionOf(command: string): Destruction | undefined {
  if (harmless.test(command)) {
    return undefined;
  }
  return (
    patterns.find(({ pattern, unless }) => pattern.test(command) && unless?.test(command) !== true) ??
    statements.find(({ pattern }) => pattern.test(command))
  );
}

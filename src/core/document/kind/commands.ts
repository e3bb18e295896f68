/** Programs that one gives commands to a running system with. Fragments of a regular expression. */
const operators = [
  'sudo|ssh|scp|rsync|systemctl|journalctl|service|kill|top|ps|df|du|lsof|netstat|ss|iptables|tail|grep|curl|dig|nslookup|openssl',
  'mount|lsblk|zfs|zpool|btrfs|nginx|certbot|kubectl|oc|helm|flux|velero|istioctl|virtctl|nomad|consul|vault|etcdctl|ceph',
  'aws|gcloud|gsutil|az|bosh|cf|fly|flyctl|terraform|ansible(?:-playbook)?|knife|gitlab-ctl|promql',
  'psql|mysql|redis-cli|pg_\\w+|mongo(?:sh|dump|restore)?|rabbitmqctl|kafka-[\\w.-]+',
  'docker(?:[- ]compose)? (?:restart|logs|exec|ps|stop|start|down|stats|inspect)',
].join('|');

/** Programs of those who write software, with their commands where others use them, too. */
const developers = [
  'npm|npx|yarn|pnpm|bun|pip3?|poetry|uv|go|cargo|mvn|gradle|dotnet|bundle|composer|brew|pytest|cmake|rails|node|python3?',
  'git (?:clone|checkout|commit|push|add|rebase|merge)|make (?:test|lint|build|install|dev|run|check|fmt)|docker build',
].join('|');

/** A command at the start of a line, after a prompt, or after what joins commands. */
const operatorCommand = new RegExp(
  `(?:^|[\\n|;&$(]|\\$\\s|#\\s|>\\s)[^\\S\\n\\r\\u2028\\u2029]*(?:${operators})(?=\\s)`,
  'g',
);
const developerCommand = new RegExp(`^[ \\t]*(?:[$>#][ \\t]*)?(?:${developers})(?=\\s)`, 'gm');

/** Returns how many commands for a running system some code has. */
export function operatorCommandsIn(code: string): number {
  return code.match(operatorCommand)?.length ?? 0;
}

/** Returns how many commands of those who write software some code has. */
export function developerCommandsIn(code: string): number {
  return code.match(developerCommand)?.length ?? 0;
}

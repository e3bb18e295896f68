/** Programs whose names are no English words and no usual names of variables. */
const names =
  'sudo|systemctl|journalctl|kubectl|kubeadm|kubectx|kubens|crictl|oc|helm|docker|docker-compose|podman|apt|apt-get|apk|pacman|yum|dnf|rpm|dpkg|zypper|ceph|etcdctl|lsblk|fdisk|mkfs(?:\\.\\w+)?|umount|lvs|vgs|pvs|lvextend|xfs_growfs|resize2fs|virsh|virtctl|zpool|zfs|iptables|nft|ip|ss|ssh|scp|rsync|curl|wget|chown|chmod|grep|awk|sed|ls|df|du|ps|psql|pg_dump|mysql|mysqldump|redis-cli|aws|gcloud|gsutil|terraform|tofu|terragrunt|pulumi|ansible|ansible-playbook';
/** Programs whose names are words as well. */
const words =
  'az|git|gh|npm|npx|yarn|pnpm|node|python3?|pip3?|ruby|bundle|rails|rake|bash|sh|cd|cat|echo|printf|export|mkdir|rm|cp|mv|ln|touch|head|tail|less|jq|yq|vault|consul|nomad|argocd|velero|istioctl|minikube|eksctl|kops|doctl|heroku|mongosh?|mongodump|rabbitmqctl|nodetool|kafka-topics(?:\\.sh)?|dig|nslookup|nc|telnet|ping|tar|unzip|gzip|find|xargs|kill|pkill|make|go|cargo|crontab|openssl|gpg|dd|mount|dropdb|createdb|pg_restore|sqlplus';

/** Part of a pattern for commands whose names are not English words. */
export const unmistakableNames = names;
/** Part of a pattern for commands that people type in runbooks. */
export const commandNames = `${names}|${words}`;

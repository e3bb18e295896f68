import { usualLimit } from './usual-limit.ts';

/** What `--help` prints, by subcommand. A bundle of its own, as most runs print none of it. */
export const helps = {
  actions: `Usage: runbook-lens actions [PATH] [options]

Lists the action items of the postmortems in the folder PATH (default: the working directory).

Options:
  --open               Only action items that are not done, overdue or not.
  --overdue            Only overdue action items: not done, and due before today (UTC).
  --format text|json   Output format (default: text). JSON is an array of
                       {path, range, text, state, owners, due?, tracking, priority?, group?,
                       postmortem, date?, services}; state is overdue, open, done or
                       wont-do, due is {text, date?}, tracking is an array of {text, url?};
                       lines and characters in ranges are 0-based.
  --include GLOB       Only files that match. Can be repeated.
  --exclude GLOB       Skip files that match. Can be repeated.
  -h, --help           Show this help.

Exit code: 0: success, 2: --overdue found overdue action items, 1: failure.
`,
  alerts: `Usage: runbook-lens alerts [PATH] [options]

Lists the alerts that rule files in the folder PATH define (default: the working directory), and
where their links to runbooks lead: rules of Prometheus and its like, Grafana, Datadog, and alerts
in Terraform.

Options:
  --repository OWNER/NAME  The repository that PATH is the top of. Without it, git's remotes say so.
                           Can be repeated.
  --state STATE            Only alerts in this state: none (no link, or one to come), resolved, dead,
                           anchor-missing, outside (elsewhere) or pattern (known when it fires).
  --key NAME               A further annotation or label with links to runbooks. Can be repeated.
  --runbooks               List runbooks instead, with the number of alerts that lead to them.
  --min-coverage N         Fail if fewer than N percent of the alerts have a link that is not dead.
  --baseline FILE          A file with known findings, which check --update-baseline has written.
                           They fail nothing, and no report but the list has them.
  --format FORMAT          Output format (default: text). json is an array of {path, line, name,
                           severity?, group?, source, link?, linkKey?, state, target?,
                           suggestions?, test?}; with --runbooks of {path, usedBy}. Lines are
                           1-based. Paths count from the top of the repository. sarif, github
                           and junit have the findings of check about these alerts.
  --include GLOB           Only files that match. Can be repeated.
  --exclude GLOB           Skip files that match. Can be repeated.
  -h, --help               Show this help.

Exit code: 0: success, 1: failure, 2: a listed link is dead, and neither a comment nor the baseline
silences that, or fewer have one than wanted.
`,
  check: `Usage: runbook-lens check [PATH...] [options]

Checks the runbooks and postmortems in PATH, which is a file or folder (default: the working
directory), and the links of alerts in its rule files. For files, and for several PATHs, the
whole repository is read. So their findings are the same as in a check of the repository.

What to check:
  --changed-since REV  Check only documents that changed, committed or not, since HEAD
                       and REV (a branch, tag or commit) diverged. All others are read.
  --include GLOB       Check only files that match. Can be repeated. Globs are relative to
                       the folder PATH, or to the repository for files and several PATHs.
  --exclude GLOB       Skip files that match. Can be repeated.
  --baseline FILE      Do not report the findings in FILE.
  --update-baseline    Write the current findings to the --baseline FILE. Entries of files
                       that are not checked are kept.

What to do:
  --fix                Apply all safe fixes to the files, then report what is left.
  --fail-on SEVERITY   Lowest severity that gives exit code 2: error, warning, information
                       or hint (default: hint, which is any finding).
  --format FORMAT      Format of the findings (default: text). In text and json, paths are
                       relative to the same folder as globs, otherwise to the repository.
                         text    one line per finding, or for findings that say the same
                         json    an array of
                                 {path, rule, severity, range, message, section?, group?};
                                 lines and characters in a range are 0-based; findings
                                 with the same group say the same
                         sarif   SARIF 2.1.0, for code scanning
                         github  annotations of GitHub Actions
                         junit   JUnit XML, for GitLab, Jenkins and others
  --output FILE        Write the findings to FILE, whole or not at all, and print only the
                       summary. FILE can be a pipe or device, but not a link.
  -h, --help           Show this help.

Exit code: 0: no findings that fail the check, 2: findings, 1: the check itself failed.
`,
  find: `Usage: runbook-lens find TEXT [options]

Finds runbooks and postmortems. TEXT is a name or part of one, a symptom, an error message, a
severity, an owner, a link, or an alert from a chat, an e-mail, Alertmanager or PagerDuty. The name
of an alert gives the runbook that its rule links to.

Options:
  --in DIR             The folder to search (default: the working directory).
  --limit N            At most N results (default: ${usualLimit}).
  --format text|json   Output format (default: text). JSON is an array of
                       {path, title, section?, line?, score, why}; lines are 1-based. Scores can be
                       compared within one search only.
  --include GLOB       Only files that match. Can be repeated.
  --exclude GLOB       Skip files that match. Can be repeated.
  -h, --help           Show this help.

Exit code: 0: success, 1: failure.
`,
  list: `Usage: runbook-lens list [PATH] [options]

Lists the runbooks and postmortems in the folder PATH (default: the working directory).

Options:
  --possible           List documents too that are possibly runbooks or postmortems. They are not
                       checked until the team's configuration says what they are.
  --all                List all other documents, with the reason for their kind.
  --format text|json   Output format (default: text). JSON is an array of
                       {path, kind, possible?, probability?, why, title, sections, metadata,
                       frontMatter?, lastChange?, problems}; lines and characters in ranges are
                       0-based. probability is that of the kind, or of the possible one, from 0
                       to 1. It is absent if the kind was set.
  --include GLOB       Only files that match. Can be repeated.
  --exclude GLOB       Skip files that match. Can be repeated.
  -h, --help           Show this help.

Exit code: 0: success, 1: failure.
`,
  mcp: `Usage: runbook-lens mcp [PATH] [options]

Answers agents about the runbooks, postmortems and alert rules in the folder PATH (default: the
working directory), over the Model Context Protocol on standard input and output. It only reads, and
only what it indexes. It follows changes of files, and ends when its input ends.

Tools: find_runbook, get_runbook, list_alerts, similar_incidents, get_open_incidents. See
docs/agents.md for how to add it to an agent.

Options:
  --include GLOB       Only files that match. Can be repeated.
  --exclude GLOB       Skip files that match. Can be repeated.
  -h, --help           Show this help.

Exit code: 0: the input ended, 1: failure.
`,
  service: `Usage: runbook-lens service [NAME] [options]

Shows all about the service NAME on one page: owners, objectives, alerts, runbooks and their state,
dashboards, incidents and open action items. Services are named by the front matter and labels of
documents, the labels of alerts, folders, CODEOWNERS and the configuration. Without NAME, lists
them.

Options:
  --in DIR                The folder to read (default: the working directory).
  --format markdown|json  Output format (default: markdown). Lines in JSON are 1-based, paths count
                          from the top of the repository.
  --include GLOB          Only files that match. Can be repeated.
  --exclude GLOB          Skip files that match. Can be repeated.
  -h, --help              Show this help.

Exit code: 0: success, 1: failure, as when no service has that name.
`,
  similar: `Usage: runbook-lens similar TEXT [options]

Finds past incidents like one, and what ended them. TEXT is the path of its record, relative to the
folder, or a text about it: what is broken, an error message, an alert.

Options:
  --in DIR             The folder to search (default: the working directory).
  --limit N            At most N results (default: 10).
  --format text|json   Output format (default: text). JSON is an array of
                       {path, title, date?, score, why, fixed?: {text, line}}; lines are 1-based.
                       Scores are from 0 to 1.
  --include GLOB       Only files that match. Can be repeated.
  --exclude GLOB       Skip files that match. Can be repeated.
  -h, --help           Show this help.

Exit code: 0: success, 1: failure.
`,
} as const;

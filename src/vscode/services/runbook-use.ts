// What is needed once somebody uses a runbook. It is a bundle of its own, which loads on first use.
export {
  codeSpan,
  commandAtLine,
  destructionIn,
  fillIn,
  isWordsOnly,
  placeholdersIn,
  problemOf,
  renderReading,
  runbookCommands,
  shortenedOutput,
} from '../../core/index.ts';

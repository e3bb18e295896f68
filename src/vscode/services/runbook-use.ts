// Functions that are needed once somebody uses a runbook. They are a bundle of their own, which loads on first use.
export {
  codeSpan,
  commandAtLine,
  destructionIn,
  fillIn,
  isWordsOnly,
  outputText,
  placeholdersIn,
  problemOf,
  renderReading,
  reviewedEdits,
  runbookCommands,
  shortenedOutput,
  usualReview,
} from '../../core/index.ts';

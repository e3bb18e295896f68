/** What is not written by hand: copies of others, and what a build makes. */
const notByHand =
  /(?:^|\/)(?:vendor|vendored|third[-_]party|node_modules|generated|_?gen|dist|build|out|manifests?-gen\w*|rendered)\/|(?:^|\/)charts\/(?:[^/]+\/)+charts\//i;
const comment = /^\s*(?:#|\/\/|\{\{-?\s?\/\*)/;
const saysGenerated = /\b(?:auto-?generated|generated (?:by|from|file|with|using)|do not edit)\b/i;
/** Where a file would say that it is generated. */
const head = 3000;

/** Returns whether a rule file is not written by hand, by its path and by what its first lines say. */
export function isGenerated(path: string, text: string): boolean {
  return (
    notByHand.test(path) ||
    text
      .slice(0, head)
      .split('\n')
      .some((line) => comment.test(line) && saysGenerated.test(line))
  );
}

/** Returns whether a rule file belongs to a chart, which may be a copy of one from elsewhere. */
export function isInChart(path: string): boolean {
  return /(?:^|\/)charts\/[^/]+\//i.test(path);
}

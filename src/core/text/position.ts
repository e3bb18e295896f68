/** A place in a text. Both numbers are 0-based; `character` counts UTF-16 code units, as VS Code does. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text: `start` is included, `end` is not. `start` never comes after `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Negative when `a` comes first, positive when `b` does, 0 when they are the same place. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Returns whether `position` lies in `range`, both ends included. */
export function contains(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}

/** Returns whether two ranges share at least one place (touching ends count). */
export function intersects(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

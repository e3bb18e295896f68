/** Returns a share as text: "93.8 % (75 of 80)". */
export function ofAll(part: number, total: number): string {
  return `${percent(part / total)} (${part} of ${total})`;
}

/** Returns a share in percent, as wide as "100.0 %"; a dash if it is none. */
export function percent(share: number): string {
  return (Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '–').padStart(7);
}

/** Returns aligned lines: the first column to the left, all others to the right. */
export function table(rows: ReadonlyArray<ReadonlyArray<string | number>>): string[] {
  const texts = rows.map((row) => row.map(String));
  const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  return texts.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

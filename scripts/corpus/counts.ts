import { readActionItems, readTimelines } from '../../src/core/index.ts';
import { repositoriesIn } from './repositories.ts';

/** Prints the number of timeline entries and action items in each postmortem, to compare with a count by hand. */
export async function printCounts(folder: string): Promise<void> {
  const sums = { documents: 0, entries: 0, unread: 0, items: 0 };
  for await (const { name, catalog } of repositoriesIn(folder)) {
    for (const document of catalog.documents('postmortem').toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      const timelines = readTimelines(document);
      const entries = timelines.reduce((sum, timeline) => sum + timeline.entries.length, 0);
      const unread = timelines.reduce((sum, timeline) => sum + timeline.unread.length, 0);
      const items = readActionItems(document).length;
      console.log(`${String(entries).padStart(4)} entries, ${unread} unread, ${items} items  ${name}/${document.path}`);
      sums.documents += 1;
      sums.entries += entries;
      sums.unread += unread;
      sums.items += items;
    }
  }
  console.log(
    `${sums.documents} postmortems: ${sums.entries} entries, ${sums.unread} rows in timelines that are no entry, ${sums.items} action items`,
  );
}

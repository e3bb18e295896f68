import { readFile, writeFile } from 'node:fs/promises';
import { inTurn } from '../../../../src/node/turns.ts';

/** Adds 1 to the number in a file, each time in its turn: `count-in-turn.ts TURNS FILE TIMES`. */
const [turns = '', file = '', times = ''] = process.argv.slice(2);
for (let time = 0; time < Number(times); time += 1) {
  await inTurn(turns, file, async () => writeFile(file, String(Number(await readFile(file, 'utf8')) + 1)));
}

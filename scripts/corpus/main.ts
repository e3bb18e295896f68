// npm run corpus: measures kinds, sections and findings on repositories whose documents readers have labelled. See arguments.ts.
import { UserError } from '../../src/core/index.ts';
import { alertReport } from './alerts/measure.ts';
import { commandOf, type Command } from './arguments.ts';
import { printCounts } from './counts.ts';
import { findReport } from './find/measure.ts';
import { measure } from './measure.ts';
import { testRemoval } from './removal.ts';
import { reportData, reportLines } from './report.ts';
import { draw } from './sample/draw.ts';
import { readRates, writeSheet } from './sample/files.ts';
import { rateLines } from './sample/report.ts';
import { sheetOf } from './sample/sheet.ts';

async function run(command: Command): Promise<void> {
  switch (command.run) {
    case 'removal':
      return testRemoval(command.root, command.seed);
    case 'counts':
      return printCounts(command.root);
    case 'find':
      return print(await findReport(command.root, command.queries));
    case 'alerts':
      return print(await alertReport(command.root, command.labels));
    case 'judge': {
      const rates = await readRates(command.file);
      return print(command.json ? JSON.stringify(rates, undefined, 1) : rateLines(rates));
    }
    case 'measure': {
      const measured = await measure(command);
      print(command.json ? JSON.stringify(reportData(measured), undefined, 1) : reportLines(measured));
      if (command.draw !== undefined) {
        const told = measured.findings.flatMap((telling) => telling.told);
        await writeSheet(command.draw.out, sheetOf(draw(told, command.draw.size, command.draw.seed)));
      }
    }
  }
}

function print(text: string | readonly string[]): void {
  console.log(typeof text === 'string' ? text : text.join('\n'));
}

try {
  await run(commandOf(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UserError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}

import { newDocumentIndex } from '../../../../src/core/catalog/search.ts';
import type { Catalog } from '../../../../src/core/catalog/catalog.ts';
import { alertFacts } from '../../../../src/core/alert/facts.ts';
import { answerCall } from '../../../../src/core/answers/answer.ts';
import type { AnswerAlert } from '../../../../src/core/answers/source.ts';
import type { ToolName } from '../../../../src/core/answers/tool-names.ts';
import { keyOf } from '../../../../src/core/service/names.ts';
import { servicesIn } from '../../../../src/core/service/services-in.ts';
import { catalogOf } from '../../support/catalog-of.ts';
import { surveyOf } from '../alert/surveyed.ts';

/** An answer as an agent reads it. */
export interface Asked {
  readonly text: string;
  readonly isError: boolean;
  readonly note: string;
  readonly truncated?: boolean;
  readonly more?: string;
  readonly error?: string;
  /** Rows and facts, whatever they are. */
  readonly data: Data;
}

/** Parts of answers that tests look at. */
export interface Data {
  readonly runbooks: readonly Row[];
  readonly nearestNames: ReadonlyArray<Row & string>;
  readonly alerts: readonly Row[];
  readonly incidents: readonly Row[];
  readonly sections: ReadonlyArray<{ readonly title: string; readonly lines: readonly [number, number] }>;
  readonly total: number;
  readonly lines: readonly [number, number];
  readonly section: string;
  readonly path: string;
  readonly text: string;
}

/** A document or an alert in an answer. */
export interface Row {
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly section?: string;
  readonly lines: readonly [number, number];
  readonly state: string;
  readonly fixed?: { readonly text: string; readonly lines: readonly [number, number] };
  readonly lastEntry?: { readonly text: string; readonly lines: readonly [number, number] };
  readonly phase?: string;
  readonly commander?: string;
}

/** The alerts of some files, by path, as a repository has them. */
export async function alertsOf(files: Readonly<Record<string, string>>): Promise<AnswerAlert[]> {
  const survey = await surveyOf(files);
  const services = servicesIn({ catalog: catalogOf(files), root: 'root', survey, objectives: [] });
  const same = (path: string): string => path;
  return survey.alerts.map((each) => ({
    ...alertFacts(each, { rules: same, target: same }),
    services: services.ofAlert(each),
  }));
}

/** Asks about some files, by path, and some alerts. */
export async function asked(
  tool: ToolName,
  input: unknown,
  files: Readonly<Record<string, string>> | Catalog,
  alerts: readonly AnswerAlert[] = [],
): Promise<Asked> {
  const catalog = 'documents' in files ? (files as Catalog) : catalogOf(files);
  const texts = await newDocumentIndex();
  texts.put(catalog.documents());
  const { text, isError } = await answerCall(tool, input, {
    documents: () => Promise.resolve(catalog.documents()),
    texts: () => Promise.resolve(texts),
    alerts: () => Promise.resolve(alerts),
    services: () => {
      const services = servicesIn({ catalog, root: 'root', survey: undefined, objectives: [] });
      return Promise.resolve({
        named: (name) => [services.named(name)?.key ?? keyOf(name)],
        ofDocument: (document) => services.ofDocument(document),
      });
    },
    pathOf: ({ path }) => path,
  });
  return { text, isError, ...(JSON.parse(text) as Omit<Asked, 'text' | 'isError'>) };
}

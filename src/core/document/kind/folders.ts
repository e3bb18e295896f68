import { anyOf, anyWord } from './words.ts';

/** Folders that teams keep postmortems in. */
export const postmortemFolder = anyWord(({ postmortems }) => postmortems);

/** Folders that teams keep runbooks in. */
export const runbookFolder = anyWord(({ runbooks }) => runbooks);

/** Folders about operations, in which runbooks stand among other pages. */
export const operationsFolder = anyWord(({ operations }) => operations);

/** Folders of pages that decide, plan or teach. */
export const designFolder = anyWord(({ design }) => design);

/** Folders of articles, among which write-ups of incidents stand, too. */
export const blogFolder = anyOf(['blogs?', 'posts', 'news', 'articles?']);

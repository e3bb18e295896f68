import { anyOf, anyWord } from './words.ts';

/** Folders that teams keep postmortems in. */
export const postmortemFolder = anyWord(({ postmortems }) => postmortems);

/** Folders that teams keep runbooks in. */
export const runbookFolder = anyWord(({ runbooks }) => runbooks);

/** Folders about operations, with runbooks among other pages. */
export const operationsFolder = anyWord(({ operations }) => operations);

/** Folders of pages that decide, plan or teach. */
export const designFolder = anyWord(({ design }) => design);

/** Folders of articles, with reports of incidents among them. */
export const blogFolder = anyOf(['blogs?', 'posts', 'news', 'articles?']);

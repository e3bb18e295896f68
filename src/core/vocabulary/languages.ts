// One line for each language; no other list exists. See `language.ts`.
export { de } from './de.ts';
export { en } from './en.ts';
export { es } from './es.ts';
export { fr } from './fr.ts';
export { it } from './it.ts';
export { ja } from './ja.ts';
export { ko } from './ko.ts';
export { nl } from './nl.ts';
export { pl } from './pl.ts';
export { pt } from './pt.ts';
export { ru } from './ru.ts';
export { sv } from './sv.ts';
export { uk } from './uk.ts';
export { zh } from './zh.ts';

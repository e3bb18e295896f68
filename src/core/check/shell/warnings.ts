/** Signs and words that warn wherever they stand: of loss, of danger, of what cannot be undone. */
const strong =
  /⚠|🚨|❗|❌|🛑|‼|☠|💥|⛔|:(?:warning|rotating_light|exclamation|bangbang|no_entry|boom|skull|stop_sign|octagonal_sign|fire):|\[!(?:warning|caution|important)\]|!!!\s*(?:warning|danger|caution|important|attention)|:::\s*\{?(?:warning|danger|caution|important)|\b(?:warnings?|warn|caution|cautious(?:ly)?|danger(?:ous|ously)?|careful(?:ly)?|destructive(?:ly)?|irrevers|irreversibl[ey]|irrecoverabl[ey]|unrecoverabl[ey]|permanent(?:ly)?|beware|data loss|lose (?:all |any |the |your |some |unsaved )*data|los(?:e|ing) (?:everything|all)|(?:can ?not|can't|can never) be (?:undone|reversed|recovered|restored)|no undo|point of no return|last resort|at your own risk)\b|\b(?:cuidado|atenção|aviso|perig[oa]s?[oa]?|irreversível|irreversíveis|perda de dados|não pode ser desfeit[oa]|atención|advertencia|peligros?[oa]?|pérdida de datos|no se puede deshacer|attention|avertissement|prudence|irréversible|perte de données|achtung|warnung|vorsicht|vorsichtig|gefahr|gefährlich|unwiderruflich|datenverlust|nicht rückgängig)(?!\p{L})|увага|обережно|небезпе|попередж|незворотн|внимание|осторожно|опасн|предупрежд|необратим|деструктив|注意|警告|危険|取り消せ|元に戻せ|データ(?:損失|消失)/iu;

/** What a careful author says near such a command: what it takes away, what to do first, when not to run it. */
const nearby =
  /\b(?:back(?:ing|ed|s)?[- ]?ups?|snapshots?|pg_dump|mysqldump|risk(?:s|y)?|aware|attention|only (?:if|when|after|once|do|run|use|as)|unless|do not|don't|never|avoid|must not|should not|shouldn't|double[- ]check|make (?:very |absolutely )?sure|be sure|note that|(?:will|would|may|might|can|could) (?:\w+ )?(?:be )?(?:delet|remov|eras|destroy|drop|wip|los|interrupt|discard|overwrit)\w*|(?:this|it|which|that|command) (?:\w+ )?(?:deletes|removes|erases|destroys|drops|wipes|discards|overwrites|interrupts)|downtime|dry[- ]run|no longer (?:needed|required|used|in use)|unused|safe(?:ly)?)\b|--dry-run|\bread -r?p\b|\b(?:cópia de segurança|backup|certifique-se|(?:apenas|somente|só) se|nunca|não (?:faça|execute|use)|asegúr[ea](?:se|te)|solo si|copia de seguridad|respaldo|assurez-vous|(?:uniquement|seulement) si|sauvegarde|jamais|nur wenn|sicherung|niemals|stellen? sie sicher|sicherstellen)(?!\p{L})|втрат|переконай|(?:лише|тільки) (?:якщо|після)|резервн|бекап|потер|убедит|только (?:если|после)|не можна|нельзя|ніколи|никогда|заборон|запрещ|バックアップ|必ず|慎重/iu;

/** What makes a reader look twice when it stands before the command, and not after it. */
const first =
  /\b(?:ensure|verify|confirm(?:ed|ation)?|check (?:that|whether|if)|approv(?:al|ed?)|agree(?:d|ment)?|validate|inspect)\b|確認/iu;

/** Whether a text warns so plainly that it holds for all that follows. */
export function warnsStrongly(text: string): boolean {
  return strong.test(text);
}

/** Whether a text next to a destructive command answers for it. */
export function warnsNearby(text: string): boolean {
  return strong.test(text) || nearby.test(text);
}

/** Whether a text right before a destructive command asks to look first. */
export function asksToLook(text: string): boolean {
  return first.test(text);
}

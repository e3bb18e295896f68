/** An error that the user can fix. The message says what failed, where, and what to do next. It is shown as it is. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

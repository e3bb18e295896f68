/** A failure that the user can do something about: the message says what, where and what to do next, and is shown as it is. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

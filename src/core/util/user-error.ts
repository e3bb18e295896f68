/** An error that the user can fix. The message says what failed, where, and what to do next. It is shown as it is. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Whether an error is a UserError, of whichever bundle: each has a class of its own. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError';
}

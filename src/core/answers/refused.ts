import { UserError } from '../util/user-error.ts';

/** A call that cannot be answered, with what of the files may help instead: text of files is never in the message. */
export class Refused extends UserError {
  readonly data: object;

  constructor(message: string, data: object) {
    super(message);
    this.data = data;
  }
}

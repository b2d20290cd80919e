import { commitMessageUnit } from './commit-message.ts';
import { indexMessagesUnit } from './index-messages.ts';
import type { Connection } from './open.ts';
import { createStatements } from './statements.ts';
import type { UnitName, Units } from './write-protocol.ts';

type Unit<Name extends UnitName> = (input: Units[Name]['input'], rights?: number) => Units[Name]['output'];

/** Everything the write thread can do in one go. */
export function prepareUnits(connection: Connection): {
  units: { [Name in UnitName]: Unit<Name> };
  /** What the messages of this transaction have in common is written, or forgotten with them. */
  settleMessages(): void;
  forgetMessages(): void;
} {
  const statements = createStatements(connection);
  const messages = commitMessageUnit(connection);
  return {
    units: {
      statement: ({ sql, parameters }) => statements.run(sql, parameters),
      message: messages.run,
      index: indexMessagesUnit(connection),
    },
    settleMessages: messages.settle,
    forgetMessages: messages.forget,
  };
}

import { commitMessageUnit } from './commit-message.ts';
import { indexMessagesUnit } from './index-messages.ts';
import type { Connection } from './open.ts';
import { createStatements } from './statements.ts';
import type { UnitName, Units } from './write-protocol.ts';

type Unit<Name extends UnitName> = (input: Units[Name]['input'], rights?: number) => Units[Name]['output'];

/** Everything the write thread can do in one go. */
export function prepareUnits(connection: Connection): { [Name in UnitName]: Unit<Name> } {
  const statements = createStatements(connection);
  return {
    statement: ({ sql, parameters }) => statements.run(sql, parameters),
    message: commitMessageUnit(connection),
    index: indexMessagesUnit(connection),
  };
}

/** Takes the write lock of a database file and holds it until it is killed: run as a process of its own. */
import BetterSqlite3 from 'better-sqlite3';

const [file] = process.argv.slice(2);
if (!file) throw new Error('which file?');
const db = new BetterSqlite3(file, { timeout: 10_000 });
db.exec('begin immediate');
process.send?.('locked');
// Only the open channel keeps this process alive, and only this listener the connection with its lock.
process.on('disconnect', () => db.close());

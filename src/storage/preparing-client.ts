import { Client, type ClientConfig } from 'pg'

/** Distinct statements a connection remembers; texts beyond that (lists of varying length) are planned each time. */
const remembered = 200
/** Letters; longer statements are bulk inserts, whose plans are large and seldom wanted twice. */
const longest = 4000

/**
 * A connection that prepares every statement with parameters under a name of its own, so that PostgreSQL parses and
 * plans it once per connection: with row-level security on each table, planning costs more than running a short
 * statement. Behind a pooler in transaction mode this needs one that follows prepared statements (PgBouncer 1.21 or
 * newer with max_prepared_statements).
 */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    const names = new Map<string, string>()
    // The overloads differ in their callbacks only; all arguments after the first two are passed on as they came.
    const send = this.query.bind(this) as (...given: readonly unknown[]) => unknown
    const prepare = (text: unknown, values: unknown, ...rest: readonly unknown[]): unknown => {
      this.#sendTogether()
      if (typeof text !== 'string' || text.length > longest || !Array.isArray(values) || values.length === 0)
        return send(text, values, ...rest)
      let name = names.get(text)
      if (name === undefined && names.size < remembered) {
        name = `tilsyn-${names.size}`
        names.set(text, name)
      }
      return name === undefined ? send(text, values, ...rest) : send({ name, text, values }, ...rest)
    }
    this.query = prepare as Client['query']
  }

  /** What is sent in one go of the program is written to the connection in one go: each write is a call of the system. */
  #sendTogether(): void {
    const { stream } = this.connection
    stream.cork()
    process.nextTick(() => {
      stream.uncork()
    })
  }
}

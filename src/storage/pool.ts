import { Pool, type CustomTypesConfig, types as driverTypes } from 'pg'
import { PreparingClient } from './preparing-client.ts'

const milliseconds = {
  statement: 30_000,
  lock: 10_000,
  idleInTransaction: 60_000,
  connect: 10_000,
  unused: 30_000,
}

/** Type oids of PostgreSQL (`select oid from pg_type`). */
const oid = { int8: 20, date: 1082 }

/** Days stay text, so that no time zone moves them; bigints are counters here and fit a number. */
const types: CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (type === oid.date) return (text: string) => text
      if (type === oid.int8) return Number
    }
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enum lists the known oids; others fall back to text
    return driverTypes.getTypeParser(type, format)
    // The declared type is an overload per format, which an arrow function cannot be.
  }) as CustomTypesConfig['getTypeParser'],
}

/**
 * What a role can set for its own later connections (`alter role tilsyn_app set ...`), and injected SQL could so break
 * for everyone. Given with the connection they have precedence over the role's settings.
 */
const pinned = {
  row_security: 'on',
  search_path: 'public',
  default_transaction_read_only: 'off',
  idle_session_timeout: '0',
  local_preload_libraries: '',
  standard_conforming_strings: 'on',
  transform_null_equals: 'off',
  DateStyle: 'ISO,MDY',
  IntervalStyle: 'postgres',
}

/** The address without its `options`, and these with the pinned settings behind them, where they win. */
function withPinned(url: string): { readonly connectionString: string; readonly options: string } {
  const settings = Object.entries(pinned).map(([name, value]) => `-c ${name}=${value}`)
  // What is no address is the driver's to refuse, when it connects.
  const address = URL.canParse(url) ? new URL(url) : undefined
  const given = address?.searchParams.get('options') ?? null
  if (address === undefined || given === null) return { connectionString: url, options: settings.join(' ') }
  address.searchParams.delete('options')
  return { connectionString: address.href, options: [given, ...settings].join(' ') }
}

/** Connections of one role to one database; at most `size`. `log` hears codes of connections that broke. */
export function createPool(url: string, size: number, log: (code: string) => void): Pool {
  const pool = new Pool({
    ...withPinned(url),
    Client: PreparingClient,
    pipeline: true,
    max: size,
    types,
    application_name: 'tilsyn',
    keepAlive: true,
    connectionTimeoutMillis: milliseconds.connect,
    idleTimeoutMillis: milliseconds.unused,
    statement_timeout: milliseconds.statement,
    lock_timeout: milliseconds.lock,
    idle_in_transaction_session_timeout: milliseconds.idleInTransaction,
  })
  // While the pool is closing, a server that stops right after it may be quicker than the goodbye: no connection was lost.
  pool.on('error', (error) => {
    if (!pool.ending) log(connectionCode(error))
  })
  // A connection that breaks while it is lent out reports to its borrower through the failing query; without a
  // listener of its own the same event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** SQLSTATE or system code of an error, or its class. */
export function connectionCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return connectionCode(error.errors[0])
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message : 'unknown'
}

/** True when the server was not there (yet) or went away; the same statement may succeed on a new connection. */
export function isConnectionLoss(error: unknown): boolean {
  const code = connectionCode(error)
  return (
    /^(?:08...|57P0[123]|53300)$/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'].includes(code) ||
    // The third is the driver's own at the rollback after a connection broke in the middle of a transaction.
    /^Connection terminated|^timeout exceeded when trying to connect|^Client (?:has encountered a connection error|was closed)/.test(
      code,
    )
  )
}

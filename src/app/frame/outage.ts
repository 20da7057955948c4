import { connectionCode, isConnectionLoss } from '../../storage/pool.ts'

/**
 * Too many connections, out of memory, disk full (SQLSTATE class 53), or its disk does not answer (class 58): the
 * database is there but cannot serve.
 */
const unable = /^5[38]...$/

/** PostgreSQL found no room on its disk (SQLSTATE disk_full); what was asked for is not done. */
export function isDiskFull(error: unknown): boolean {
  return connectionCode(error) === '53100'
}

/** Whether an error means that the database is away or overloaded, so that trying again later makes sense. */
export function isOutage(error: unknown): boolean {
  return isConnectionLoss(error) || unable.test(connectionCode(error))
}

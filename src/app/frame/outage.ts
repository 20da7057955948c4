import { connectionCode, isConnectionLoss } from '../../storage/pool.ts'

/** Too many connections, out of memory, disk full (SQLSTATE class 53): the database is there but cannot serve. */
const exhausted = /^53...$/

/** Whether an error means that the database is away or overloaded, so that trying again later makes sense. */
export function isOutage(error: unknown): boolean {
  return isConnectionLoss(error) || exhausted.test(connectionCode(error))
}

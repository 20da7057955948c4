import { statfs } from 'node:fs/promises'
import { startRecurringWork } from './recurring-work.ts'

/** Whether there is room on the disk to write. */
export interface RoomWatch {
  full(): boolean
  /** PostgreSQL said that its disk is full. */
  notice(): void
  stop(): Promise<void>
}

const mebibyte = 1024 * 1024
/** Below this nothing more is written: PostgreSQL stops altogether when its own log finds no room. */
const least = 64 * mebibyte
/** With this much the server writes again; more than `least`, so that it does not go to and fro. */
const enough = 96 * mebibyte
/** Ms between two looks. The alert is to come within five seconds. */
const pause = 2000
/** Ms that PostgreSQL's word holds where its disk cannot be looked at; then a write is tried again. */
const believed = 30_000

/**
 * @param folder on the disk of the database; undefined: the database is another program's, and only it can tell
 * @param log hears a change as a line of JSON with its level (60: someone must act)
 */
export function watchRoom(
  folder: string | undefined,
  clock: () => Date,
  log: (line: string) => void,
): RoomWatch {
  let full = false
  let noticedAt = -Infinity
  const change = (now: boolean, free?: number): void => {
    if (now === full) return
    full = now
    const facts = free === undefined ? {} : { freeMebibytes: Math.round(free / mebibyte) }
    log(
      `${JSON.stringify({ level: full ? 60 : 40, code: full ? 'disk-full' : 'disk-room-again', ...facts })}\n`,
    )
  }
  const look = async (): Promise<void> => {
    if (clock().getTime() - noticedAt < (folder === undefined ? believed : pause)) return
    if (folder === undefined) {
      change(false)
      return
    }
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    change(full ? free < enough : free < least, free)
  }
  // A folder that cannot be looked at tells nothing; PostgreSQL's own word still counts.
  const looking = startRecurringWork(look, pause, () => undefined)
  return {
    full: () => full,
    notice() {
      noticedAt = clock().getTime()
      change(true)
    },
    stop: () => looking.stop(),
  }
}

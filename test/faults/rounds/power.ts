import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A file system of its own whose power can be cut. */
export interface CuttableDisk {
  readonly folder: string
  /** What the system had not yet written is gone; what it had said to be written must be there. */
  cut(): Promise<void>
  /** After everything that used it has ended: unmounts and mounts again, which replays the journal. */
  remount(): Promise<void>
  remove(): Promise<void>
}

/**
 * EXT4_IOC_SHUTDOWN, `_IOR('X', 125, __u32)`, with EXT4_GOING_FLAGS_NOLOGFLUSH: the file system stops at once and writes
 * nothing more, not even its journal (linux/fs/ext4/ext4.h). Node.js cannot send it.
 */
const shutdown =
  'import fcntl, os, struct, sys; fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), (2 << 30) | (4 << 16) | (88 << 8) | 125, struct.pack("I", 2))'

/** @returns why there can be none here */
export async function makeCuttableDisk(
  megabytes: number,
): Promise<CuttableDisk | { readonly notHere: string }> {
  const scratch = await mkdtemp(join(tmpdir(), 'tilsyn-power-'))
  // PostgreSQL's user must be able to enter.
  await chmod(scratch, 0o755)
  const [image, mountPoint] = [join(scratch, 'disk'), join(scratch, 'mounted')]
  const mount = () => run('mount', ['-o', 'loop', image, mountPoint])
  try {
    await run('truncate', ['--size', `${megabytes}M`, image])
    await run('mkfs.ext4', ['-q', image])
    await mkdir(mountPoint)
    await mount()
  } catch (error) {
    await rm(scratch, { recursive: true, force: true })
    return { notHere: error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : 'unknown' }
  }
  await chmod(mountPoint, 0o755)
  return {
    folder: join(mountPoint, 'data'),
    cut: async () => void (await run('python3', ['-c', shutdown, mountPoint])),
    async remount() {
      // Processes that were killed take a moment to be gone.
      for (let attempt = 1; ; attempt += 1) {
        try {
          await run('umount', [mountPoint])
          break
        } catch (error) {
          if (attempt === 600) throw error
          await pause(100)
        }
      }
      await mount()
    },
    async remove() {
      await run('umount', [mountPoint])
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

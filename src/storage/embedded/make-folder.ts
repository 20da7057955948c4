import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes a folder and those around it, one by one: where the system makes none (/proc), Node's `recursive` tries for ever. */
export async function makeFolder(path: string, mode: number): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory() === true) return
  if (found === undefined && dirname(path) !== path) await makeFolder(dirname(path), mode)
  await mkdir(path, { mode }).catch((error: unknown) => {
    // Another start may have made it meanwhile; a file of that name is told as before.
    if (found !== undefined || !(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw error
  })
}

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const folder = fileURLToPath(new URL('../yardsticks/', import.meta.url))

/** Installs DuckDB beside the measurements if it is not there; false where that cannot be done, as without a network. */
export async function findDuckDb(): Promise<boolean> {
  if (existsSync(`${folder}node_modules/@duckdb/node-api`)) return true
  const windows = process.platform === 'win32'
  try {
    await promisify(execFile)(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: folder,
      shell: windows,
      timeout: 300_000,
    })
    return true
  } catch {
    return false
  }
}

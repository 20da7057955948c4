import { Sealer } from '../app/access/seal/sealer.ts'
import type { Checked } from '../core/language/problem.ts'
import { openHeadsFolder } from '../storage/access/seal/heads-folder.ts'
import { openSealKey } from '../storage/access/seal/key-file.ts'
import type { Database } from '../storage/transaction.ts'
import { startRecurringWork, type RecurringWork } from './recurring-work.ts'
import type { SealConfiguration } from './seal-configuration.ts'

/** Milliseconds between rounds: an entry is sealed within a second of its commit. */
const pause = 250
const day = 24 * 3600 * 1000
/** The same trouble is told once in so many milliseconds, not four times a second. */
const tellAgain = 60_000

/** Begins to seal both logs, beside all other work; `failed` hears what goes wrong while it goes on. */
export async function startSealing(
  database: Database,
  { keyFile, make, places }: SealConfiguration,
  failed: (error: unknown) => void,
): Promise<Checked<RecurringWork>> {
  const key = await openSealKey(keyFile, make)
  if (!key.ok) return key
  const told = new Map<string, number>()
  const tell = (error: unknown): void => {
    const name = String(error)
    const now = performance.now()
    if (now - (told.get(name) ?? -tellAgain) < tellAgain) return
    told.set(name, now)
    failed(error)
  }
  const folders = []
  for (const place of places)
    try {
      folders.push(await openHeadsFolder(place, key.value))
    } catch (error) {
      if (error instanceof Error && 'code' in error && typeof error.code === 'string')
        return { ok: false, problems: [placeUnusable(place, error.code)] }
      throw error
    }
  const sealer = new Sealer({ database, signer: key.value, places: folders, failed: tell })
  const rounds = startRecurringWork(() => sealer.round(), pause, tell)
  const sweeps = startRecurringWork(() => sealer.sweep(), day, tell)
  return {
    ok: true,
    value: {
      async stop() {
        await sweeps.stop()
        await rounds.stop()
        // What the last requests wrote.
        await sealer.round().catch(tell)
      },
    },
  }
}

function placeUnusable(file: string, code: string) {
  return {
    code: 'seal-place-unusable',
    text: {
      da: `De underskrevne hoveder af loggene kan ikke skrives i mappen (${code}). Se efter stierne i TILSYN_SEAL_HEADS og TILSYN_SEAL_COPY og rettighederne.`,
      en: `The signed heads of the logs cannot be written to the folder (${code}). Check the paths in TILSYN_SEAL_HEADS and TILSYN_SEAL_COPY and the permissions.`,
    },
    at: { file },
  }
}

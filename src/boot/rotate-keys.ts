import { rotateCprKey, type Rotated } from '../app/registry/rotate-cpr-key.ts'
import { findPersonalKey, type PersonalKey } from '../app/registry/personal-key.ts'
import type { Checked, Problem } from '../core/language/problem.ts'
import { databaseConfiguration } from './configuration.ts'
import { startDatabase, type StartedDatabase } from './database.ts'

export interface RotateRequest {
  readonly data: string | undefined
  readonly progress: (municipality: string, changed: number) => void
  readonly rotated: (municipality: string, result: Rotated) => void
}

export interface RotatedKeys {
  /** Nothing needs the old keys any more, anywhere in the database. */
  readonly complete: boolean
  /** The program's own database: its key file was changed too. */
  readonly own: boolean
}

/**
 * What `tilsyn keys rotate` does, in all municipalities. In the program's own database it makes the new key; elsewhere the
 * settings name both. Old keys are forgotten only when every number was encrypted anew.
 */
export async function rotateKeys({ data, progress, rotated }: RotateRequest): Promise<Checked<RotatedKeys>> {
  const wanted = databaseConfiguration(
    data === undefined ? process.env : { ...process.env, TILSYN_DATA: data },
  )
  if (!wanted.ok) return wanted
  const started = await startDatabase(wanted.value, {
    now: Date.now,
    log: () => undefined,
    onLost: () => undefined,
  })
  if (!started.ok) return started
  const { database, embedded, stop } = started.value
  try {
    const key = await keyFor(started.value)
    if (!key.ok) return key
    let unreadable = 0
    for (const { municipalityId, name } of await database.beforeSignIn.listMunicipalities()) {
      const result = await rotateCprKey(database, municipalityId, key.value, (changed) =>
        progress(name, changed),
      )
      unreadable += result.unreadable
      rotated(name, result)
    }
    const complete = unreadable === 0
    if (complete) await embedded?.endPersonalKey()
    return { ok: true, value: { complete, own: embedded !== undefined } }
  } finally {
    await stop()
  }
}

async function keyFor({ embedded, personalKey }: StartedDatabase): Promise<Checked<PersonalKey>> {
  if (embedded !== undefined) {
    const { personalKey: hex, oldPersonalKeys } = await embedded.beginPersonalKey()
    const key = findPersonalKey(hex, oldPersonalKeys)
    // We write the file ourselves, and only whole keys.
    if (key === undefined) throw new Error('the key file holds a key that is none')
    return { ok: true, value: key }
  }
  if (personalKey === undefined || personalKey.old === undefined)
    return { ok: false, problems: [oldKeyMissing] }
  return { ok: true, value: personalKey }
}

const oldKeyMissing: Problem = {
  code: 'old-key-missing',
  text: {
    da: 'Sæt TILSYN_PERSONAL_KEY til den nye nøgle og TILSYN_PERSONAL_KEYS_OLD til den gamle, genstart serveren, og kør kommandoen igen. Se docs/database.md.',
    en: 'Set TILSYN_PERSONAL_KEY to the new key and TILSYN_PERSONAL_KEYS_OLD to the old one, restart the server, and run the command again. See docs/database.md.',
  },
}

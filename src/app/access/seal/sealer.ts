import type { Signer } from '../../../core/access/seal/grow.ts'
import type { SignedHead } from '../../../core/access/seal/head.ts'
import { sealerOf } from '../../../storage/access/seal/append-seals.ts'
import type { HeadsFolder } from '../../../storage/access/seal/heads-folder.ts'
import { findLastHead, listHeadsAfter } from '../../../storage/access/seal/heads.ts'
import { hasOverlooked } from '../../../storage/access/seal/overlooked.ts'
import { findSnapshot } from '../../../storage/access/seal/snapshot.ts'
import type { MunicipalityId } from '../../../storage/ids.ts'
import type { Database } from '../../../storage/transaction.ts'
import { noProgress, sealBatch, type Progress } from './seal-batch.ts'

export interface SealerParts {
  readonly database: Database
  readonly signer: Signer
  /** Where heads are written out to; each gets all of them. */
  readonly places: readonly HeadsFolder[]
  /** One municipality or place that fails keeps none of the others from being sealed. */
  readonly failed: (error: unknown) => void
}

/** Heads read in one go when a place has fallen behind. */
const headsAtOnce = 1000

/** Seals both logs of all municipalities, batch by batch, and writes the signed heads out. Any number of servers may have one. */
export class Sealer {
  readonly #parts: SealerParts
  readonly #progress = new Map<MunicipalityId, Progress>()
  /** As long as this is what is visible, there is nothing to do. */
  #quiet: string | undefined

  constructor(parts: SealerParts) {
    this.#parts = parts
  }

  /** Seals everything that was committed before the call. */
  async round(): Promise<void> {
    const { database, failed } = this.#parts
    const now = await database.snapshot()
    if (now === this.#quiet) return
    let done = true
    for (const { municipalityId } of await database.beforeSignIn.listMunicipalities())
      try {
        done = (await this.#sealMunicipality(municipalityId, now)) && done
      } catch (error) {
        failed(error)
        done = false
      }
    this.#quiet = done ? now : undefined
  }

  /**
   * Looks through both logs for entries that no batch found, e.g. because the database was restored into a server that
   * counts transactions anew. There should be none; those there are, the next round seals.
   */
  async sweep(): Promise<void> {
    const { database } = this.#parts
    for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
      const found = await database.transaction(
        sealerOf(municipalityId),
        async ({ reader }) => {
          const seen = findSnapshot((await findLastHead(reader))?.head.seen ?? '')
          return seen !== undefined && hasOverlooked(reader, seen)
        },
        { isolation: 'repeatable read', long: true },
      )
      if (!found) continue
      this.#progress.set(municipalityId, { ...noProgress, lookAgain: true })
      this.#quiet = undefined
    }
  }

  /** Whether nothing is left to do. */
  async #sealMunicipality(municipality: MunicipalityId, now: string): Promise<boolean> {
    for (;;) {
      const progress = this.#progress.get(municipality) ?? noProgress
      const batch = await sealBatch(this.#parts, municipality, progress, now)
      this.#progress.set(municipality, batch.progress)
      const written = batch.last === undefined || (await this.#writeOut(municipality, batch.last))
      if (!batch.more) return written && !batch.busy
    }
  }

  async #writeOut(municipality: MunicipalityId, last: SignedHead): Promise<boolean> {
    let written = true
    for (const place of this.#parts.places)
      try {
        await this.#writeTo(place, municipality, last)
      } catch (error) {
        this.#parts.failed(error)
        written = false
      }
    return written
  }

  async #writeTo(place: HeadsFolder, municipality: MunicipalityId, last: SignedHead): Promise<void> {
    const newest = place.newest(municipality)
    if (newest === last.number) return
    // A new place begins with the newest head, which stands for all before it. And a database that was set back has
    // heads of numbers that are there already: they are written too, for they tell that it was.
    if (newest === undefined || newest > last.number || newest === last.number - 1)
      return place.append([last])
    for (let after = newest; after < last.number;) {
      const heads = await this.#parts.database.transaction(sealerOf(municipality), ({ reader }) =>
        listHeadsAfter(reader, after, headsAtOnce),
      )
      if (heads.length === 0) return
      await place.append(heads.map(({ head }) => head))
      after = heads.at(-1)?.head.number ?? last.number
    }
  }
}

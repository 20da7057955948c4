import { Buffer } from 'node:buffer'
import { Unzip, UnzipInflate } from 'fflate'
import { SheetReach } from './sheet-reach.ts'

/** Fed in pieces that unpack to some one megabyte at most (deflate packs 1032 to one), so that a bomb is noticed early. */
const piece = 1024

export interface Unpacked {
  /** More than `limit` bytes, or a sheet whose cells lie too far out; undefined: neither. */
  readonly beyond: 'size' | 'reach' | undefined
  /** Whether a sheet has cells that show an error, `#N/A`. */
  readonly holdsErrors: boolean
}

/**
 * What a zip archive unpacks to. It is unpacked and thrown away, because what an archive states of itself can lie. An
 * archive that cannot be unpacked is left to its reader.
 */
export function lookInside(bytes: Uint8Array, limit: number): Unpacked {
  let size = 0
  let isTooFar = false
  let holdsErrors = false
  const unzip = new Unzip((entry) => {
    const reach = new SheetReach()
    entry.ondata = (error, data, isLast) => {
      if (error !== null) return
      size += data.length
      if (size > limit) return
      reach.add(Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1'))
      if (isLast) reach.end()
      isTooFar ||= reach.isTooFar
      holdsErrors ||= reach.holdsErrors
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length)
      if (size > limit) return { beyond: 'size', holdsErrors }
      if (isTooFar) return { beyond: 'reach', holdsErrors }
    }
  } catch {
    if (size > limit) return { beyond: 'size', holdsErrors }
  }
  return { beyond: isTooFar ? 'reach' : undefined, holdsErrors }
}

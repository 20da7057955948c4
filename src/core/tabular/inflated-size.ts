import { Buffer } from 'node:buffer'
import { Unzip, UnzipInflate } from 'fflate'
import { SheetReach } from './sheet-reach.ts'

/** Fed in pieces that unpack to some one megabyte at most (deflate packs 1032 to one), so that a bomb is noticed early. */
const piece = 1024

/**
 * Whether a zip archive unpacks to more than `limit` bytes, or to a sheet whose cells lie too far out. It is unpacked and
 * thrown away, because what an archive states of itself can lie. An archive that cannot be unpacked is left to its reader.
 */
export function inflatesBeyond(bytes: Uint8Array, limit: number): 'size' | 'reach' | undefined {
  let size = 0
  let isTooFar = false
  const unzip = new Unzip((entry) => {
    const reach = new SheetReach()
    entry.ondata = (error, data, isLast) => {
      if (error !== null) return
      size += data.length
      if (size > limit) return
      reach.add(Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1'))
      if (isLast) reach.end()
      isTooFar ||= reach.isTooFar
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length)
      if (size > limit) return 'size'
      if (isTooFar) return 'reach'
    }
  } catch {
    if (size > limit) return 'size'
  }
  return isTooFar ? 'reach' : undefined
}

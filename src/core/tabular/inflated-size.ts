import { Unzip, UnzipInflate } from 'fflate'

/** Fed in pieces, so that a bomb is noticed after a few of them. */
const piece = 65_536

/**
 * Whether a zip archive unpacks to more than `limit` bytes. It is unpacked and thrown away, because the sizes that an
 * archive states of itself can lie. An archive that cannot be unpacked is left to its reader.
 */
export function inflatesBeyond(bytes: Uint8Array, limit: number): boolean {
  let size = 0
  const unzip = new Unzip((entry) => {
    entry.ondata = (error, data) => {
      if (error === null) size += data.length
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length)
      if (size > limit) return true
    }
  } catch {
    return size > limit
  }
  return false
}

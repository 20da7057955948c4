import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { deflateRawSync, constants, crc32 } from 'node:zlib'
import { expect, test } from 'vitest'

const unpacked = 10_000_000_000
const mostMegabytes = 256

/**
 * An archive with one sheet of ten gigabytes of blanks, in ten megabytes: the same packed block again and again, for
 * deflate's blocks may follow each other when each is flushed to a whole byte.
 */
async function writeBomb(path: string): Promise<void> {
  const piece = Buffer.alloc(10_000_000, ' ')
  const packed = deflateRawSync(piece, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const times = unpacked / piece.length
  const last = deflateRawSync(Buffer.from('</a>'))
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const size = packed.length * times + last.length
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(crc32(piece), 14)
  head.writeUInt32LE(size, 18)
  // What the archive says of itself is a lie.
  head.writeUInt32LE(1000, 22)
  head.writeUInt16LE(name.length, 26)
  const file = createWriteStream(path)
  file.write(head)
  file.write(name)
  for (let at = 0; at < times; at += 1) file.write(packed)
  file.write(last)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  head.copy(entry, 6, 4, 30)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(head.length + name.length + size, 16)
  file.end(Buffer.concat([entry, name, end]))
  await finished(file)
}

test(
  `a workbook of ${unpacked / 1e9} GB unpacked is refused within ${mostMegabytes} MB of memory`,
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tilsyn-bomb-'))
    try {
      const path = join(folder, 'bomb.xlsx')
      await writeBomb(path)
      const program = fileURLToPath(new URL('./read-file.ts', import.meta.url))
      const started = performance.now()
      const child = spawn(process.execPath, ['--max-old-space-size=200', program, path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const told = JSON.parse(await text(child.stdout)) as Readonly<Record<string, unknown>> // Our own program's.
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const { size } = await stat(path)
      process.stdout.write(
        `zip bomb of ${(size / 1e6).toFixed(1)} MB: ${String(told['megabytes'])} MB of memory at most, ${seconds} s\n`,
      )
      expect(told).toMatchObject({ outcome: 'problem', code: 'workbook-too-large' })
      expect(told['megabytes']).toBeLessThan(mostMegabytes)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)

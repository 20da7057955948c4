// How much compressed JavaScript the web client costs whoever opens it: at the start page, and at the heaviest page
// opened directly, as from a link in a mail. Reads `dist/web`; `npm run build` makes it.
import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Bench } from './bench.ts'

/** Bytes of compressed JavaScript that the start page may cost, and any page that is opened first. */
const startLimit = 150_000
const pageLimit = 160_000
const folder = new URL('../dist/web/', import.meta.url)

/** An entry of Vite's manifest, as far as it is read here. */
interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

/** The start page: where the address alone leads, signed in. */
const startPage = /pages\/review\/TasksPage\.tsx$/
const signInPage = /pages\/access\/LoginPage\.tsx$/

export const bench: Bench = { name: 'web-size', target: 1, run: () => Promise.resolve(measure()) }

function measure(): { ratio: number; detail: string } {
  const manifest = readManifest()
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true)
  if (entry === undefined) throw new Error('the build has no entry')
  const pages = (manifest[entry]?.dynamicImports ?? []).filter((key) => key.includes('pages/'))
  const first = pages.find((key) => startPage.test(key)) ?? pages.find((key) => signInPage.test(key))
  if (first === undefined) throw new Error('the build has neither a start page nor a sign-in page')

  const sizes = pages.map((page) => ({ page, ...sizeOf(filesOf(manifest, [entry, page])) }))
  const start = sizes.find(({ page }) => page === first)
  const heaviest = sizes.toSorted((a, b) => b.gzip - a.gzip)[0]
  if (start === undefined || heaviest === undefined) throw new Error('no page was measured')
  return {
    ratio: Math.max(start.gzip / startLimit, heaviest.gzip / pageLimit),
    detail:
      `${described(start, startLimit)}; ` +
      `the heaviest of ${pages.length} pages opened first, ${described(heaviest, pageLimit)}`,
  }
}

interface PageSize extends Size {
  readonly page: string
}

function described({ page, gzip, brotli }: PageSize, limit: number): string {
  const share = (gzip / limit).toFixed(2)
  return `${page}: ${kilobytes(gzip)} gzip of at most ${kilobytes(limit)} (${share}), ${kilobytes(brotli)} brotli as served`
}

function readManifest(): Manifest {
  const file = new URL('.vite/manifest.json', folder)
  if (!existsSync(file)) throw new Error('dist/web is not built: run npm run build first')
  // Vite's own file, of the shape it documents.
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}

/** The JavaScript files that these chunks and their static imports consist of. */
function filesOf(manifest: Manifest, keys: readonly string[]): string[] {
  const seen = new Set<string>()
  const queue = [...keys]
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    queue.push(...(manifest[key]?.imports ?? []))
  }
  const files = [...seen].map((key) => manifest[key]?.file ?? '')
  return files.filter((file) => file.endsWith('.js'))
}

interface Size {
  readonly gzip: number
  readonly brotli: number
}

/** Most files are part of many pages, and pressing them hard takes long. */
const pressed = new Map<string, Size>()

function pressedSize(file: string): Size {
  const known = pressed.get(file)
  if (known !== undefined) return known
  const content = readFileSync(new URL(file, folder))
  const size = {
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  }
  pressed.set(file, size)
  return size
}

function sizeOf(files: readonly string[]): Size {
  const sizes = files.map(pressedSize)
  return {
    gzip: sizes.reduce((sum, { gzip }) => sum + gzip, 0),
    brotli: sizes.reduce((sum, { brotli }) => sum + brotli, 0),
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

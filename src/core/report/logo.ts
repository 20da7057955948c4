import { unzlibSync } from 'fflate'
import type { LocalText } from '../language/language.ts'
import type { Checked } from '../language/problem.ts'

/** A picture that every format can show. Safe to store as JSON and to place in a page. */
export type Logo =
  { readonly type: 'svg'; readonly svg: string } | { readonly type: 'png'; readonly base64: string }

const largestLogo = 200_000
/** Pixels of a PNG's longer side. */
const longestSide = 4000

/** Shapes and their paint. Nothing that runs, fetches, moves, or repeats other parts, which could grow without end. */
const elements: ReadonlySet<string> = new Set(
  (
    'svg g defs title desc style text tspan clipPath linearGradient radialGradient stop ' +
    'path rect circle ellipse line polyline polygon'
  ).split(' '),
)

/** A municipality's logo from a file: SVG without scripts or outside references, or PNG, at most 200 kB. */
export function checkLogo(bytes: Uint8Array): Checked<Logo> {
  if (bytes.length > largestLogo)
    return refused('logo-too-large', {
      da: `Logoet fylder ${Math.ceil(bytes.length / 1000)} kB; højst ${largestLogo / 1000} kB. Gem det mindre, helst som SVG.`,
      en: `The logo takes ${Math.ceil(bytes.length / 1000)} kB; at most ${largestLogo / 1000} kB. Save it smaller, best as SVG.`,
    })
  return startsWith(bytes, pngMark) ? checkPng(bytes) : checkSvg(bytes)
}

const tag = /<(\/?)([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/uy
const between = /(?:[^<]|<!--(?:(?!--)[\s\S])*-->)*/uy
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu
/** An address that is not a place in the same file, also where its letters are escaped. */
const outside = /url\s*\(\s*(?!["']?#)|@import|\\|javascript:/iu

function checkSvg(bytes: Uint8Array): Checked<Logo> {
  let svg: string
  try {
    svg = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused('logo-type', {
      da: 'Logoet er hverken SVG eller PNG. Gem det som en af dem.',
      en: 'The logo is neither SVG nor PNG. Save it as one of them.',
    })
  }
  const body = svg.trim().replace(/^<\?xml[^<>]*\?>/u, '')
  const open: string[] = []
  let root: string | undefined
  let at = 0
  while (at < body.length) {
    const words = matchAt(between, body, at)
    const text = words?.[0] ?? ''
    if (
      open.at(-1) === 'style'
        ? outside.test(text) || text.includes('&')
        : open.length === 0 && text.replaceAll(/<!--[\s\S]*?-->/gu, '').trim() !== ''
    )
      return open.length === 0 ? broken() : forbidden('style')
    at += text.length
    if (at >= body.length) break
    const found = matchAt(tag, body, at)
    const [whole = '', closes = '', name = '', attributes = '', ends = ''] = found ?? []
    if (found === null || (root !== undefined && open.length === 0)) return broken()
    if (closes === '/') {
      if (open.pop() !== name || attributes !== '' || ends === '/') return broken()
    } else {
      if (!elements.has(name)) return forbidden(name)
      const bad = forbiddenAttribute(attributes)
      if (bad !== undefined) return forbidden(`${name} ${bad}`)
      root ??= `${name}${attributes}`
      if (ends !== '/') open.push(name)
    }
    at += whole.length
  }
  if (open.length > 0 || root === undefined || !/^svg\s/u.test(root)) return broken()
  if (!/\sviewBox\s*=/u.test(root) && !/\swidth\s*=[\s\S]*\sheight\s*=/u.test(root))
    return refused('logo-size-unknown', {
      da: 'Logoet siger ikke, hvor stort det er: svg skal have viewBox, eller width og height.',
      en: 'The logo does not say how large it is: svg must have a viewBox, or width and height.',
    })
  return { ok: true, value: { type: 'svg', svg: body } }
}

function forbiddenAttribute(attributes: string): string | undefined {
  for (const [, name = '', double, single] of attributes.matchAll(attribute)) {
    const value = double ?? single ?? ''
    const bare = name.toLowerCase().replace(/^.*:/u, '')
    if (bare.startsWith('on') || outside.test(value) || /&#/u.test(value)) return name
    if ((bare === 'href' || bare === 'src' || bare === 'base') && !value.startsWith('#')) return name
  }
  return undefined
}

const pngMark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Samples of a pixel by PNG's kinds of colour. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Reads the picture's size and unpacks its rows, so that no format meets a damaged one later. */
function checkPng(bytes: Uint8Array): Checked<Logo> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  let header: { width: number; height: number; bits: number; colour: number; interlaced: boolean } | undefined
  let ended = false
  for (let at = pngMark.length; !ended && at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (data.length < length || at + 12 + length > bytes.length) return damaged()
    if (view.getUint32(at + 8 + length) !== crc32(bytes.subarray(at + 4, at + 8 + length))) return damaged()
    if (kind === 'IHDR' && length === 13)
      header = {
        width: view.getUint32(at + 8),
        height: view.getUint32(at + 12),
        bits: data[8] ?? 0,
        colour: data[9] ?? 0,
        interlaced: data[12] !== 0,
      }
    if (kind === 'IDAT') parts.push(data)
    ended = kind === 'IEND'
    at += 12 + length
  }
  const perPixel = header === undefined ? undefined : samples[header.colour]
  if (header === undefined || perPixel === undefined || !ended) return damaged()
  const { width, height, bits, interlaced } = header
  if (Math.max(width, height) > longestSide || Math.min(width, height) === 0)
    return refused('logo-too-large', {
      da: `Logoet er ${width} × ${height} billedpunkter; højst ${longestSide} på den lange led.`,
      en: `The logo is ${width} × ${height} pixels; at most ${longestSide} on its long side.`,
    })
  // Interlaced pictures are rare in logos, and their rows are not those of the picture.
  if (interlaced) return damaged()
  const expected = height * (1 + Math.ceil((width * perPixel * bits) / 8))
  try {
    // Room for one byte more, so that too long is seen and a small file cannot grow without end.
    if (unzlibSync(joined(parts), { out: new Uint8Array(expected + 1) }).length !== expected) return damaged()
  } catch {
    return damaged()
  }
  return { ok: true, value: { type: 'png', base64: toBase64(bytes) } }
}

/** PNG's sum of a part, its kind included (PNG 3, annex D). */
function crc32(part: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of part) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

function broken(): Checked<Logo> {
  return refused('logo-type', {
    da: 'Logoet kan ikke læses som SVG. Gem det igen som almindelig SVG uden DOCTYPE, eller som PNG.',
    en: 'The logo cannot be read as SVG. Save it again as plain SVG without a DOCTYPE, or as PNG.',
  })
}

function damaged(): Checked<Logo> {
  return refused('logo-damaged', {
    da: 'PNG-filen er beskadiget eller gemt på en måde, som ikke kan bruges. Gem logoet igen som almindelig PNG.',
    en: 'The PNG file is damaged or saved in a way that cannot be used. Save the logo again as a plain PNG.',
  })
}

function forbidden(what: string): Checked<Logo> {
  return refused('logo-not-plain', {
    da: `Logoet har »${what}«, som ikke kan bruges: kun former og farver, ingen scripts, billeder, gentagelser eller henvisninger ud af filen. Gem det som almindelig SVG, eller som PNG.`,
    en: `The logo has ‘${what}’, which cannot be used: only shapes and colours, no scripts, pictures, repetitions or references out of the file. Save it as plain SVG, or as PNG.`,
  })
}

function refused(code: string, text: LocalText): Checked<Logo> {
  return { ok: false, problems: [{ code, text }] }
}

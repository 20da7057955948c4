import { crc32 } from 'node:zlib'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkBrand, contrastToWhite, type BrandParts } from './brand.ts'
import { checkLogo } from './logo.ts'

const parts: BrandParts = {
  name: 'Fjordby Kommune',
  colour: '#7A1F3D',
  logo: null,
  lines: [{ da: 'Børn og Unge', en: 'Children' }],
  origin: 'https://tilsyn.fjordby.example/',
  licence: null,
}

function problemsOf(changed: Partial<BrandParts>): readonly string[] {
  const checked = checkBrand({ ...parts, ...changed })
  return checked.ok ? [] : checked.problems.map(({ code, at }) => `${at?.column}: ${code}`)
}

const bytes = (text: string) => new TextEncoder().encode(text)
const svg = (inside: string, attributes = 'viewBox="0 0 30 10"') =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`)

function codeOf(logo: Uint8Array): string {
  const checked = checkLogo(logo)
  return checked.ok ? checked.value.type : (checked.problems[0]?.code ?? '')
}

describe('a brand', () => {
  it('takes a colour in either case and an address with or without its last stroke', () => {
    const checked = checkBrand(parts)
    expect(checked.ok && checked.value).toMatchObject({
      colour: '#7a1f3d',
      origin: 'https://tilsyn.fjordby.example',
    })
  })

  it('reckons contrast as WCAG does', () => {
    expect(contrastToWhite('#000000')).toBeCloseTo(21, 5)
    expect(contrastToWhite('#ffffff')).toBeCloseTo(1, 5)
    // The two greys that WCAG's own examples set on either side of the limit.
    expect(contrastToWhite('#767676')).toBeGreaterThan(4.5)
    expect(contrastToWhite('#777777')).toBeLessThan(4.5)
  })

  it('refuses a colour that is too pale, saying how much is missing and never rounding it up', () => {
    expect(problemsOf({ colour: '#767676' })).toStrictEqual([])
    const checked = checkBrand({ ...parts, colour: '#777777' })
    expect(checked.ok ? '' : checked.problems[0]?.text.da).toContain(
      'kontrasten er 4,4 og skal være mindst 4,5',
    )
  })

  it('says everything that is wrong at once, each at its part', () => {
    const line = { da: 'a', en: 'b' }
    expect(
      problemsOf({
        name: 'a\nb',
        colour: 'red',
        lines: Array.from({ length: 7 }, () => line),
        origin: 'https://a.example/sti',
        licence: { da: '', en: '' },
        logo: bytes('GIF89a'),
      }),
    ).toStrictEqual([
      'name: brand-name',
      'colour: brand-colour',
      'lines: brand-lines',
      'licence: brand-licence',
      'origin: brand-origin',
      'logo: logo-type',
    ])
  })

  it.each(['javascript:alert(1)', 'ftp://a.example', 'https://user:pass@a.example', 'a.example'])(
    'refuses %s as an address',
    (origin) => expect(problemsOf({ origin })).toStrictEqual(['origin: brand-origin']),
  )
})

describe('a logo', () => {
  it.each([
    ['shapes', svg('<path d="M0 0 L1 1"/><g fill="red"><circle r="1"/></g>')],
    [
      'a style and a gradient of its own',
      svg('<style>.a{fill:url(#g)}</style><defs><linearGradient id="g"/></defs>'),
    ],
    [
      'a declaration and remarks',
      bytes(`<?xml version="1.0"?><!-- a <b> --><svg viewBox="0 0 1 1"><!-- c --></svg>\n`),
    ],
    ['width and height', svg('', 'width="30" height="10"')],
  ])('may be an SVG with %s', (_what, logo) => expect(codeOf(logo)).toBe('svg'))

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<path d="" onload="alert(1)"/>'],
    ['a handler in single quotes', "<path d='' OnClick='alert(1)'/>"],
    ['a foreign part', '<foreignObject/>'],
    ['a picture', '<image href="https://a.example/x.png"/>'],
    ['repetitions', '<use href="#a"/>'],
    ['an address in paint', '<path fill="url(https://a.example/#x)"/>'],
    ['an address in paint after a gap', '<path style="fill: url ( //a.example )"/>'],
    ['an escaped address', '<path style="fill: u\\72l(//a.example)"/>'],
    ['an address in letters by number', '<path style="fill: u&#x72;l(//a.example)"/>'],
    ['a style from elsewhere', '<style>@import "https://a.example/x.css";</style>'],
    ['a style in letters by number', '<style>a{fill:u&#x72;l(//a.example)}</style>'],
    ['a link', '<text><tspan xlink:href="javascript:alert(1)">a</tspan></text>'],
    ['movement', '<animate attributeName="href" to="x"/>'],
  ])('is refused with %s', (_what, inside) => expect(codeOf(svg(inside))).toBe('logo-not-plain'))

  it.each([
    ['a DOCTYPE', '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>'],
    ['a part that is not closed', '<svg viewBox="0 0 1 1"><g></svg>'],
    ['words around it', 'x<svg viewBox="0 0 1 1"/>'],
    ['two roots', '<svg viewBox="0 0 1 1"/><svg viewBox="0 0 1 1"/>'],
    ['raw text', '<svg viewBox="0 0 1 1"><style><![CDATA[a]]></style></svg>'],
    ['another root', '<g viewBox="0 0 1 1"/>'],
    ['nothing', ''],
  ])('is refused as SVG with %s', (_what, text) => expect(codeOf(bytes(text))).toBe('logo-type'))

  it('must say its size and be small', () => {
    expect(codeOf(svg('', 'fill="red"'))).toBe('logo-size-unknown')
    expect(codeOf(svg(' '.repeat(200_000)))).toBe('logo-too-large')
  })

  it('may be a PNG that can be unpacked, and no other', () => {
    expect(codeOf(png(2, 2, 14))).toBe('png')
    expect(codeOf(png(2, 2, 13))).toBe('logo-damaged')
    expect(codeOf(png(2, 2, 15))).toBe('logo-damaged')
    expect(codeOf(png(5000, 1, 15001))).toBe('logo-too-large')
    expect(codeOf(png(2, 2, 14).slice(0, -4))).toBe('logo-damaged')
    expect(codeOf(png(2, 2, 14).with(30, 0x55))).toBe('logo-damaged')
  })
})

/** A PNG in true colour of which every byte is 0; `unpacked` is how many bytes its rows take: three per pixel and one per row. */
function png(width: number, height: number, unpacked: number): Uint8Array {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([8, 2], 8)
  const chunk = (kind: string, data: Uint8Array) => {
    const whole = new Uint8Array(data.length + 12)
    new DataView(whole.buffer).setUint32(0, data.length)
    whole.set(bytes(kind), 4)
    whole.set(data, 8)
    new DataView(whole.buffer).setUint32(data.length + 8, crc32(whole.subarray(4, data.length + 8)))
    return [...whole]
  }
  const mark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const rows = zlibSync(new Uint8Array(unpacked))
  return new Uint8Array([
    ...mark,
    ...chunk('IHDR', header),
    ...chunk('IDAT', rows),
    ...chunk('IEND', new Uint8Array()),
  ])
}

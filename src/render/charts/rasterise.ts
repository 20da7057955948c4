import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { readFonts } from '../pdf/typst-fonts.ts'

let ready: Promise<void> | undefined

export interface Raster {
  readonly png: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** An SVG as pixels, for programs that cannot draw one; letters are set in the report's own font. The same SVG gives the same bytes. */
export async function rasterise(svg: string, width: number): Promise<Raster> {
  ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm)
  await ready
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers: readFonts(), defaultFontFamily: 'IBM Plex Sans' },
  })
  try {
    const image = picture.render()
    const raster = { png: image.asPng(), width: image.width, height: image.height }
    image.free()
    return raster
  } finally {
    picture.free()
  }
}

import type { Logo } from '../core/report/logo.ts'

/** A logo as the address of a picture that holds itself. */
export function logoAddress(logo: Logo): string {
  return logo.type === 'png'
    ? `data:image/png;base64,${logo.base64}`
    : `data:image/svg+xml;base64,${Buffer.from(logo.svg).toString('base64')}`
}

/** A logo as SVG, for programs that take pictures as text. */
export function logoSvg(logo: Logo): string {
  if (logo.type === 'svg') return logo.svg
  const { width, height } = pngSize(Buffer.from(logo.base64, 'base64'))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="${logoAddress(logo)}"/></svg>`
}

/** Pixels, from the header that every PNG begins with. */
function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

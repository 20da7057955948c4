import { encode } from 'uqr'

/** Modules of white around, which readers need (ISO/IEC 18004). */
const quiet = 4

/** A text as a QR code. Black on white in every theme, or telephones don't find it. */
export function QrCode({ text, name }: { text: string; name: string }) {
  const { data, size } = encode(text, { border: quiet })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className="qr-code" role="img" aria-label={name} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const faces = ['Regular', 'Italic', 'SemiBold', 'Bold']

/** IBM Plex Sans (OFL) as the design system's package ships it, so that no machine's own fonts matter. */
export function readFonts(): Buffer[] {
  // The package exports its script only: dist/js/dkfds.min.js.
  const script = createRequire(import.meta.url).resolve('dkfds')
  const folder = join(dirname(script), '../../src/fonts/IBMPlexSans/complete/ttf')
  return faces.map((face) => readFileSync(join(folder, `IBMPlexSans-${face}.ttf`)))
}

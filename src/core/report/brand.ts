import type { LocalText } from '../language/language.ts'
import type { Checked, Problem } from '../language/problem.ts'
import { checkLogo, type Logo } from './logo.ts'

/** How a municipality's reports look, and where their figures can be looked up. */
export interface ReportBrand {
  readonly name: string
  /** `#rrggbb` in lower case, of headings, lines and charts; at least 4.5:1 against white. */
  readonly colour: string
  readonly logo: Logo | null
  /** Stand on the front page, below the name of the report. */
  readonly lines: readonly LocalText[]
  /** Of the municipality's Tilsyn, `https://tilsyn.example.dk`: where a figure's id is looked up. */
  readonly origin: string | null
  /** What others may do with the figures. */
  readonly licence: LocalText | null
}

/** A brand before it is checked. */
export interface BrandParts {
  readonly name: string
  readonly colour: string
  /** The file's bytes. */
  readonly logo: Uint8Array | null
  readonly lines: readonly LocalText[]
  readonly origin: string | null
  readonly licence: LocalText | null
}

/** WCAG 2.2, 1.4.3: ordinary text. */
const leastContrast = 4.5
const longestName = 100
const mostLines = 6
const longestLine = 160
const longestLicence = 500

/** Everything that is wrong with a brand, each with the part's name as its column. */
export function checkBrand(parts: BrandParts): Checked<ReportBrand> {
  const { name, lines, licence } = parts
  const problems: Problem[] = []
  const complain = (column: string, code: string, text: LocalText) =>
    problems.push({ code, text, at: { column } })
  if (!isLine(name, longestName))
    complain('name', 'brand-name', {
      da: `Navnet skal være én linje på højst ${longestName} tegn.`,
      en: `The name must be one line of at most ${longestName} characters.`,
    })
  const colour = parts.colour.toLowerCase()
  if (!/^#[0-9a-f]{6}$/u.test(colour))
    complain('colour', 'brand-colour', {
      da: `»${parts.colour}« er ikke en farve. Skriv den som #12466b.`,
      en: `‘${parts.colour}’ is not a colour. Write it like #12466b.`,
    })
  else if (contrastToWhite(colour) < leastContrast) complain('colour', 'brand-contrast', tooPale(colour))
  if (
    lines.length > mostLines ||
    !lines.every(({ da, en }) => isLine(da, longestLine) && isLine(en, longestLine))
  )
    complain('lines', 'brand-lines', {
      da: `Forsiden har plads til ${mostLines} linjer på højst ${longestLine} tegn.`,
      en: `The front page has room for ${mostLines} lines of at most ${longestLine} characters.`,
    })
  if (licence !== null && !(isLine(licence.da, longestLicence) && isLine(licence.en, longestLicence)))
    complain('licence', 'brand-licence', {
      da: `Licensen skal være én linje på højst ${longestLicence} tegn.`,
      en: `The licence must be one line of at most ${longestLicence} characters.`,
    })
  const origin = parts.origin === null ? null : originOf(parts.origin)
  if (origin === undefined)
    complain('origin', 'brand-origin', {
      da: `»${parts.origin}« er ikke en adresse. Skriv den som https://tilsyn.example.dk, uden sti.`,
      en: `‘${parts.origin}’ is not an address. Write it like https://tilsyn.example.dk, without a path.`,
    })
  const logo = parts.logo === null ? null : checkLogo(parts.logo)
  if (logo?.ok === false)
    problems.push(...logo.problems.map((problem) => ({ ...problem, at: { column: 'logo' } })))
  if (problems.length > 0 || origin === undefined || logo?.ok === false) return { ok: false, problems }
  return { ok: true, value: { name, colour, logo: logo?.value ?? null, lines, origin, licence } }
}

/** WCAG's contrast of a colour (`#rrggbb`) to white, from 1 to 21. */
export function contrastToWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function tooPale(colour: string): LocalText {
  // Cut off and not rounded: 4,49 must not read as 4,5.
  const contrast = (Math.floor(contrastToWhite(colour) * 10) / 10).toFixed(1)
  return {
    da: `${colour} er for lys at læse på hvidt: kontrasten er ${contrast.replace('.', ',')} og skal være mindst 4,5. Vælg en mørkere farve.`,
    en: `${colour} is too pale to read on white: its contrast is ${contrast} and must be at least 4.5. Choose a darker colour.`,
  }
}

function isLine(text: string, longest: number): boolean {
  return text.trim() !== '' && text.length <= longest && !/\p{Cc}/u.test(text)
}

function originOf(text: string): string | undefined {
  const url = URL.parse(text)
  const plain = url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
  return plain && (text === url.origin || text === `${url.origin}/`) ? url.origin : undefined
}

/** What a spreadsheet has room for, 1,048,576 rows or 16,384 columns, and what fits in memory of it. */
const mostRows = 1_048_576
const mostColumns = 16_384
const mostCells = 40_000_000
/** No cell is longer than 32,767 signs, and none of ours has so much before the next tag. */
const longestTag = 1_000_000

const tag = /<(?:[\w.-]+:)?(?:row|c)(?=\s)([^<]*)/g
const place = /\sr\s*=\s*["']([^"']*)/
const errorType = /\st\s*=\s*["']e["']/
const address = /^([A-Z]{0,3})(\d{1,7})$/i

/**
 * How far out the cells of a sheet lie, told by their addresses as the file is unpacked. A reader of sheets fills the room
 * between with empty cells, so that one cell far out would take all memory there is.
 */
export class SheetReach {
  #rest = ''
  #rows = 0
  #columns = 0
  #isBroken = false
  /** Whether a cell shows an error (ECMA-376 part 1, 18.18.11: type `e`). */
  holdsErrors = false

  /** Takes the next piece of a file's XML, as Latin-1: addresses are ASCII. */
  add(piece: string): void {
    const text = this.#rest + piece
    const end = text.lastIndexOf('<')
    this.#rest = end < 0 ? '' : text.slice(end)
    if (this.#rest.length > longestTag) {
      this.#isBroken = true
      this.#rest = ''
    }
    this.#look(end < 0 ? text : text.slice(0, end))
  }

  end(): void {
    this.#look(this.#rest)
    this.#rest = ''
  }

  get isTooFar(): boolean {
    const { length } = [this.#rows > mostRows, this.#columns > mostColumns, this.#isBroken].filter(Boolean)
    return length > 0 || this.#rows * this.#columns > mostCells
  }

  #look(text: string): void {
    for (const [, attributes = ''] of text.matchAll(tag)) {
      this.holdsErrors ||= errorType.test(attributes)
      const written = place.exec(attributes)?.[1]
      if (written === undefined) continue
      const match = address.exec(written)
      if (match === null) {
        this.#isBroken = true
        return
      }
      this.#rows = Math.max(this.#rows, Number(match[2]))
      this.#columns = Math.max(this.#columns, numberOf(match[1] ?? ''))
    }
  }
}

/** A is 1, Z 26, AA 27. */
function numberOf(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

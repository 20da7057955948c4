export interface StratumPart {
  readonly name: string
  readonly value: string
}

/** Reads a label of `stratumLabel` back into its properties, in order; empty for the one stratum of a whole frame. */
export function stratumParts(label: string): readonly StratumPart[] {
  const parts: StratumPart[] = []
  for (const piece of splitAt(label, ';')) {
    const [name, value] = splitAt(piece, '=')
    if (name === undefined || value === undefined) return []
    // The separator is "; ": one space belongs to it, any further ones to the name.
    parts.push({ name: unescape(parts.length === 0 ? name : name.slice(1)), value: unescape(value) })
  }
  return parts
}

/** Splits at a separator that no backslash stands before. */
function splitAt(text: string, separator: ';' | '='): readonly string[] {
  const pieces: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === separator) {
      pieces.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...pieces, text.slice(from)]
}

function unescape(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gu, (_, code: string | undefined, character: string) =>
    code === undefined ? character : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

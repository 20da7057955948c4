/** What nobody would write: a number with the wrong number of things, or a share of nothing. */
const patterns = [
  /(?<!of )\b1 (?:cases|questions|answers|reviews|rounds|levels|requirements|points|others|units|contradictions|times)\b/iu,
  /\b1 (?:sager|gennemgange|runder|niveauer|enheder|gange|modsigelser|ankersager|sammenlignede|prøvede|fælles)\b/iu,
  /\b(?:de|the|alle|all) 1\b/iu,
  /\b(?:0|no) of (?:the )?0\b/iu,
  /\b0 af (?:de )?0\b/iu,
  /\b(?:of|af) (?:the |de )?0 /iu,
  /(?<!level |niveau )\b1 (?:have|were|are|show|lack|meet)\b/iu,
  /\b(?:[02-9]|\d\d+) (?:case|question|review|answer|round|sag|gennemgang|runde)\b/iu,
  /\bNaN|undefined|null\b|Infinity/u,
]

/** The text itself where it reads wrong, for a message that says which; nothing where it does not. */
export function odd(text: string): readonly string[] {
  return patterns.some((pattern) => pattern.test(text)) ? [text] : []
}

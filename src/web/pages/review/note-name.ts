/** No question's key has a space. */
const prefix = 'note '

/** Under what name a private note travels in the queue of answers. */
export function noteName(question: string): string {
  return `${prefix}${question}`
}

/** The question that a name in the queue is a private note to; undefined: it is an answer. */
export function findNoted(name: string): string | undefined {
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined
}

/** Whether every word that was typed occurs somewhere in the text, in any order, whatever the case. */
export function containsAllWords(text: string, typed: string): boolean {
  const within = text.toLocaleLowerCase('da')
  return typed
    .toLocaleLowerCase('da')
    .split(/\s+/)
    .every((word) => within.includes(word))
}

/** For a title in the middle of a sentence. */
export function firstLower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('da') + text.slice(1)
}

/** For a column's name, which imports write in small letters as a rule. */
export function firstUpper(text: string): string {
  return text.charAt(0).toLocaleUpperCase('da') + text.slice(1)
}

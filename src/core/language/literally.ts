/** A text as a part of a regular expression (with `u`) that stands for the text itself. */
export function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}

import { Exit, type Terminal } from '../terminal.ts'

/** The parts of `pdf,html`; wrong usage where one is unknown. */
export function wordList<T extends string>(
  terminal: Terminal,
  flag: string,
  text: string,
  known: readonly T[],
): readonly T[] {
  const parts = [
    ...new Set(
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  ]
  const unknown = parts.find((part) => !known.some((one) => one === part))
  if (unknown !== undefined || parts.length === 0) {
    const list = known.join(', ')
    terminal.err(
      {
        da: `${flag}: »${unknown ?? text}« kendes ikke. Vælg blandt ${list}, adskilt med komma.\n`,
        en: `${flag}: ‘${unknown ?? text}’ is not known. Choose among ${list}, separated by commas.\n`,
      }[terminal.language],
    )
    throw new Exit(2)
  }
  return known.filter((one) => parts.includes(one))
}

const token = /\{\{|\}\}|\{([^{}]+)\}/g

/** Text that may hold braces (a question, a name), made safe to stand inside a figure text. */
export function quoteText(text: string): string {
  return text.replaceAll('{', '{{').replaceAll('}', '}}')
}

/** The ids of the figures a text refers to, in order of appearance. */
export function listFigureReferences(text: string): readonly string[] {
  return [...text.matchAll(token)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]))
}

/** The text with every reference replaced by what `print` gives for its id, and doubled braces made single. */
export function fillFigureText(text: string, print: (id: string) => string): string {
  return text.replace(token, (whole, id: string | undefined) => {
    if (id !== undefined) return print(id)
    return whole === '{{' ? '{' : '}'
  })
}

import { useEffect } from 'react'

/**
 * While the component is shown, every printed page has this at its foot and its number beside it: a sheet that is torn
 * from the others still says whose it is. A style sheet made by script, for the page's own may not be written inline.
 */
export function usePrintFoot(text: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `@page {
        @bottom-left { content: ${quoted(text)}; font-size: 9pt; }
        @bottom-right { content: counter(page) "/" counter(pages); font-size: 9pt; }
      }`,
    )
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [text])
}

/** A CSS string: nothing in it ends it or begins an escape. */
function quoted(text: string): string {
  const escaped = text.replaceAll(/["\\<\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)
  return `"${escaped}"`
}

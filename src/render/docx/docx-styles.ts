import type { IStylesOptions } from 'docx'
import type { Language } from '../../core/language/language.ts'

const locales = { da: 'da-DK', en: 'en-GB' } as const
const muted = '555d66'

/** The styles a reader changes in Word to change the whole report; sizes in half points, distances in twentieths of a point. */
export function docxStyles(language: Language, accent: string): IStylesOptions {
  const color = accent.replace('#', '')
  const heading = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  })
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 21, language: { value: locales[language] } },
        paragraph: { spacing: { after: 120 } },
      },
      title: { run: { size: 56, bold: true, color }, paragraph: { spacing: { after: 120 } } },
      heading1: heading(36, 360, 160),
      heading2: heading(27, 280, 120),
      heading3: heading(23, 200, 100),
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 28 },
        paragraph: { spacing: { after: 480 } },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 19, bold: true },
        paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
      },
      {
        id: 'Note',
        name: 'Note',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { italics: true },
        paragraph: { indent: { left: 200 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: 17 },
        paragraph: { spacing: { after: 0 } },
      },
      { id: 'ChartKey', name: 'Chart Key', basedOn: 'Normal', run: { size: 17, color: muted } },
      { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 17, color: muted } },
      { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 17, color: muted } },
    ],
  }
}

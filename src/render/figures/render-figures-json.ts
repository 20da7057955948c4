import type { PrintedReport } from '../../core/report/printed-report.ts'
import { figureFields, figureRow } from './figure-fields.ts'

/** Rises when a field changes its name, its unit or its meaning; new fields leave it as it is. */
const version = 1

/**
 * Every figure that the report prints, with a dictionary that says in both languages what each field means. `licence`
 * is the municipality's to give: null says that nothing was said, not that all is allowed.
 */
export async function renderFiguresJson(printed: PrintedReport, createdAt: Date): Promise<Uint8Array> {
  const { title, subtitle, municipality, audience, edition, notice, basis, brand, language } = printed
  const dictionary = Object.fromEntries(
    Object.entries(figureFields).map(([field, { meaning }]) => [field, meaning]),
  )
  const document = {
    format: 'tilsyn-figures',
    version,
    report: {
      title,
      subtitle,
      municipality,
      audience,
      edition,
      notice,
      basis,
      language,
      createdOn: createdAt.toISOString().slice(0, 10),
      licence: brand?.licence ?? null,
    },
    dictionary,
    figures: printed.figures.map(figureRow),
  }
  return new TextEncoder().encode(`${JSON.stringify(document, null, 1)}\n`)
}

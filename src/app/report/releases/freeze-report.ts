import { createHash } from 'node:crypto'
import type { LocalText } from '../../../core/language/language.ts'
import type { FrozenReport } from '../../../storage/report/release.ts'
import type { Report } from '../../../core/report/report.ts'

/** A report as text and the digest of its bytes: what is checked, approved and released. */
export function freezeReport(report: Report, baseline: string | null): FrozenReport {
  const model = JSON.stringify(report)
  return { model, baseline, digest: createHash('sha256').update(model).digest() }
}

/** The report that was frozen. Throws when the text is no longer what was handed over. */
export function thawReport(model: string, digest: Buffer): Report {
  if (!createHash('sha256').update(model).digest().equals(digest))
    throw new Error('a frozen report does not have the digest that was kept with it')
  // Its bytes are those that `freezeReport` wrote.
  return JSON.parse(model) as Report
}

const notReleased: LocalText = {
  da: 'Udkast: ikke frigivet',
  en: 'Draft: not released',
}

/** What is printed before the release says so on every page. */
export function asDraft(report: Report): Report {
  const { notice } = report
  return {
    ...report,
    notice:
      notice === null
        ? notReleased
        : { da: `${notReleased.da} · ${notice.da}`, en: `${notReleased.en} · ${notice.en}` },
  }
}

/** What is released says by which digest it can be found again. */
export function asReleased(report: Report, digest: Buffer): Report {
  const short = digest.toString('hex').slice(0, 16)
  return {
    ...report,
    basis: { da: `${report.basis.da}. Kontrolsum: ${short}`, en: `${report.basis.en}. Digest: ${short}` },
  }
}

import type { Checked, Problem } from '../../core/language/problem.ts'
import type { ImportCounts } from '../../storage/tables/registry.ts'
import type { Refused } from '../frame/result.ts'
import { confirmPreview, discardPreview } from './confirm-import.ts'
import { previewFile, type Importer, type ImportFile } from './preview-import.ts'
import type { Preview } from './read-preview.ts'

export interface ImportOutcome {
  readonly counts: ImportCounts
  /** Whether the registry was written to. */
  readonly written: boolean
  /** Of the first refused rows. */
  readonly problems: readonly Problem[]
  readonly changed: Preview['changed']
}

/** A whole import at once, for a terminal: read, compare, and write or forget. */
export async function importOutcome(
  importer: Importer,
  file: ImportFile,
  { confirm, withoutRefused }: { readonly confirm: boolean; readonly withoutRefused: boolean },
): Promise<Checked<ImportOutcome>> {
  const previewed = await previewFile(importer, file)
  if (!previewed.ok) return { ok: false, problems: problemsOf(previewed) }
  if (previewed.value.kind === 'unmatched') return { ok: false, problems: previewed.value.problems }
  const { batch, refused, changed } = previewed.value.preview
  const problems = refused.flatMap((row) => row.problems)
  const outcome = { counts: batch.counts, problems, changed }
  if (!confirm || (problems.length > 0 && !withoutRefused)) {
    await discardPreview(importer, batch.id)
    return { ok: true, value: { ...outcome, written: false } }
  }
  const confirmed = await confirmPreview(importer, batch.id, withoutRefused)
  if (!confirmed.ok) return { ok: false, problems: problemsOf(confirmed) }
  return { ok: true, value: { ...outcome, written: true } }
}

function problemsOf({ refusal, problems }: Refused): readonly Problem[] {
  if (problems !== undefined) return problems
  return [refusal === 'no-units' ? noUnits : busy]
}

const busy: Problem = {
  code: 'import-under-way',
  text: {
    da: 'En anden fil bliver læst eller importeret lige nu. Prøv igen om lidt.',
    en: 'Another file is being read or imported right now. Try again in a moment.',
  },
}

const noUnits: Problem = {
  code: 'no-units',
  text: {
    da: 'Kommunen har ingen enheder endnu. Opret dem, før der importeres.',
    en: 'The municipality has no units yet. Add them before importing.',
  },
}

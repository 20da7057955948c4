import type { Problem } from '../../core/language/problem.ts'
import { getStage } from '../../core/programme/lookup.ts'
import type { Anchor, Programme } from '../../core/programme/programme.ts'
import { listAnchorFiles, type AnchorContent, type AnchorFile } from '../../storage/review/anchor-case.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { done, refused, type Result } from '../frame/result.ts'

/** An anchor that a programme names, with its file. */
export interface NamedAnchor {
  readonly anchor: Anchor
  readonly file: AnchorFile
  /** What its reviewers see: as it is frozen, or was at its first review, or else is in the registry now. */
  readonly seen: AnchorContent
}

/** The files of anchors; refused while the registry lacks one, since a programme's list is never changed. */
export async function findAnchorFiles(
  reader: PersonalReader,
  programme: Programme,
  anchors: readonly Anchor[],
): Promise<Result<readonly NamedAnchor[], 'anchor-not-in-registry'>> {
  if (anchors.length === 0) return done([])
  const files = await listAnchorFiles(reader, anchors)
  const named: NamedAnchor[] = []
  const problems: Problem[] = []
  for (const anchor of anchors) {
    const file = files.find(({ caseId, stage }) => caseId === anchor.caseId && stage === anchor.stage)
    const seen = file?.frozen ?? file?.firstReviewed ?? file?.current
    if (file === undefined || seen === undefined) problems.push(notInRegistry(programme, anchor))
    else if (seen.content.completed === '') problems.push(stillOpen(programme, anchor))
    else named.push({ anchor, file, seen })
  }
  return problems.length === 0 ? done(named) : refused('anchor-not-in-registry', problems)
}

function notInRegistry(programme: Programme, { caseId, stage }: Anchor): Problem {
  const { title } = getStage(programme, stage)
  return {
    code: 'anchor-not-in-registry',
    text: {
      da: `Ankersagen ${caseId} (${title.da}) findes ikke i sagsregistret. Importér den, eller udgiv en ny version af programmet uden den.`,
      en: `The anchor case ${caseId} (${title.en}) is not in the registry. Import it, or publish a new version of the programme without it.`,
    },
  }
}

function stillOpen(programme: Programme, { caseId, stage }: Anchor): Problem {
  const { title } = getStage(programme, stage)
  return {
    code: 'anchor-not-finished',
    text: {
      da: `Ankersagen ${caseId} (${title.da}) er ikke afsluttet i sagsregistret. Importér dens slutdato, eller udgiv en ny version af programmet uden den.`,
      en: `The anchor case ${caseId} (${title.en}) is not finished in the registry. Import its end date, or publish a new version of the programme without it.`,
    },
  }
}

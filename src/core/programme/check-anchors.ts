import { repeated, unknownReference, type Mistake } from './mistake.ts'
import type { ProgrammeParts } from './programme-parts.ts'

/**
 * Anchors stand at stages and levels of the programme, each once and under a number of its own, and a question is only
 * comparable with earlier versions.
 */
export function checkAnchors({ anchors, levels, stages, version }: ProgrammeParts): Mistake[] {
  const known = stages.flatMap(({ key }) => key ?? [])
  const numbers = levels.flatMap(({ fields }) => fields.level ?? [])
  return [
    ...anchors.flatMap(({ value, path }) =>
      value.levels
        .filter((level) => !numbers.includes(level))
        .map((level) =>
          unknownReference(
            [...path, 'levels'],
            { da: 'Niveau', en: 'Level' },
            String(level),
            numbers.map(String),
          ),
        ),
    ),
    ...repeatedNumbers(anchors),
    ...anchors.flatMap(({ value, path }) =>
      value.stage === undefined || known.includes(value.stage)
        ? []
        : [unknownReference([...path, 'stage'], { da: 'Sagstrinnet', en: 'Stage' }, value.stage, known)],
    ),
    ...repeated(
      anchors.map(({ value, path }) => ({
        value: value.caseId === undefined ? undefined : `${value.caseId}, ${value.stage ?? '-'}`,
        path,
      })),
    ).map(({ value, path }) => ({
      code: 'not-unique',
      path,
      text: {
        da: `Ankersagen ${value} står der to gange. Slet den ene.`,
        en: `The anchor case ${value} stands there twice. Delete one.`,
      },
    })),
    ...stages.flatMap(({ questions }) =>
      questions.flatMap(({ value, path }) =>
        (value.comparable ?? []).flatMap((earlier, at) =>
          version === undefined || earlier < version
            ? []
            : [notEarlier([...path, 'comparable', at], earlier, version)],
        ),
      ),
    ),
  ]
}

/** Reviewers who found two files under one number would know that something is up. */
function repeatedNumbers(anchors: ProgrammeParts['anchors']): Mistake[] {
  return anchors.flatMap(({ value: { caseId, stage, shownAs }, path }, at) => {
    const taken = anchors.some(
      ({ value: other }, place) =>
        place !== at &&
        other.stage === stage &&
        (other.caseId === shownAs || (other.shownAs === shownAs && place < at)),
    )
    if (shownAs === undefined || shownAs === caseId || !taken) return []
    return [
      {
        code: 'not-unique',
        path: [...path, 'shownAs'],
        text: {
          da: `Nummeret ${shownAs} er brugt til en anden ankersag. Giv hver fastfrosset fil sit eget nummer.`,
          en: `The number ${shownAs} is used for another anchor case. Give each frozen file a number of its own.`,
        },
      },
    ]
  })
}

function notEarlier(path: Mistake['path'], earlier: number, version: number): Mistake {
  return {
    code: 'comparable-not-earlier',
    path,
    text: {
      da: `comparable nævner version ${earlier}, men programmet er version ${version}. Nævn kun tidligere versioner.`,
      en: `comparable names version ${earlier}, but the programme is version ${version}. Name earlier versions only.`,
    },
  }
}

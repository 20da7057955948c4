import { repeated, unknownReference, type Mistake } from './mistake.ts'
import type { ProgrammeParts } from './programme-parts.ts'

/** Anchors stand at stages of the programme, each once, and a question is only comparable with earlier versions. */
export function checkAnchors({ anchors, stages, version }: ProgrammeParts): Mistake[] {
  const known = stages.flatMap(({ key }) => key ?? [])
  return [
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

import { gatherSelection, type SelectionParts } from './selection-parts.ts'
import { criterion, law, level, programme, question } from './programme-schema.ts'
import type { CriterionSource, LawSource, LevelSource, QuestionSource } from './programme-schema.ts'
import { fieldAt, list, soundFields, textAt, type Part } from './sound-part.ts'
import type { KeyPath } from './yaml-lines.ts'

export interface StageParts {
  readonly key: string | undefined
  readonly path: KeyPath
  readonly sections: readonly Part<string>[]
  readonly questions: readonly Part<Partial<QuestionSource>>[]
}

export interface LevelParts {
  readonly path: KeyPath
  readonly fields: Partial<LevelSource>
  readonly selection: SelectionParts | undefined
  /** Only those whose shape is right as a whole. */
  readonly eligibility: readonly Part<CriterionSource>[]
}

/**
 * A programme's parts as far as each field's own shape is right, with the way to them, so that what they say about each
 * other can be checked while other fields are wrong: all mistakes show at once, and none drags others after it.
 */
export interface ProgrammeParts {
  readonly laws: readonly Part<Partial<LawSource>>[]
  readonly themes: readonly Part<string>[]
  readonly stages: readonly StageParts[]
  readonly levels: readonly LevelParts[]
  readonly anchors: readonly Part<{
    readonly caseId: string | undefined
    readonly stage: string | undefined
    readonly shownAs: string | undefined
    readonly levels: readonly number[]
  }>[]
  /** Undefined while the version is wrong. */
  readonly version: number | undefined
}

export function gatherParts(data: unknown): ProgrammeParts {
  return {
    laws: list(data, 'laws').map(({ value, path }) => ({ path, value: soundFields(law, value) })),
    themes: list(data, 'themes').flatMap((part) => textPart(part, 'key')),
    stages: list(data, 'stages').map(gatherStage),
    levels: list(data, 'levels').map(gatherLevel),
    anchors: list(data, 'anchors').map(({ value, path }) => ({
      path,
      value: {
        caseId: textAt(value, 'caseId'),
        stage: textAt(value, 'stage'),
        shownAs: textAt(value, 'shownAs'),
        levels: list(value, 'levels').flatMap((part) => (typeof part.value === 'number' ? [part.value] : [])),
      },
    })),
    version: programme.shape.version.safeParse(fieldAt(data, 'version')).data,
  }
}

function gatherStage({ value, path }: Part<unknown>): StageParts {
  return {
    key: textAt(value, 'key'),
    path,
    sections: list(value, 'sections', path).flatMap((part) => textPart(part, 'number')),
    questions: list(value, 'questions', path).map((part) => ({
      path: part.path,
      value: soundFields(question, part.value),
    })),
  }
}

function gatherLevel({ value, path }: Part<unknown>): LevelParts {
  return {
    path,
    fields: soundFields(level, value),
    selection: gatherSelection(value, path),
    eligibility: list(value, 'eligibility', path).flatMap((part) => {
      const parsed = criterion.safeParse(part.value)
      return parsed.success ? [{ path: part.path, value: parsed.data }] : []
    }),
  }
}

function textPart({ value, path }: Part<unknown>, key: string): Part<string>[] {
  const found = textAt(value, key)
  return found === undefined ? [] : [{ value: found, path }]
}

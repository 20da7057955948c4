import type { Confidence, DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import { limitWords } from '../../core/caseflow/limit-words.ts'
import type { Language, LocalText } from '../../core/language/language.ts'
import { wrapWords } from './wrap-words.ts'

const confidenceWords: Readonly<Record<Confidence, LocalText>> = {
  verified: { da: 'set i lovteksten', en: 'seen in the text of the law' },
  partial: { da: 'delvis efterprøvet', en: 'partly checked' },
  memory: { da: 'ikke efterprøvet', en: 'not checked' },
}

const width = 100

/** Each rule's legal basis, how sure we are of it, and what must be known. */
export function explain(list: readonly DeadlineRules[], language: Language): string {
  return list
    .flatMap(({ title, deadlines }) => [
      '',
      title[language],
      ...deadlines.flatMap((rule) => {
        const { id, text, legal, confidence, note } = rule
        const indent = ' '.repeat(id.length + 2)
        const basis = language === 'da' ? 'Hjemmel' : 'Legal basis'
        return [
          `${id}  ${text[language]} (${limitWords(rule)[language]})`,
          `${basis}: ${legal} (${confidenceWords[confidence][language]})`,
          ...(note === null ? [] : [note[language]]),
        ].flatMap((paragraph, at) =>
          wrapWords(paragraph, width - indent.length).map((line, row) =>
            at === 0 && row === 0 ? line : `${indent}${line}`,
          ),
        )
      }),
    ])
    .map((line) => `${line}\n`)
    .join('')
}

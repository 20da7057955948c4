import type { LocalText } from '../language/language.ts'
import { findLikelyWord } from './did-you-mean.ts'

/** Longer lists of what may be written help nobody; the editor completes them from the JSON Schema. */
const listed = 12

/** What to write instead: the likely word, else the words there are. Begins with a space; empty when there are none. */
export function suggest(written: string, known: readonly string[]): LocalText {
  const likely = findLikelyWord(written, known)
  if (likely !== undefined) return { da: ` Mente du "${likely}"?`, en: ` Did you mean "${likely}"?` }
  if (known.length === 0) return { da: '', en: '' }
  const words = known.slice(0, listed).join(', ')
  const more = known.length > listed ? ' ...' : ''
  return { da: ` Der kan stå: ${words}${more}.`, en: ` It may be: ${words}${more}.` }
}

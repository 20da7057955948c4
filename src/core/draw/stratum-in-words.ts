import type { LocalText } from '../language/language.ts'
import { wholeFrame } from './stratum-label.ts'
import { stratumParts } from './stratum-parts.ts'

const names: Readonly<Record<string, LocalText>> = {
  unit: { da: 'enhed', en: 'unit' },
  stage: { da: 'sagstrin', en: 'stage' },
  caseworker: { da: 'sagsbehandler', en: 'caseworker' },
  month: { da: 'måned', en: 'month' },
  before: { da: 'før', en: 'before' },
}

/** A stratum's label for messages: `enhed Nord, måned 2018-05`; a file's own columns keep their name. */
export function stratumWords(label: string): LocalText {
  const parts = stratumParts(label)
  if (label === wholeFrame) return { da: 'alle sager', en: 'all cases' }
  // Not one of ours: a file that somebody wrote.
  if (parts.length === 0) return { da: label, en: label }
  const words = (language: keyof LocalText) =>
    parts.map(({ name, value }) => `${names[name]?.[language] ?? name} ${value || '–'}`).join(', ')
  return { da: words('da'), en: words('en') }
}

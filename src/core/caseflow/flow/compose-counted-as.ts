import type { LocalText } from '../../language/language.ts'
import type { EventKind } from '../deadline-rules.ts'
import type { CompiledFlow } from './compile-flow.ts'

type Counted = 'received' | 'opened' | 'completed' | 'settled' | 'closed'

const labels: Readonly<Record<Counted, LocalText>> = {
  received: { da: 'Talt som underretning', en: 'Counted as a notification' },
  opened: { da: 'Talt som undersøgelse åbnet', en: 'Counted as an assessment opened' },
  completed: { da: 'Talt som undersøgelse afsluttet', en: 'Counted as an assessment ended' },
  settled: {
    da: 'Talt som underretning afsluttet uden undersøgelse',
    en: 'Counted as a notification closed without an assessment',
  },
  closed: { da: 'Talt som sag lukket', en: 'Counted as a case closed' },
}

/** Which kinds of event the rules count as what, a line each: the reports call them by one name whatever the rules are. */
export function countedAs(flow: CompiledFlow, kinds: readonly EventKind[]): readonly LocalText[] {
  // Object.keys loses the literal types of a constant object's keys.
  return (Object.keys(labels) as Counted[]).flatMap((what) => {
    const names = [...flow[what]].map(
      (key) => kinds.find((kind) => kind.key === key)?.name ?? { da: key, en: key },
    )
    if (names.length === 0) return []
    const { da, en } = labels[what]
    return [
      {
        da: `${da}: ${names.map((name) => name.da).join('; ')}.`,
        en: `${en}: ${names.map((name) => name.en).join('; ')}.`,
      },
    ]
  })
}

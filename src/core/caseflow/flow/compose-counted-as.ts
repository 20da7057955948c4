import type { LocalText } from '../../language/language.ts'
import type { EventKind } from '../deadline-rules.ts'
import type { CompiledFlow } from './compile-flow.ts'
import type { FlowWords } from './flow-words.ts'

type Counted = 'received' | 'opened' | 'completed' | 'settled' | 'closed'

function labelsOf({ received, handled }: FlowWords): Readonly<Record<Counted, LocalText>> {
  return {
    received: { da: `Talt som ${received.one.da}`, en: `Counted as ${received.withArticle.en}` },
    opened: { da: `Talt som ${handled.one.da} åbnet`, en: `Counted as ${handled.withArticle.en} opened` },
    completed: {
      da: `Talt som ${handled.one.da} afsluttet`,
      en: `Counted as ${handled.withArticle.en} ended`,
    },
    settled: {
      da: `Talt som ${received.one.da} afsluttet uden ${handled.one.da}`,
      en: `Counted as ${received.withArticle.en} closed without ${handled.withArticle.en}`,
    },
    closed: { da: 'Talt som sag lukket', en: 'Counted as a case closed' },
  }
}

/** Which kinds of event the rules count as what, a line each: the reports call all of them by one name. */
export function countedAs(flow: CompiledFlow, kinds: readonly EventKind[]): readonly LocalText[] {
  const labels = labelsOf(flow.words)
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

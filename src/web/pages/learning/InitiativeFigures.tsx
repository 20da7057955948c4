import type { AimView, InitiativeView } from '../../../contract/learning/initiative.ts'
import { formatDecimal } from '../../format/numbers.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { BeforeAfterWords } from './BeforeAfterWords.tsx'
import { aimName } from './goal-words.ts'
import { InitiativeChart } from './InitiativeChart.tsx'
import { InitiativeRounds } from './InitiativeRounds.tsx'

interface InitiativeFiguresProps {
  readonly figures: NonNullable<InitiativeView['figures']>
  readonly start: InitiativeView['start']
}

/** What the aimed figures did, one after the other, and what they say together. */
export function InitiativeFigures({ figures: { aims, family }, start }: InitiativeFiguresProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  if (aims.length === 0) return <p>{texts.noAims}</p>
  const { compared, tested, standingOut, expectedByChance } = family
  return (
    <>
      <p className="reading-width">
        {compared === 0
          ? texts.familyNone
          : texts.family(compared, tested, standingOut, formatDecimal(expectedByChance, language, 1))}
      </p>
      {aims.map((aim) => (
        <AimSection key={aimName(aim.aim, texts, local)} aim={aim} start={start} />
      ))}
      <p className="reading-width">{texts.cannotSay}</p>
      <Disclosure summary={texts.method}>
        {texts.methodBody.map((paragraph) => (
          <p key={paragraph} className="reading-width">
            {paragraph}
          </p>
        ))}
      </Disclosure>
    </>
  )
}

function AimSection({ aim, start }: { aim: AimView; start: InitiativeView['start'] }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const name = aimName(aim.aim, texts, local)
  const { shared, all } = aim.questions
  return (
    <section className="aim-section">
      <h3>{name}</h3>
      <BeforeAfterWords aim={aim} />
      {aim.rounds.length === 0 ? (
        <p>{texts.noRounds}</p>
      ) : (
        <>
          <InitiativeChart aim={aim} name={name} start={start} />
          {shared < all && <p className="soft reading-width">{texts.fewerQuestions(shared, all)}</p>}
          <Disclosure summary={texts.table}>
            <InitiativeRounds aim={aim} name={name} />
          </Disclosure>
        </>
      )}
    </section>
  )
}

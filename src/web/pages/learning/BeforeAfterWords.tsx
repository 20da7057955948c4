import type { AimView, ComparedAnswer } from '../../../contract/learning/initiative.ts'
import { formatDecimal, formatPercent, formatPoints } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { ChangeTag } from '../analysis/ChangeTag.tsx'
import { printProbability, printShare } from '../analysis/share-words.ts'

/** The estimate in words, with everything that keeps it from being an effect. */
export function BeforeAfterWords({ aim }: { aim: AimView }) {
  const texts = useTexts({ da, en })
  if (aim.outcome.state !== 'compared')
    return <p className="reading-width">{texts.outcomes[aim.outcome.state]}</p>
  return <Compared aim={aim} compared={aim.outcome.compared} />
}

function Compared({ aim, compared }: { aim: AimView; compared: ComparedAnswer }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const { before, after, change, withoutChange, others, ended, shared } = compared
  const titleOf = (key: string) => {
    const found = aim.rounds.find((round) => round.key === key)
    return found === undefined ? key : local(found.title)
  }
  const print = ({ figure }: typeof before) => printShare(figure, figure.sample, language)
  const isFew = change === null || change.class === 'too-few'
  const points = (difference: number) => formatPoints(difference, language, 1)
  const stood = before.figure.share ?? 0
  return (
    <>
      <p className="reading-width">
        {texts.before(titleOf(before.round), print(before))}
        <br />
        {texts.after(titleOf(after.round), print(after))}
      </p>
      {isFew ? (
        <p>{texts.tooFew}</p>
      ) : (
        <p className="reading-width">
          <ChangeTag kind={change.class} />{' '}
          {change.interval === null
            ? texts.differenceOnly(points(change.difference))
            : texts.difference(
                points(change.difference),
                formatPoints(change.interval[0], language),
                formatPoints(change.interval[1], language),
              )}{' '}
          {change.p !== null &&
            change.q !== null &&
            texts.probability(printProbability(change.p, language), formatDecimal(change.q, language, 2))}
        </p>
      )}
      {!isFew && withoutChange !== null && Math.abs(withoutChange - stood) >= 0.01 && (
        <p className="reading-width">
          {(withoutChange > stood ? texts.luck : texts.luckHigh)(
            print(before),
            formatPercent(withoutChange, language),
          )}
        </p>
      )}
      {others !== null && (
        <p className="reading-width">{texts.others(others.questions, points(others.difference))}</p>
      )}
      {ended && <p className="reading-width">{texts.ended}</p>}
      {shared.length > 0 && (
        <>
          <p className="reading-width">{texts.shared(shared.map(({ title }) => title).join(', '))}</p>
          <ul>
            {shared.map(({ id, title }) => (
              <li key={id}>
                <Link to={paths.initiative(id)}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

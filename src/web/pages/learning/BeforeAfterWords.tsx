import type { AimView, ComparedAnswer } from '../../../contract/learning/initiative.ts'
import { formatShortDate } from '../../format/dates.ts'
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
  const { outcome, other, published, addedLate } = aim
  const language = useLanguage()
  return (
    <>
      {published.takenOut !== null && (
        <p className="reading-width">{texts.aimTakenOut(published.takenOut)}</p>
      )}
      {addedLate && (
        <p className="reading-width">
          {texts.aimAddedLate(published.label, formatShortDate(published.on, language))}
        </p>
      )}
      <Foreknown aim={aim} />
      {outcome.state === 'compared' ? (
        <Compared aim={aim} compared={outcome.compared} />
      ) : (
        <p className="reading-width">{texts.outcomes[outcome.state]}</p>
      )}
      {other !== null && <Other aim={aim} other={other} />}
    </>
  )
}

/** A start that could have been chosen for its figures is said to be one. */
function Foreknown({ aim: { rounds, reckoned, foreknown, other } }: { aim: AimView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const titleOf = useRoundTitle(rounds)
  if (foreknown === null || reckoned === null) return null
  const known = foreknown.rounds.map(titleOf).join(texts.and)
  const day = formatShortDate(reckoned.day, language)
  return (
    <p className="reading-width">
      {texts.foreknown(formatShortDate(foreknown.writtenOn, language), known, day)}
      {other === null && ` ${texts.foreknownSame}`}
    </p>
  )
}

/** What the other start would give, without a verdict: it is there so that nobody can keep it back. */
function Other({ aim, other }: { aim: AimView; other: NonNullable<AimView['other']> }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { start, outcome } = other
  return (
    <>
      <h4>{texts.otherStarts[start.kind](formatShortDate(start.day, language))}</h4>
      {start.kind === 'said' && <p className="reading-width">{texts.otherSaid}</p>}
      {outcome.state === 'compared' ? (
        <Numbers rounds={aim.rounds} compared={outcome.compared} verdict={false} />
      ) : (
        <p className="reading-width">{texts.outcomes[outcome.state]}</p>
      )}
    </>
  )
}

function useRoundTitle(rounds: AimView['rounds']): (key: string) => string {
  const local = useLocal()
  return (key) => {
    const found = rounds.find((round) => round.key === key)
    return found === undefined ? key : local(found.title)
  }
}

interface NumbersProps {
  readonly rounds: AimView['rounds']
  readonly compared: ComparedAnswer
  readonly verdict: boolean
}

function Numbers({ rounds, compared, verdict }: NumbersProps) {
  const { before, after } = compared
  const change = findTold(compared.change)
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const titleOf = useRoundTitle(rounds)
  const print = ({ figure }: typeof before) => printShare(figure, figure.sample, language)
  const points = (difference: number) => formatPoints(difference, language, 1)
  return (
    <>
      <p className="reading-width">
        {texts.before(titleOf(before.round), print(before))}
        <br />
        {texts.after(titleOf(after.round), print(after))}
      </p>
      {change === null ? (
        <p>{texts.tooFew}</p>
      ) : (
        <p className="reading-width">
          {verdict && change.class !== null && (
            <>
              <ChangeTag kind={change.class} />{' '}
            </>
          )}
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
    </>
  )
}

/** Null where there are too few to say anything of it. */
function findTold(change: ComparedAnswer['change']): ComparedAnswer['change'] {
  return change?.class === 'too-few' ? null : change
}

function Compared({ aim, compared }: { aim: AimView; compared: ComparedAnswer }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { before, change, withoutChange, others, ended, shared } = compared
  const stood = before.figure.share ?? 0
  return (
    <>
      <Numbers rounds={aim.rounds} compared={compared} verdict />
      {findTold(change) !== null && withoutChange !== null && Math.abs(withoutChange - stood) >= 0.01 && (
        <p className="reading-width">
          {(withoutChange > stood ? texts.luck : texts.luckHigh)(
            printShare(before.figure, before.figure.sample, language),
            formatPercent(withoutChange, language),
          )}
        </p>
      )}
      {others !== null && (
        <p className="reading-width">
          {texts.others(others.questions, formatPoints(others.difference, language, 1))}
        </p>
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

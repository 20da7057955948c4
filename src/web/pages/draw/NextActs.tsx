import type { Round } from '../../../contract/draw/rounds.ts'
import { isRole } from '../../../core/access/role.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { drawKinds as kindsDa } from '../../texts/da/draw-kinds.ts'
import { drawKinds as kindsEn } from '../../texts/en/draw-kinds.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { listWords } from '../programme/selection-words.ts'
import type { LevelStanding, RoundStanding } from './round-standing.ts'

interface NextProps {
  readonly round: Round
  readonly standing: RoundStanding
}

/** The page's main action: to the level that can be frozen or drawn; to the results once the round is closed. */
export function NextButton({ round, standing: { next } }: NextProps) {
  const texts = useTexts({ da, en })
  const kinds = useTexts({ da: kindsDa, en: kindsEn })
  const may = useMay()
  if (next.kind === 'closed' && may('results.read'))
    return (
      <Link to={paths.results(round.key)} className={buttonClass('primary')}>
        {texts.results}
      </Link>
    )
  if ((next.kind !== 'freeze' && next.kind !== 'draw') || !may('round.draw')) return undefined
  return (
    <Link to={paths.draw(round.key, next.level.level)} className={buttonClass('primary')}>
      {actTitle(next, texts, kinds)}
    </Link>
  )
}

/** What is next and by whom: the leader's act, and the reviews that are missing, where they are most. */
export function NextActs({ round, standing: { next, levels } }: NextProps) {
  const texts = useTexts({ da, en })
  const kinds = useTexts({ da: kindsDa, en: kindsEn })
  const may = useMay()
  const language = useLanguage()
  const { roles } = useCommonTexts()
  if (next.kind === 'closed') return null
  const whoReviews = ({ level }: LevelStanding) =>
    listWords(
      level.reviewers.map((role) => (isRole(role) ? roles[role] : role).toLocaleLowerCase(language)),
      language,
    )
  const unassigned = levels.reduce((sum, level) => sum + level.unassigned, 0)
  return (
    <>
      <h2>{texts.nextHeading}</h2>
      <ul>
        {(next.kind === 'freeze' || next.kind === 'draw') && (
          <li>
            <Link to={paths.draw(round.key, next.level.level)}>{actTitle(next, texts, kinds)}</Link>.{' '}
            {!may('round.draw') && texts.nextDrawBy}
          </li>
        )}
        {levels
          .filter(({ missing }) => missing.length > 0)
          .map((level) => (
            <li key={level.level.level}>{missingWords(level, whoReviews(level), texts)}</li>
          ))}
        {unassigned > 0 && <li>{texts.unassigned(unassigned)}</li>}
        {may('review.assign') && levels.some(({ drawn }) => drawn > 0) && (
          <li>
            <Link to={paths.assignment({ round: round.key })}>{texts.toAssignment}</Link>
          </li>
        )}
        {next.kind === 'close' && <li>{texts.nextClose}</li>}
      </ul>
    </>
  )
}

function actTitle(
  { kind, level }: Extract<RoundStanding['next'], { readonly level: unknown }>,
  texts: typeof da,
  kinds: typeof kindsDa,
): string {
  return kind === 'freeze' ? texts.nextFreeze(level.level) : kinds[level.kind].round.act(level.level)
}

function missingWords(
  { level, drawn, submitted, missing }: LevelStanding,
  who: string,
  texts: typeof da,
): string {
  const [most] = missing
  if (most === undefined) return ''
  const count = drawn - submitted
  return missing.length === 1
    ? texts.missingOne(level.level, who, count, most.unit)
    : texts.missing(level.level, who, count, most.unit, most.count)
}

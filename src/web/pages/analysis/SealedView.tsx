import type { SealedResults } from '../../../contract/analysis/results.ts'
import { paths } from '../../paths.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Link } from '../../ui/Link.tsx'
import { Progress } from '../../ui/Progress.tsx'

/** Why the results are not shown, and what opens them. */
export function SealedView({
  round,
  waiting,
}: Pick<SealedResults, 'waiting'> & { readonly round: Pick<SealedResults['round'], 'key'> }) {
  const { seal } = useTexts({ da, en })
  const local = useLocal()
  return (
    <>
      <EmptyState
        title={seal.title}
        action={
          <Link to={paths.round(round.key)} className={buttonClass('primary')}>
            {seal.action}
          </Link>
        }
      >
        {seal.body}
      </EmptyState>
      <h2>{seal.waiting}</h2>
      <KeyValues
        items={waiting.map(({ level, title, drawn, submitted, reviews }) => ({
          key: String(level),
          name: seal.level(level, local(title)),
          value: drawn ? (
            <Progress label={seal.progress(level)} done={submitted} of={reviews} />
          ) : (
            seal.notDrawn
          ),
        }))}
      />
    </>
  )
}

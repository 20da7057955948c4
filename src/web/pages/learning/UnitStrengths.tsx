import { useQuery } from '@tanstack/react-query'
import { listStrengths } from '../../../contract/learning/strengths.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { unitCycle as da } from '../../texts/da/unit-cycle.ts'
import { unitCycle as en } from '../../texts/en/unit-cycle.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Link } from '../../ui/Link.tsx'

const most = 3

/** The newest examples of what goes well. */
export function UnitStrengths({ unit }: { unit: string }) {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(listStrengths, { params: { unit } }))
  return (
    <section>
      <h2>{texts.fromStrengths}</h2>
      <Answer query={query}>
        {({ strengths }) => (
          <>
            {strengths.length === 0 ? (
              <p className="soft">{texts.noStrengths}</p>
            ) : (
              <ul>
                {strengths.slice(0, most).map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            )}
            <p>
              <Link to={paths.strengths(unit)}>{texts.allStrengths}</Link>
            </p>
          </>
        )}
      </Answer>
    </section>
  )
}

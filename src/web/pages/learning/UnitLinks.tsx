import { paths } from '../../paths.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'

type Place = 'cycle' | 'visits' | 'strengths' | 'fourBox'

/** The pages of a unit's learning, on each of them. */
export function UnitLinks({ unit, here }: { unit: { id: string; name: string }; here: Place }) {
  const texts = useTexts({ da, en })
  const places = [
    ['cycle', paths.unit(unit.id)],
    ['visits', paths.visits(unit.id)],
    ['strengths', paths.strengths(unit.id)],
    ['fourBox', paths.fourBox(unit.id)],
    ['goals', paths.goals({ unit: unit.id })],
  ] as const
  return (
    <nav className="unit-links" aria-label={texts.linksLabel(unit.name)}>
      <ul className="no-max-width">
        {places.map(([key, to]) => (
          <li key={key}>
            <Link to={to} aria-current={key === here ? 'page' : undefined}>
              {texts.links[key]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

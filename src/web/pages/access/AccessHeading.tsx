import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'

/** The heading of the access room's pages, with the way between them. */
export function AccessHeading({ actions }: { actions?: ReactNode }) {
  const texts = useTexts({ da, en })
  const may = useMay()
  const page = useLocation({ select: ({ pathname }) => pathname })
  const sections = [
    { to: paths.access(), text: texts.people, seen: may('person.manage') },
    { to: paths.accessUnits(), text: texts.units, seen: may('unit.manage') },
    { to: paths.accessTeams(), text: texts.teams, seen: may('person.manage') },
    { to: paths.accessPermissions(), text: texts.permissions, seen: true },
    { to: paths.accessLog(), text: texts.log, seen: may('access.read') },
    { to: paths.accessRecord(), text: texts.record, seen: may('access.record') },
    { to: paths.accessRetention(), text: texts.retention, seen: may('retention.manage') },
  ].filter(({ seen }) => seen)
  const here = sections.find(({ to }) => to === page)?.text
  return (
    <>
      <PageHeading
        title={here === undefined ? texts.title : `${texts.title}: ${here.toLocaleLowerCase('da')}`}
        question={texts.question}
        actions={actions}
      />
      <nav className="sub-navigation" aria-label={texts.sections}>
        <ul className="no-max-width">
          {sections.map(({ to, text }) => (
            <li key={to}>
              <Link to={to} aria-current={to === page ? 'page' : undefined}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

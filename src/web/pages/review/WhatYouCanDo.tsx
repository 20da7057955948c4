import { useSession } from '../../session.ts'
import { navigationFor } from '../../shell/navigation.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { tasks as da } from '../../texts/da/tasks.ts'
import { tasks as en } from '../../texts/en/tasks.ts'
import { useTexts } from '../../texts/language.tsx'
import { paths } from '../../paths.ts'
import { Link } from '../../ui/Link.tsx'

/** For those without reviews: the pages that are open to them, and what each is for. */
export function WhatYouCanDo() {
  const texts = useTexts({ da, en })
  const { navigation } = useCommonTexts()
  const items = navigationFor(useSession()).filter(({ to }) => to !== paths.tasks())
  return (
    <section>
      <h2>{texts.youCan}</h2>
      <ul className="plain-list way-list">
        {items.map(({ key, to }) => (
          <li key={key}>
            <Link to={to}>{navigation[key]}</Link>
            <p className="soft">{texts.can[key]}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

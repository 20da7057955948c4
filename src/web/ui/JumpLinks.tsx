import { useCommonTexts } from '../texts/common.ts'

interface JumpLinksProps {
  /** In the order of the page; `id` is the heading's. */
  readonly sections: readonly { readonly id: string; readonly title: string }[]
}

/** The parts of a long page, to go straight to; nothing where there is one alone. */
export function JumpLinks({ sections }: JumpLinksProps) {
  const texts = useCommonTexts()
  if (sections.length < 2) return null
  return (
    <nav className="jump-links" aria-label={texts.onThisPage}>
      <ul className="no-max-width">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

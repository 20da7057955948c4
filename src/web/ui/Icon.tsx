import type { ReactNode } from 'react'

export type IconName =
  'menu' | 'close' | 'person' | 'down' | 'search' | 'download' | 'upload' | 'check' | 'cloud-off'

/** Drawn for this product; always beside a word, so never read aloud. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  )
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const

const drawings: Readonly<Record<IconName, ReactNode>> = {
  menu: <path {...line} d="M3 6h18M3 12h18M3 18h18" />,
  close: <path {...line} d="M5 5l14 14M19 5L5 19" />,
  person: (
    <>
      <circle {...line} cx="12" cy="8" r="4" />
      <path {...line} d="M4 21c0-5 4-7 8-7s8 2 8 7" />
    </>
  ),
  down: <path {...line} d="M6 9l6 6 6-6" />,
  search: (
    <>
      <circle {...line} cx="10" cy="10" r="6" />
      <path {...line} d="M15 15l6 6" />
    </>
  ),
  download: <path {...line} d="M12 3v12M7 10l5 5 5-5M4 20h16" />,
  upload: <path {...line} d="M12 16V4M7 9l5-5 5 5M4 20h16" />,
  check: <path {...line} d="M4 12l6 6L20 6" />,
  'cloud-off': <path {...line} d="M4 4l16 16M8 8a5 5 0 0 0-2 10h11M18 17a4 4 0 0 0-1-7 5 5 0 0 0-6-3" />,
}

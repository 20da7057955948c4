import { formatTime } from '../format/dates.ts'
import { useCommonTexts } from '../texts/common.ts'
import { useLanguage } from '../texts/language.tsx'
import { Icon } from './Icon.tsx'

/**
 * Where the last change is. `at` is an instant; `waiting` counts changes that the server has not got; `kept` says whether
 * they are on this computer's disk, or in this window only.
 */
export type Saved =
  | { readonly state: 'saved'; readonly at?: string }
  | { readonly state: 'saving' }
  | { readonly state: 'offline'; readonly waiting: number; readonly kept: boolean }
  | { readonly state: 'failed'; readonly reason: string; readonly kept: boolean }

/** Always on screen where something is saved as one goes; announced politely when it changes. */
export function SaveState({ saved }: { saved: Saved }) {
  return (
    <output className={`save-state ${saved.state === 'failed' ? 'offline' : saved.state}`}>
      {saved.state === 'saved' && <Icon name="check" />}
      {(saved.state === 'offline' || saved.state === 'failed') && <Icon name="cloud-off" />}
      <SavedWords saved={saved} />
    </output>
  )
}

function SavedWords({ saved }: { saved: Saved }) {
  const { save } = useCommonTexts()
  const language = useLanguage()
  switch (saved.state) {
    case 'saved':
      return saved.at === undefined ? save.saved : save.savedAt(formatTime(saved.at, language))
    case 'saving':
      return save.saving
    case 'offline':
      return `${save.offline(saved.waiting)} ${saved.kept ? save.onComputer : save.inWindow}`
    case 'failed':
      return `${save.failed}. ${saved.reason} ${saved.kept ? save.onComputer : save.inWindow}`
  }
  return saved satisfies never
}

import { useQueryClient } from '@tanstack/react-query'
import { setLanguage } from '../../contract/access/session.ts'
import type { Language } from '../../core/language/language.ts'
import { useSend } from '../api.ts'
import { sessionQuery } from '../session.ts'
import { useCommonTexts } from '../texts/common.ts'
import { useLanguage } from '../texts/language.tsx'

/** The other language, named in itself. The server keeps the choice, for its own texts follow it too. */
export function LanguageSwitch() {
  const texts = useCommonTexts()
  const other: Language = useLanguage() === 'da' ? 'en' : 'da'
  const client = useQueryClient()
  const send = useSend(setLanguage)
  const choose = () => {
    client.setQueryData(sessionQuery.queryKey, (state) => state && { ...state, language: other })
    send.mutate({ body: { language: other } })
  }
  return (
    <button type="button" className="plain-button" lang={other} onClick={choose}>
      {texts.otherLanguage}
    </button>
  )
}

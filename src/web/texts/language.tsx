import { createContext, useContext, useEffect, type ReactNode } from 'react'
import type { Language, LocalText } from '../../core/language/language.ts'

const LanguageContext = createContext<Language>('da')

/** Makes the language known to all below, and to the browser: hyphenation and screen readers read `lang`. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** The page's texts in the language of the session. Both languages have one type, so neither can lack a key. */
export function useTexts<T>(texts: Readonly<Record<Language, T>>): T {
  return texts[useLanguage()]
}

/** Picks the language of texts that come as data (programmes, problems). */
export function useLocal(): (text: LocalText) => string {
  const language = useLanguage()
  return (text) => text[language]
}

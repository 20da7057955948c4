import { expect, test } from 'vitest'
import { preferred } from './request-language.ts'

test.each([
  ['', 'da'],
  ['en-GB,en;q=0.9', 'en'],
  ['de-DE, fr', 'da'],
  ['da;q=0.8, en;q=0.9', 'en'],
  ['en, da', 'en'],
  ['en;q=0, da;q=0.1', 'da'],
  ['en;q=nonsense', 'da'],
  ['*', 'da'],
])('the browser’s "%s" means %s', (header, language) => expect(preferred(header)).toBe(language))

import { useLocal } from '../../../texts/language.tsx'
import type { ListedRegister } from './listed-register.ts'

/** What a kind of event is called in the reader's language; one that no rule knows by its own word. */
export function useKindName(kinds: ListedRegister['kinds']): (kind: string) => string {
  const local = useLocal()
  return (kind) => {
    const name = kinds[kind]
    return name === undefined ? kind : local(name)
  }
}

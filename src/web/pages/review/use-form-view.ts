import { useState } from 'react'

export type FormView = 'one' | 'all'

const storageKey = 'tilsyn.form-view'

/** One question at a time or all: remembered on this computer, because it is a habit and not a fact of the case. */
export function useFormView(): readonly [FormView, (view: FormView) => void] {
  const [view, setView] = useState<FormView>(() =>
    window.localStorage.getItem(storageKey) === 'all' ? 'all' : 'one',
  )
  const choose = (chosen: FormView) => {
    window.localStorage.setItem(storageKey, chosen)
    setView(chosen)
  }
  return [view, choose]
}

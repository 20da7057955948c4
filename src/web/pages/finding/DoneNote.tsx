import { useEffect, useRef } from 'react'

/** Says what was done and takes the focus, because the button that did it may be gone. */
export function DoneNote({ said }: { said: { readonly words: string } | null }) {
  const note = useRef<HTMLOutputElement>(null)
  useEffect(() => {
    if (said !== null) note.current?.focus()
  }, [said])
  return (
    <output className="done-note" tabIndex={-1} ref={note}>
      {said?.words}
    </output>
  )
}

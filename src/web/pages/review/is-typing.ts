/** Whether the keys pressed there are text, and so no commands. */
export function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio')
  )
}

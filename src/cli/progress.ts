import type { LocalText } from '../core/language/language.ts'
import type { Terminal } from './terminal.ts'

const width = 30

/** A bar on standard error, for people at a terminal only; files and pipes get nothing. */
export function openProgress(
  terminal: Terminal,
  label: LocalText,
): { show: (share: number) => void; close: () => void } {
  let shown = -1
  return {
    show: (share) => {
      const percent = Math.floor(share * 100)
      if (!terminal.interactive || percent === shown) return
      shown = percent
      const done = Math.round(share * width)
      const bar = '█'.repeat(done) + '░'.repeat(width - done)
      terminal.err(`\r${label[terminal.language]} ${bar} ${String(percent).padStart(3)} %`)
    },
    close: () => {
      if (shown >= 0) terminal.err('\r\u001b[2K')
    },
  }
}

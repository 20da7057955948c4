import type { ReceivedBlob } from '../../../contract/client.ts'

/** Hands a received file to the browser's downloads. */
export function saveFile({ name, blob }: ReceivedBlob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address when it has begun to save; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

import { spawn } from 'node:child_process'

/** Shows an address in the user's browser where the system can; silence where it cannot. */
export function openBrowser(address: string): void {
  const [command, parameters] = commandFor(process.platform, address)
  const child = spawn(command, parameters, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

function commandFor(platform: NodeJS.Platform, address: string): [string, string[]] {
  if (platform === 'darwin') return ['open', [address]]
  // `start` takes its first quoted parameter as a window title.
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', address]]
  return ['xdg-open', [address]]
}

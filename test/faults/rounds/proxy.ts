import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Stands between the program and its database. */
export interface FaultProxy {
  readonly port: number
  /** Ends every connection at once, in the middle of whatever it carries; new ones go through. */
  cut(): void
  close(): Promise<void>
}

export async function startFaultProxy(to: number): Promise<FaultProxy> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.once('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy()
  }
  return {
    // A server that listens on TCP has an AddressInfo.
    port: (server.address() as AddressInfo).port,
    cut,
    async close() {
      server.close()
      cut()
      await once(server, 'close')
    },
  }
}

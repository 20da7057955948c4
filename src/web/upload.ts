/** A `fetch` that tells how much of the body has been sent (0 to 1), which the browser's own cannot. */
export function fetchWithProgress(onSent: (share: number) => void): typeof fetch {
  return (address, init) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      const { href } = new URL(address instanceof Request ? address.url : address, location.href)
      request.open(init?.method ?? 'GET', href)
      request.responseType = 'blob'
      request.upload.addEventListener('progress', ({ loaded, total }) =>
        onSent(total > 0 ? loaded / total : 0),
      )
      request.upload.addEventListener('load', () => onSent(1))
      request.addEventListener('error', () => reject(new TypeError('the connection failed')))
      request.addEventListener('load', () => {
        const { status, response } = request
        // `responseType` is blob, so the answer is one.
        const body: Blob | null = response instanceof Blob ? response : null
        resolve(new Response(status === 204 ? null : body, { status }))
      })
      request.send(init?.body instanceof FormData ? init.body : null)
    })
}

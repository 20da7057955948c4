const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u

/** Whether what stands in an address can be an id; a broken link is no reason to ask the server. */
export function isId(text: string): boolean {
  return id.test(text.toLowerCase())
}

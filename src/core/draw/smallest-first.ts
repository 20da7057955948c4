/** A binary heap: items by number, the smallest out first. */
export class SmallestFirst<T> {
  readonly #heap: { readonly by: number; readonly item: T }[] = []

  get size(): number {
    return this.#heap.length
  }

  get smallest(): number {
    return this.#at(0).by
  }

  add(by: number, item: T): void {
    let place = this.#heap.length
    this.#heap.push({ by, item })
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (this.#at(parent).by <= by) break
      this.#swap(place, parent)
      place = parent
    }
  }

  take(): T {
    const first = this.#at(0)
    const last = this.#heap.pop()
    if (last !== undefined && last !== first) {
      this.#heap[0] = last
      this.#sink()
    }
    return first.item
  }

  #sink(): void {
    let place = 0
    for (;;) {
      const left = 2 * place + 1
      if (left >= this.size) return
      const child = left + 1 < this.size && this.#at(left + 1).by < this.#at(left).by ? left + 1 : left
      if (this.#at(place).by <= this.#at(child).by) return
      this.#swap(place, child)
      place = child
    }
  }

  #at(place: number): { readonly by: number; readonly item: T } {
    const found = this.#heap[place]
    if (found === undefined) throw new Error('the heap is empty')
    return found
  }

  #swap(a: number, b: number): void {
    const item = this.#at(a)
    this.#heap[a] = this.#at(b)
    this.#heap[b] = item
  }
}

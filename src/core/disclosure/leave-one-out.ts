/** For each element what all the others come to: `add` folds one element in. n log n foldings instead of n². */
export function leaveOneOut<T, S>(
  elements: readonly T[],
  start: S,
  add: (sum: S, element: T) => S,
): readonly S[] {
  if (elements.length === 0) return []
  if (elements.length === 1) return [start]
  const middle = elements.length >> 1
  const [left, right] = [elements.slice(0, middle), elements.slice(middle)]
  return [
    ...leaveOneOut(left, right.reduce(add, start), add),
    ...leaveOneOut(right, left.reduce(add, start), add),
  ]
}

/** Another write came between reading and writing. Thrown inside a transaction so that all of it is undone. */
export class Overtaken extends Error {}

const attempts = 5

/** Runs the act again from its start when it was overtaken: it then sees what overtook it. */
export async function againWhenOvertaken<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === attempts) throw error
    }
  }
}

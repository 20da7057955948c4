import { useMedia } from '../../ui/use-media.ts'

/** Whether sections, question and case stand side by side; otherwise the outer two fold away. */
export function useWide(): boolean {
  return useMedia('(width >= 1100px)')
}

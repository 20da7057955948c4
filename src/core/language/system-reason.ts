import type { LocalText } from './language.ts'

/** The operating system's error codes in plain words (errno(3)). */
const reasons: Readonly<Record<string, LocalText>> = {
  ENOENT: { da: 'den findes ikke', en: 'it does not exist' },
  EACCES: { da: 'adgang nægtet', en: 'access denied' },
  EPERM: { da: 'adgang nægtet', en: 'access denied' },
  EROFS: { da: 'drevet kan kun læses', en: 'the drive is read-only' },
  EISDIR: { da: 'det er en mappe', en: 'it is a folder' },
  EEXIST: { da: 'en del af stien er ikke en mappe', en: 'part of the path is not a folder' },
  ENOTDIR: { da: 'en del af stien er ikke en mappe', en: 'part of the path is not a folder' },
  ENAMETOOLONG: { da: 'navnet er for langt', en: 'the name is too long' },
  ELOOP: { da: 'genvejene går i ring', en: 'the links go in a circle' },
  ENOSPC: { da: 'disken er fuld', en: 'the disk is full' },
  EDQUOT: { da: 'din plads på disken er brugt op', en: 'your share of the disk is used up' },
  EFBIG: { da: 'filen bliver for stor', en: 'the file becomes too large' },
  EMFILE: { da: 'for mange åbne filer', en: 'too many open files' },
  EBUSY: { da: 'et andet program bruger den', en: 'another program is using it' },
  ETXTBSY: { da: 'et andet program bruger den', en: 'another program is using it' },
  EIO: { da: 'drevet melder fejl', en: 'the drive reports an error' },
  EINVAL: { da: 'systemet kan ikke bruge den', en: 'the system cannot use it' },
  ENXIO: { da: 'det er ikke en almindelig fil', en: 'it is not an ordinary file' },
  ENODEV: { da: 'det er ikke en almindelig fil', en: 'it is not an ordinary file' },
  EAGAIN: { da: 'der er intet at læse', en: 'there is nothing to read' },
  ERR_INVALID_ARG_VALUE: { da: 'navnet kan ikke bruges', en: 'the name cannot be used' },
}

/** Undefined for an error that is not the operating system's. */
export function systemReason(error: unknown): LocalText | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return reasons[String(error.code)]
}

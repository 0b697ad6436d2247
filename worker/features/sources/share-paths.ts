interface Place {
  id: string;
  file: string;
  revision?: string | undefined;
}

/** Below the organization's prefix, the bytes of a shared source. */
export const sharedPath = ({ id, file }: Place): string => `sources/${id}/${file}`;

/** How they are read, beside them. */
export const readingPath = (place: Place): string =>
  `${sharedPath(place)}.reading${place.revision === undefined ? "" : `-${place.revision}`}`;

/** A part on its way. */
export const partPath = (id: string, number: number): string => `uploads/sources/${id}/${number}`;

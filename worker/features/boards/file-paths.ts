/** A file of a board. */
export interface FilePlace {
  id: string;
  file: string;
}

/** Below the organization's prefix, the bytes of a file. */
export const filePath = ({ id, file }: FilePlace): string => `boards/${id}/${file}`;

/** The small picture that stands for a file, beside it. */
export const facePath = (place: FilePlace): string => `${filePath(place)}.face`;

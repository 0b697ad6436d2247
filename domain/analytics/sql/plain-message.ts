/**
 * The database's message with the place in the person's own text, and without the frame that `boundedRead` puts around it. The
 * place may come twice, plain and framed, or lie in the frame itself.
 */
export function plainMessage(message: string, frame = "SELECT * FROM ("): string {
  const [what = "", ...places] = message.replace(/\n\) LIMIT \d+"/, '"').split(/\n\n(?=LINE \d+:)/);
  const plain = places.map((place) => {
    const [line = "", caret = ""] = place.split("\n");
    if (!line.includes(`: ${frame}`)) return place;
    return `${line.replace(frame, "")}\n${caret.slice(frame.length)}`;
  });
  const place = plain.find((one) => !/^LINE \d+: \) LIMIT \d+/.test(one));
  return place === undefined ? what : `${what}\n\n${place}`;
}

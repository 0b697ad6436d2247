/**
 * Seeds that once failed, kept for good: `npm test` always plays them. What each of them found, as the worlds were then:
 * 186 an answer that came twice was taken for another op, after the page had gone on to the name of a closed tab;
 * 66 a device that lost its last writes gave their numbers to new ops, which the object then took for the old ones;
 * 85, 142 a page whose greeting was lost waited for ever while others went on;
 * 166 the same, once the device was written on and opened again before it met the object;
 * 2742, 4253 a page said that it had an answer which was lost, once it had a later one: a refusal was never told;
 * 1014, 1104 a welcome to the name of before hid ops of the new one, after a restore;
 * 5489 the worlds themselves: they took a name that a tab had taken up from a closed one for greeted before it was;
 * 7602, 9582 and they held a restored object to what it had forgotten, when a device fell back to the same days.
 */
export const PINNED: readonly number[] = [
  66, 85, 142, 166, 186, 1014, 1104, 2742, 4253, 5489, 7602, 9582,
];

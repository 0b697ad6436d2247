// Runs in the page before anything of ours. Tells when a text stands on the screen with nothing over it: the element
// at its own middle is the one that holds it. Milliseconds of the page's clock, 0 while it does not.
globalThis.pointedAt = (wanted) => {
  if (!document.body) return 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.textContent?.trim() !== wanted) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, width, height } = range.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    if (width > 0 && at && (at.contains(node) || node.parentElement?.contains(at))) {
      return performance.now();
    }
  }
  return 0;
};
globalThis.clickedAt = 0;
addEventListener("click", (event) => (globalThis.clickedAt = event.timeStamp), true);
globalThis.changedAt = 0;
addEventListener("change", (event) => (globalThis.changedAt = event.timeStamp), true);

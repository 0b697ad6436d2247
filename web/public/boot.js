// Runs before the first paint: the stored theme, so that dark never flashes light, and the one Trusted Types
// policy that the page may fall back on.
(() => {
  const theme = localStorage.getItem("aetheria.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (!window.trustedTypes) return;
  // Compiled templates are the only HTML that is ever parsed: none of them holds a script or a handler, so
  // whatever does was not written by us. Scripts and workers come from this origin or from a blob of it.
  const forbidden = /<(?:script|iframe|object|embed|base|meta|link)[\s/>]|\son\w+\s*=|javascript:/i;
  trustedTypes.createPolicy("default", {
    createHTML(html) {
      if (forbidden.test(html)) throw new TypeError("Refused HTML");
      return html;
    },
    createScriptURL(url) {
      const { origin, protocol } = new URL(url, location.href);
      if (origin !== location.origin && protocol !== "blob:") throw new TypeError("Refused script");
      return url;
    },
  });
})();

/** The style sheet of the API reference: the tokens of docs/ui.md, without the app's build. */
export const REFERENCE_STYLE = `
:root{color-scheme:light dark;--canvas:oklch(.98 .004 85);--surface:oklch(.998 .001 85);--line:oklch(.912 .006 85);
--ink:oklch(.245 .012 70);--ink-2:oklch(.43 .012 75);--accent:oklch(.43 .077 214);--sunken:oklch(.96 .005 85);
--ok:oklch(.515 .098 166);--warn:oklch(.51 .108 66);--bad:oklch(.5 .182 28)}
@media (prefers-color-scheme:dark){:root{--canvas:oklch(.178 .005 70);--surface:oklch(.21 .006 70);
--line:oklch(.288 .007 70);--ink:oklch(.93 .006 85);--ink-2:oklch(.765 .009 80);--accent:oklch(.8 .088 204);
--sunken:oklch(.198 .006 70);--ok:oklch(.83 .11 166);--warn:oklch(.815 .125 80);--bad:oklch(.715 .15 28)}}
*{box-sizing:border-box}html{scroll-padding-top:16px}
body{margin:0;display:grid;grid-template-columns:300px minmax(0,1fr);background:var(--surface);color:var(--ink);
font:13px/20px "Inter Variable",Inter,system-ui,sans-serif}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:16px;background:var(--canvas);border-right:1px solid var(--line)}
nav h2{margin:16px 0 4px;font-size:11px;line-height:16px;font-weight:500;color:var(--ink-2);text-transform:capitalize}
nav ul{list-style:none;margin:0;padding:0}nav a{display:block;padding:4px 8px;border-radius:6px;color:var(--ink);
text-decoration:none;font-size:12px;line-height:16px;overflow-wrap:anywhere}nav a:hover{background:var(--sunken)}
nav .brand{font-size:14px;font-weight:600}b{font-size:11px;font-weight:600}
b.get{color:var(--accent)}b.post{color:var(--ok)}b.patch,b.put{color:var(--warn)}b.delete{color:var(--bad)}
main{max-width:880px;padding:24px 40px 80px}h1{margin:0;font-size:20px;line-height:28px;letter-spacing:-.014em}
section{margin-top:32px;padding-top:24px;border-top:1px solid var(--line)}h3{margin:0;font-size:14px}
h4{margin:16px 0 4px;font-size:12px;line-height:16px;color:var(--ink-2)}p{color:var(--ink-2)}a{color:var(--accent)}
code,pre{font:12px/18px "JetBrains Mono Variable",ui-monospace,monospace}
pre{margin:8px 0;padding:12px;overflow:auto;background:var(--sunken);border-radius:6px}
.scroll{overflow:auto}table{width:100%;border-collapse:collapse}th,td{padding:6px 12px 6px 0;text-align:left;
vertical-align:top;border-bottom:1px solid var(--line)}th{font-weight:500;color:var(--ink-2);font-size:12px}
td i{color:var(--ink-2);font-style:normal;font-size:12px}ul{margin:4px 0;padding-left:16px}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
body.alone{display:block}body.alone main{margin:0 auto}main h2{margin:0;font-size:14px}.alone pre{white-space:pre-wrap;overflow-wrap:anywhere}
@media (max-width:820px){body{display:block}nav{position:static;height:auto;border-right:0;border-bottom:1px solid var(--line)}
main{padding:24px 16px 80px}}
`;

import { expect, test } from "vitest";
import { renderMarkdown } from "./markdown.ts";

function html(text: string): string {
  const host = document.createElement("div");
  host.append(renderMarkdown(text));
  return host.innerHTML.trim();
}

test("text, lists, code and links are drawn; links open apart and tell nothing", () => {
  expect(html("**gras** et `h/250`")).toBe("<p><strong>gras</strong> et <code>h/250</code></p>");
  expect(html("- un\n- deux")).toContain("<li>un</li>");
  const link = html("[plan](https://exemple.fr/plan)");
  expect(link).toContain('href="https://exemple.fr/plan"');
  expect(link).toContain('target="_blank"');
  expect(link).toContain('rel="noopener noreferrer"');
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "![x](https://ailleurs.fr/pixel.png)",
  "<iframe src='https://ailleurs.fr'></iframe>",
  '<p style="position:fixed" onclick="alert(1)">x</p>',
])("%s runs nothing and fetches nothing", (text) => {
  const host = document.createElement("div");
  host.append(renderMarkdown(text));
  expect(host.querySelector("script, img, iframe, [style], [onclick], [onerror]")).toBeNull();
  for (const link of host.querySelectorAll("a")) expect(link.protocol).not.toBe("javascript:");
});

test("HTML that was typed is shown as it was typed", () => {
  const host = document.createElement("div");
  host.append(renderMarkdown("largeur <b>200</b> & plus"));
  expect(host.textContent.trim()).toBe("largeur <b>200</b> & plus");
});

test("a line of a task list has its box in the place of the bullet", () => {
  const host = document.createElement("div");
  host.append(renderMarkdown("- [x] lu\n- [ ] envoyé\n- suite"));
  const tasks = [...host.querySelectorAll("li")].map(({ dataset }) => "task" in dataset);
  expect(tasks).toEqual([true, true, false]);
});

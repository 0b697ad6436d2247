import IconPlus from "~icons/lucide/plus";
import { fireEvent, screen } from "@solidjs/testing-library";
import { describe, expect, it, vi } from "vitest";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { renderUi } from "./testing.tsx";

describe("Button", () => {
  it("is no submit button unless asked, and answers a click", () => {
    const click = vi.fn();
    renderUi(() => <Button onClick={click}>Approuver</Button>);
    const button = screen.getByRole("button", { name: "Approuver" });
    expect(button.getAttribute("type")).toBe("button");
    fireEvent.click(button);
    expect(click).toHaveBeenCalledOnce();
  });
  it("keeps the focus but answers no click while loading", () => {
    const click = vi.fn();
    renderUi(() => (
      <Button loading onClick={click}>
        Approuver
      </Button>
    ));
    const button = screen.getByRole("button", { name: "Approuver" });
    fireEvent.click(button);
    expect(click).not.toHaveBeenCalled();
    expect(button.getAttribute("aria-busy")).toBe("true");
    expect(button.hasAttribute("disabled")).toBe(false);
  });
  it("leaves the drawn key out of its name", () => {
    renderUi(() => (
      <Button icon={IconPlus} kbd="C">
        Client
      </Button>
    ));
    expect(screen.getByRole("button", { name: "Client" }).textContent).toContain("C");
  });
});

describe("IconButton", () => {
  it("is named by its label and says when it is pressed", () => {
    renderUi(() => <IconButton icon={IconPlus} label="Épingler" pressed />);
    const button = screen.getByRole("button", { name: "Épingler" });
    expect(button.getAttribute("aria-pressed")).toBe("true");
  });
});

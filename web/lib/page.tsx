import {
  createContext,
  createRenderEffect,
  createSignal,
  onCleanup,
  Show,
  useContext,
  type JSX,
  type Setter,
} from "solid-js";
import { Portal } from "solid-js/web";

/** A step above the page in the breadcrumb. */
export type Crumb = { label: string; href: string };

/** What a page tells the frame of itself. */
export type PageInfo = {
  /** In the browser's tab and at the end of the breadcrumb. */
  title: string;
  trail?: readonly Crumb[];
};

type PageSlots = {
  info: () => PageInfo | undefined;
  setInfo: Setter<PageInfo | undefined>;
  /** Where the top bar takes a page's own buttons. */
  actions: () => HTMLElement | undefined;
  setActions: (element: HTMLElement) => void;
};

const PageContext = createContext<PageSlots>();

/** The frame's side: holds what the page below tells of itself. */
export function PageProvider(props: { children: JSX.Element }) {
  const [info, setInfo] = createSignal<PageInfo>();
  const [actions, setActions] = createSignal<HTMLElement>();
  return (
    <PageContext.Provider value={{ info, setInfo, actions, setActions }}>
      {props.children}
    </PageContext.Provider>
  );
}

/** What the current page tells of itself, for the frame. */
export function usePageSlots(): PageSlots {
  const slots = useContext(PageContext);
  if (!slots) throw new Error("usePage and PageActions need a PageProvider above");
  return slots;
}

/** `usePage(() => ({ title: t().clients.title }))` – names the page in the tab and the breadcrumb. */
export function usePage(info: () => PageInfo): void {
  const { setInfo } = usePageSlots();
  let told: PageInfo | undefined;
  createRenderEffect(() => {
    told = info();
    setInfo(told);
    document.title = `${told.title} – Aetheria`;
  });
  // The next page may have spoken before this one leaves.
  onCleanup(() => setInfo((current) => (current === told ? undefined : current)));
}

/** The page's own buttons, drawn at the end of the top bar: `<PageActions><Button …/></PageActions>`. */
export function PageActions(props: { children: JSX.Element }) {
  const { actions } = usePageSlots();
  return (
    <Show when={actions()}>
      {(element) => (
        <Portal mount={element()} ref={(host) => (host.className = "contents")}>
          {props.children}
        </Portal>
      )}
    </Show>
  );
}

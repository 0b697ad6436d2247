export function Palette(props: { onClose: () => void }) {
  return <div onClick={() => props.onClose()} />;
}

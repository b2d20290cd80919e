/** Calls `act` once typing has paused. */
export function debounce(act: () => void, pauseMs = 250): { soon: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => clearTimeout(timer);
  const soon = () => {
    cancel();
    timer = setTimeout(act, pauseMs);
  };
  return { soon, cancel };
}

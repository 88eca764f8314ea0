// The frame of another page: nothing is kept, nothing is opened by dropping it, and the height is told to that page.
(() => {
  "use strict";
  // What would be stored ends with the frame, and nothing that is stored is read.
  const memory = () => {
    const entries = new Map();
    return {
      get length() {
        return entries.size;
      },
      key: (index) => [...entries.keys()][index] ?? null,
      getItem: (key) => entries.get(key) ?? null,
      setItem: (key, value) => void entries.set(key, value),
      removeItem: (key) => void entries.delete(key),
    };
  };
  for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { value: memory() });

  for (const name of ["dragover", "drop"]) {
    addEventListener(
      name,
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      true,
    );
  }

  // Without a link there is nothing to show but that.
  if (location.hash === "") location.replace("#");

  let told;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told) parent.postMessage({ type: "stagger:height", height }, "*");
    told = height;
  };
  new ResizeObserver(tell).observe(document.body);
})();

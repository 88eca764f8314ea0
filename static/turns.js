// Long work of the workshop goes in turns; between two of them the page has its own.
(() => {
  "use strict";
  const script = document.querySelector("script[data-later-worker]");
  // The field that is half typed: an answer would write over it.
  let typed;
  addEventListener("input", (event) => (typed = event.target));
  for (const end of ["change", "focusout"]) addEventListener(end, () => (typed = undefined));
  script.workshopLater = async (plan, options, { signal }) => {
    do await new Promise((done) => setTimeout(done, typed && 200));
    while (typed && typed === document.activeElement && !signal.aborted);
    signal.throwIfAborted();
    return true;
  };
})();

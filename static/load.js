// Sets the theme before the first paint, then starts the planner, or says that it could not be loaded.
(() => {
  "use strict";
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search).get("theme");
  const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = asked === "light" || asked === "dark" ? asked : preferred;

  const script = document.currentScript;
  const { app, wasm, laterWorker, laterEngine, laterWasm } = script.dataset;
  const address = (relative) => new URL(relative, document.baseURI).href;

  // Code is started from these places and no others.
  const engine = address(laterEngine);
  const worker = `${address(laterWorker)}#${new URLSearchParams({ engine, wasm: address(laterWasm) })}`;
  const own = (place) => {
    if (place === engine || place === worker) return place;
    throw new TypeError(place);
  };
  const policy = self.trustedTypes?.createPolicy("stagger", { createScriptURL: own }) ?? { createScriptURL: own };
  script.startWorker = () => new Worker(policy.createScriptURL(worker));
  script.loadEngine = () =>
    new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = policy.createScriptURL(engine);
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    })
      .then(() => wasm_bindgen({ module_or_path: address(laterWasm) }))
      .then(() => wasm_bindgen.handle);

  const showFailure = (reason) => {
    console.error(reason);
    document.getElementById("app").hidden = true;
    document.getElementById("load-failed").hidden = false;
  };
  const start = () =>
    import(address(app))
      .then((planner) => planner.default({ module_or_path: address(wasm) }))
      .catch(showFailure);

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();

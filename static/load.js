// Sets the theme before the first paint, then starts the planner, or says that it could not be loaded.
(() => {
  "use strict";
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search).get("theme");
  const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = asked === "light" || asked === "dark" ? asked : preferred;

  const { app, wasm } = document.currentScript.dataset;
  const address = (relative) => new URL(relative, document.baseURI).href;

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

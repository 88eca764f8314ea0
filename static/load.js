// Sets the theme before the first paint, then starts the planner, or says that it could not be loaded.
(() => {
  "use strict";
  const root = document.documentElement;
  const search = new URLSearchParams(location.search);
  const asked = search.get("theme");
  const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = asked === "light" || asked === "dark" ? asked : preferred;

  const script = document.currentScript;
  const { app, wasm, laterWorker, laterEngine, laterWasm } = script.dataset;
  const { laterWorkshop, laterWorkshopWasm, laterWorkshopSheet, laterTurns } = script.dataset;
  const { laterDocuments, laterOffice } = script.dataset;
  const { laterEmbed, laterEmbedSheet, laterOneFile } = script.dataset;
  const address = (relative) => new URL(relative, document.baseURI).href;

  // What a worker runs is fetched once and kept: one that starts later asks the network for nothing.
  const engine = address(laterEngine);
  const planning = address(laterWorkshop);
  const turns = address(laterTurns);
  const embed = address(laterEmbed);
  let worker;
  const fetched = (place) =>
    fetch(place).then((response) => (response.ok ? response : Promise.reject(new TypeError(place))));
  const text = (place) => fetched(place).then((response) => response.text());
  const workerProgram = () =>
    Promise.all([
      text(engine),
      text(address(laterWorker)),
      fetched(address(laterWasm))
        .then((response) => response.arrayBuffer())
        .then((bytes) => WebAssembly.compile(bytes)),
    ]).then(([glue, talk, module]) => {
      worker = URL.createObjectURL(new Blob([glue, "\n", talk], { type: "text/javascript" }));
      return module;
    });

  // Code is started from these places and no others.
  const known = [engine, planning, turns, address(laterDocuments), address(laterOffice)];
  const own = (place) => {
    if ([...known, embed, worker].includes(place)) return place;
    throw new TypeError(place);
  };
  const policy = self.trustedTypes?.createPolicy("stagger", { createScriptURL: own }) ?? { createScriptURL: own };
  let program;
  script.startWorker = () => {
    program ??= workerProgram().catch((reason) => {
      program = undefined;
      throw reason;
    });
    return program.then((module) => {
      const started = new Worker(policy.createScriptURL(worker));
      started.postMessage(module);
      return started;
    });
  };
  const added = (tag, attributes) =>
    new Promise((done, failed) => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.onload = done;
      element.onerror = () => {
        element.remove();
        failed(new TypeError(element.src || element.href));
      };
      document.head.append(element);
    });
  const run = (place) => added("script", { src: policy.createScriptURL(place) });
  // What has arrived is not fetched again, and no program is declared twice, where the rest has to be.
  const again = (work, forget) =>
    work.catch((reason) => {
      forget();
      throw reason;
    });
  let engineGlue;
  script.loadEngine = () => {
    engineGlue ??= again(run(engine), () => (engineGlue = undefined));
    return engineGlue
      .then(() => wasm_bindgen({ module_or_path: address(laterWasm) }))
      .then(() => wasm_bindgen.answer);
  };

  // The workshop comes with its style sheet.
  const styled = (sheet) => added("link", { rel: "stylesheet", href: address(sheet) });
  let style, glue, between, workshopProgram;
  script.loadWorkshop = () => {
    style ??= again(styled(laterWorkshopSheet), () => (style = undefined));
    glue ??= again(run(planning), () => (glue = undefined));
    between ??= again(run(turns), () => (between = undefined));
    workshopProgram ??= again(
      Promise.all([style, glue, between])
        .then(() => workshop({ module_or_path: address(laterWorkshopWasm) }))
        .then(() => workshop.handle),
      () => (workshopProgram = undefined),
    );
    return workshopProgram;
  };

  // What shows and saves documents fetches their program itself.
  let papers;
  script.askOffice = (plan, options) => {
    papers ??= again(run(address(laterDocuments)), () => (papers = undefined));
    return papers.then(() => script.office({ run, added, again, address }, plan, options));
  };
  script.oneFile = () => fetched(address(laterOneFile)).then((response) => response.arrayBuffer());

  const showFailure = (reason) => {
    console.error(reason);
    document.getElementById("app").hidden = true;
    document.getElementById("load-failed").hidden = false;
  };
  // In the frame of another page the result stands alone; how much of it, `show` says.
  const alone = search.get("embed") === "1";
  if (alone) root.dataset.embed = search.get("show") ?? "";
  const start = () =>
    Promise.all(alone ? [styled(laterEmbedSheet), run(embed)] : [])
      .then(() => import(address(app)))
      .then((planner) => planner.default({ module_or_path: address(wasm) }))
      .catch(showFailure);

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();

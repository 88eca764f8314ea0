// What the page asks of the file that it came in; packed with the program, and run before it.
(() => {
  "use strict";
  const script = document.querySelector("script[data-later-worker]");
  const { source, byteOf, program, worker, partsOf, place, run, dress } = script.file;
  delete script.file;

  const asked = new URLSearchParams(location.search).get("theme");
  const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = asked === "light" || asked === "dark" ? asked : preferred;

  script.startWorker = async () => {
    const started = new Worker(worker);
    started.postMessage(await program);
    return started;
  };
  script.loadEngine = async () => wasm_bindgen.answer;
  script.loadWorkshop = async () => wasm_bindgen.handle;

  // The program of documents is unpacked once one is asked for; all that it would fetch is there then.
  let papers;
  const unpackPapers = async () => {
    const [wasm, glue, talk, sheet] = partsOf(document.getElementById("office"));
    dress(sheet);
    await run(place(glue));
    await run(place(talk));
    const there = async () => {};
    return { run: there, added: there, again: (work) => work, address: () => wasm };
  };
  script.askOffice = async (plan, options) => {
    papers ??= unpackPapers();
    const loader = await papers;
    return script.office(loader, plan, options);
  };
  // Letters of other alphabets stand in what is read before the program runs, as references.
  script.oneFile = async () => {
    const file = [...source].map((letter) =>
      byteOf.has(letter.codePointAt(0)) ? letter : `&#${letter.codePointAt(0)};`,
    );
    return Uint8Array.from(file.join(""), (letter) => byteOf.get(letter.charCodeAt(0)));
  };
})();

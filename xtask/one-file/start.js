// Takes the program out of this file and starts it; nothing is asked of any network.
(() => {
  "use strict";
  const root = document.documentElement;
  // As it came, to be saved again with another plan inside.
  const source = `<!doctype html>\n${root.outerHTML}\n`;
  const asked = new URLSearchParams(location.search).get("theme");
  const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = asked === "light" || asked === "dark" ? asked : preferred;

  // The bytes stand as letters of windows-1252, and a page holds the replacement character in the place of a zero.
  const letters = new TextDecoder("windows-1252").decode(new Uint8Array(256).map((_, byte) => byte));
  const byteOf = new Map([...letters].map((letter, byte) => [letter.charCodeAt(0), byte]));
  byteOf.set(0xfffd, 0);
  // A page holds no carriage return: runs between zeros begin with their length and one more, and of all that the
  // bits of a carriage return are turned.
  const bytesOf = (text) => {
    const bytes = new Uint8Array(text.length);
    let [at, count] = [0, 0];
    const next = () => byteOf.get(text.charCodeAt(at++)) ^ 13;
    while (at < text.length) {
      const length = next();
      for (let left = length; --left; count += 1) bytes[count] = next();
      if (length < 255 && at < text.length) count += 1;
    }
    return bytes.subarray(0, count);
  };
  const sumOf = (bytes) => {
    let [one, other] = [1, 0];
    for (const byte of bytes) {
      one = (one + byte) % 65521;
      other = (other + one) % 65521;
    }
    return other * 65536 + one;
  };

  const script = document.currentScript;
  let program, worker;
  // Code is started from these places and no others.
  const places = new Set();
  const own = (place) => {
    if (places.has(place)) return place;
    throw new TypeError(place);
  };
  const policy = self.trustedTypes?.createPolicy("stagger", { createScriptURL: own }) ?? { createScriptURL: own };
  const place = (...texts) => {
    const at = URL.createObjectURL(new Blob(texts, { type: "text/javascript" }));
    places.add(at);
    return at;
  };
  const run = (at) =>
    new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = policy.createScriptURL(at);
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  const dress = (text) => {
    const style = new CSSStyleSheet();
    style.replaceSync(new TextDecoder().decode(text));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  };
  // What is packed in an element, part by part; the element is not needed any more.
  const partsOf = (held) => {
    const sizes = held.dataset.parts.split(" ").map(Number);
    const bytes = unpack(bytesOf(held.textContent), sizes.reduce((all, size) => all + size), 4, 0, 0);
    if (sumOf(bytes) !== Number(held.dataset.sum)) throw new TypeError("changed on its way");
    held.remove();
    let from = 0;
    return sizes.map((size) => bytes.subarray(from, (from += size)));
  };

  script.startWorker = async () => {
    const started = new Worker(policy.createScriptURL(worker));
    started.postMessage(program);
    return started;
  };
  script.loadEngine = async () => wasm_bindgen.answer;
  script.loadWorkshop = async () => wasm_bindgen.handle;
  // Lets the page have its turn, and waits while something is half typed that an answer would write over.
  let typed;
  addEventListener("input", (event) => (typed = event.target));
  addEventListener("change", () => (typed = 0));
  script.workshopLater = async () => {
    do await new Promise((done) => setTimeout(done, typed && 200));
    while (typed && typed === document.activeElement);
    return true;
  };

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
    const file = [...source].map((letter) => byteOf.has(letter.codePointAt(0)) ? letter : `&#${letter.codePointAt(0)};`);
    return Uint8Array.from(file.join(""), (letter) => byteOf.get(letter.charCodeAt(0)));
  };

  const start = async () => {
    const [wasm, glue, talk, sheet] = partsOf(document.getElementById("program"));
    dress(sheet);
    program = await WebAssembly.compile(wasm);
    worker = place(glue, "\n", talk);
    await run(place(glue));
    await wasm_bindgen({ module_or_path: program });
  };
  start().catch((reason) => {
    console.error(reason);
    document.getElementById("app").hidden = true;
    document.getElementById("load-failed").hidden = false;
  });
})();

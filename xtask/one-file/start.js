// Takes the program out of this file and starts it; nothing is asked of any network.
(() => {
  "use strict";
  // As it came, to be saved again with another plan inside.
  const source = `<!doctype html>\n${document.documentElement.outerHTML}\n`;

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
  // The policy of the page lets code start from places that this makes, and nothing else makes any.
  const createScriptURL = (at) => at;
  const policy = self.trustedTypes?.createPolicy("stagger", { createScriptURL }) ?? { createScriptURL };
  const place = (...texts) =>
    policy.createScriptURL(URL.createObjectURL(new Blob(texts, { type: "text/javascript" })));
  const run = (at) =>
    new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = at;
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

  const start = async () => {
    const [wasm, glue, talk, sheet, doors] = partsOf(document.getElementById("program"));
    const program = WebAssembly.compile(wasm);
    const worker = place(glue, "\n", talk);
    script.file = { source, byteOf, program, worker, partsOf, place, run, dress };
    await run(place(doors));
    dress(sheet);
    await run(place(glue));
    await wasm_bindgen({ module_or_path: await program });
  };
  start().catch((reason) => {
    console.error(reason);
    document.getElementById("app").hidden = true;
    document.getElementById("load-failed").hidden = false;
  });
})();

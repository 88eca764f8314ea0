// Runs the engine beside the page: requests come as text, figures come and go as numbers without a copy.
"use strict";
const { engine, wasm } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
importScripts(engine);
wasm_bindgen({ module_or_path: wasm }).then(() => {
  onmessage = ({ data: [text, rows] }) => {
    const answer = wasm_bindgen.handle(text, rows);
    if (answer !== undefined) postMessage([answer], answer?.buffer ? [answer.buffer] : []);
  };
  postMessage([]);
});

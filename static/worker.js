// Runs the engine beside the page: requests come as text, figures come and go as numbers without a copy.
// Stands behind the engine's own script in one; the first message is the compiled engine.
"use strict";
onmessage = ({ data: module }) => {
  wasm_bindgen({ module_or_path: module })
    .then(() => {
      onmessage = ({ data: [text, rows] }) => {
        const answer = wasm_bindgen.answer(text, rows);
        if (answer !== undefined) postMessage([answer], answer?.buffer ? [answer.buffer] : []);
      };
      postMessage([]);
    })
    .catch((reason) => {
      // Outside the promise it is an error that the page hears of.
      setTimeout(() => {
        throw reason;
      });
    });
};

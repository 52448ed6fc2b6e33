// A new sweep: sends the table, checks the sweep.json while it is typed, and submits it. The API says what is wrong; this only shows it.
"use strict";
(() => {
  const api = "/api/v1/";
  const upload = new URLSearchParams(location.search).get("upload");
  const fileForm = document.getElementById("upload");
  const form = document.getElementById("submit");

  const wordsOf = (problem) => (problem.errors?.length ? problem.errors.map((fault) => fault.path + ": " + fault.message) : [problem.detail || problem.title]);

  const list = (target, heading, lines, kind) => {
    const head = document.createElement("p");
    head.className = kind;
    head.textContent = heading;
    const items = document.createElement("ul");
    for (const line of lines) {
      const item = document.createElement("li");
      item.textContent = line;
      items.append(item);
    }
    target.replaceChildren(head, items);
  };

  fileForm?.addEventListener("submit", (event) => {
    event.preventDefault();
    const file = fileForm.elements.file.files[0];
    const bar = document.getElementById("sent");
    const problem = document.getElementById("problem");
    problem.textContent = "";
    bar.hidden = false;
    const request = new XMLHttpRequest();
    request.open("POST", api + "uploads?file=" + encodeURIComponent(file.name));
    request.responseType = "json";
    request.upload.onprogress = (sent) => (bar.value = sent.lengthComputable ? (100 * sent.loaded) / sent.total : 0);
    request.onload = () => {
      if (request.status === 201) {
        location.assign("/new?upload=" + encodeURIComponent(request.response.upload));
      } else {
        problem.textContent = wordsOf(request.response ?? { title: "It was refused: " + request.status }).join(" ");
      }
    };
    request.onerror = () => (problem.textContent = "The coordinator does not answer. Try again.");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });

  if (!form) {
    return;
  }

  const text = form.elements.text;
  const verdict = document.getElementById("verdict");
  const suggestions = document.getElementById("keys");
  let waiting = 0;
  let asking = null;
  let keys = [];

  const send = (path, signal) =>
    fetch(api + path + (path.includes("?") ? "&" : "?") + "upload=" + encodeURIComponent(upload), { method: "POST", headers: { "Content-Type": "application/json" }, body: text.value, signal });

  const check = async () => {
    asking?.abort();
    const mine = (asking = new AbortController());
    try {
      const answer = await send("validate", mine.signal);
      const said = await answer.json();
      if (answer.ok) {
        list(verdict, "It is valid: " + said.runs + " runs, of which " + said.trainings + " are trained.", said.notes, "verdict-good");
      } else {
        list(verdict, "It is not valid yet:", wordsOf(said), "verdict-bad");
      }
    } catch (failure) {
      if (failure.name !== "AbortError") {
        list(verdict, "It could not be checked: the coordinator does not answer.", [], "verdict-bad");
      }
    }
  };

  // The word before the caret, if it is being typed as a key or a value.
  const typed = () => /"([A-Za-z]*)$/.exec(text.value.slice(0, text.selectionStart));

  const suggest = () => {
    const word = typed();
    const fitting = word && word[1].length > 0 ? keys.filter((key) => key.toLowerCase().startsWith(word[1].toLowerCase()) && key !== word[1]).slice(0, 8) : [];
    suggestions.replaceChildren(
      ...fitting.map((key) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = key;
        button.addEventListener("click", () => complete(key));
        return button;
      }),
    );
  };

  const complete = (key) => {
    const word = typed();
    if (word) {
      const end = text.selectionStart;
      text.setRangeText(key + '"', end - word[1].length, text.value[end] === '"' ? end + 1 : end, "end");
      text.focus();
      suggestions.replaceChildren();
      schedule();
    }
  };

  const schedule = () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, 400);
  };

  const gather = (node, found) => {
    if (node && typeof node === "object") {
      Object.keys(node.properties ?? {}).forEach((key) => found.add(key));
      (Array.isArray(node.enum) ? node.enum : []).filter((value) => typeof value === "string").forEach((value) => found.add(value));
      Object.values(node).forEach((child) => gather(child, found));
    }
    return found;
  };

  fetch("/assets/sweep.schema.json").then((answer) => answer.json()).then((schema) => (keys = [...gather(schema, new Set())].sort()));
  text.addEventListener("input", () => {
    suggest();
    schedule();
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && !event.shiftKey && suggestions.firstChild) {
      event.preventDefault();
      complete(suggestions.firstChild.textContent);
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const answer = await send("sweeps");
      const said = await answer.json();
      if (answer.ok) {
        location.assign("/sweeps/" + encodeURIComponent(said.sweep));
      } else {
        list(verdict, "It was not submitted:", wordsOf(said), "verdict-bad");
      }
    } catch {
      list(verdict, "It was not submitted: the coordinator does not answer. Submitting it again submits it once.", [], "verdict-bad");
    }
  });
  check();
})();

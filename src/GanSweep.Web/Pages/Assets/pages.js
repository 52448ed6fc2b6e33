// A page stays as it is; what has changed on the coordinator is asked for once a second while the page is looked at, and put in its place.
"use strict";
(() => {
  const main = document.getElementById("main");
  const connection = document.getElementById("connection");
  const interval = 1000;
  const longest = 10000;
  let wait = interval;
  let asking = null;
  let timer = 0;

  const known = () => [...document.querySelectorAll("[data-part]")].map((part) => part.id + "=" + part.dataset.part).join(",");

  const say = (text) => {
    if (connection.textContent !== text) {
      connection.textContent = text;
    }
  };

  // What somebody types or chooses in is not taken away from under their hands.
  const isInUse = (part) => {
    const focused = document.activeElement;
    return part.contains(focused) && focused.matches("input:not([type=checkbox]), select, textarea");
  };

  const keyOf = (element) => element.id || element.getAttribute("href") || (element.name ? element.name + "=" + element.value : null);

  const replace = (part, change) => {
    const focused = part.contains(document.activeElement) ? keyOf(document.activeElement) : null;
    const scrolled = [...part.querySelectorAll(".scroll")].map((box) => [box.scrollLeft, box.scrollTop]);
    const open = [...part.querySelectorAll("details")].map((box) => box.open);
    const checked = new Map([...part.querySelectorAll("input[type=checkbox][name=run]")].map((box) => [box.value, box.checked]));
    part.innerHTML = change.html;
    part.dataset.part = change.hash;
    part.querySelectorAll(".scroll").forEach((box, index) => {
      if (scrolled[index]) {
        [box.scrollLeft, box.scrollTop] = scrolled[index];
      }
    });
    part.querySelectorAll("details").forEach((box, index) => {
      box.open = open[index] ?? box.open;
    });
    part.querySelectorAll("input[type=checkbox][name=run]").forEach((box) => {
      box.checked = checked.get(box.value) ?? box.checked;
    });
    if (focused !== null) {
      [...part.querySelectorAll("a, button, input, select, summary, [tabindex]")].find((element) => keyOf(element) === focused)?.focus({ preventScroll: true });
    }
  };

  const take = (answer, force) => {
    document.title = answer.title + " – GanSweep";
    const changed = new Map(answer.changed.map((change) => [change.id, change]));
    let before = null;
    for (const id of answer.order) {
      let part = document.getElementById(id);
      if (part === null) {
        part = document.createElement("div");
        part.id = id;
        part.dataset.part = "";
        before === null ? main.querySelector("h1").after(part) : before.after(part);
      }
      const change = changed.get(id);
      if (change && (force || !isInUse(part))) {
        replace(part, change);
      }
      before = part;
    }
    for (const part of document.querySelectorAll("[data-part]")) {
      if (!answer.order.includes(part.id)) {
        part.remove();
      }
    }
  };

  const ask = async (force) => {
    asking?.abort();
    const mine = (asking = new AbortController());
    const patience = setTimeout(() => mine.abort(), 30000);
    try {
      const answer = await fetch(location.href, { headers: { "X-Parts": known() }, signal: mine.signal, cache: "no-store" });
      if (answer.redirected || answer.status === 401 || answer.status === 403) {
        location.reload();
        return;
      }
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      take(await answer.json(), force);
      wait = interval;
      say("");
    } catch (failure) {
      if (asking !== mine) {
        return;
      }
      wait = Math.min(longest, wait * 1.5);
      say("The coordinator does not answer; trying again …");
    } finally {
      clearTimeout(patience);
      if (asking === mine) {
        asking = null;
        next();
      }
    }
  };

  const next = () => {
    clearTimeout(timer);
    if (main.dataset.live && !document.hidden) {
      timer = setTimeout(() => ask(false), wait);
    }
  };

  const go = (address) => {
    history.pushState(null, "", address);
    ask(true);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-swap]");
    if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(link.href);
    }
  });

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-swap]");
    if (form && !event.submitter?.dataset.leave) {
      event.preventDefault();
      const said = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
      go(location.pathname + "?" + said);
    }
  });

  // Brushing: a stroke along an axis chooses the runs that cross it there; a click shows all of them again. The form above it says the same.
  const brushing = (event) => {
    const box = event.target.closest("[data-brush]");
    const svg = event.target.closest("svg");
    if (!box || !svg || event.button !== 0) {
      return;
    }
    const view = svg.viewBox.baseVal;
    const bounds = svg.getBoundingClientRect();
    const scale = view.width / bounds.width;
    const across = (event.clientX - bounds.left) * scale;
    const axis = JSON.parse(box.dataset.brush).reduce((best, each) => (Math.abs(each.across - across) < Math.abs(best.across - across) ? each : best));
    if (Math.abs(axis.across - across) > 30) {
      return;
    }
    event.preventDefault();
    const shareAt = (moment) => Math.min(1, Math.max(0, (axis.bottom - (moment.clientY - bounds.top) * scale) / (axis.bottom - axis.top)));
    const start = shareAt(event);
    const mark = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "rect"));
    mark.setAttribute("class", "brush");
    mark.setAttribute("x", axis.across - 12);
    mark.setAttribute("width", 24);
    const draw = (moment) => {
      const [low, high] = [start, shareAt(moment)].sort((a, b) => a - b);
      mark.setAttribute("y", axis.bottom - high * (axis.bottom - axis.top));
      mark.setAttribute("height", Math.max(1, (high - low) * (axis.bottom - axis.top)));
      return [low, high];
    };
    draw(event);
    svg.setPointerCapture(event.pointerId);
    svg.onpointermove = draw;
    svg.onpointerup = svg.onpointercancel = (end) => {
      svg.onpointermove = svg.onpointerup = svg.onpointercancel = null;
      const [low, high] = draw(end);
      mark.remove();
      choose(axis, low, high);
    };
  };

  const choose = (axis, low, high) => {
    const said = new URLSearchParams(location.search);
    ["min.", "max.", "is."].forEach((kind) => said.delete(kind + axis.name));
    said.delete("page");
    if (high - low > 0.01) {
      if (axis.words) {
        const places = axis.words.length === 1 ? [0.5] : axis.words.map((_, index) => index / (axis.words.length - 1));
        axis.words.filter((_, index) => places[index] >= low - 0.04 && places[index] <= high + 0.04).forEach((word) => said.append("is." + axis.name, word));
      } else {
        const valueAt = (share) => (axis.isLogarithmic ? axis.low * (axis.high / axis.low) ** share : axis.low + (axis.high - axis.low) * share);
        if (low > 0) {
          said.set("min." + axis.name, valueAt(low).toPrecision(3));
        }
        if (high < 1) {
          said.set("max." + axis.name, valueAt(high).toPrecision(3));
        }
      }
    }
    go(location.pathname + "?" + said);
  };

  document.addEventListener("pointerdown", brushing);

  addEventListener("popstate", () => ask(true));
  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : ask(false)));
  addEventListener("online", () => ask(false));
  next();
})();

// Live pages: what others do shows by itself while a page is open. Without this script one reloads.
//
// The server says that there is a new version, and nothing of what it is. The page is then fetched again, and parts of
// it that changed take the place of the old ones; never one that somebody is in, or has typed in.

const beacon = document.querySelector("[data-live-source]");
const status = beacon?.querySelector("[data-live-status]");

// What every drawing of a form has anew says nothing of a change.
const isSame = (one, other) => {
  const [left, right] = [one, other].map((part) => {
    const copy = part.cloneNode(true);
    for (const field of copy.querySelectorAll("input[name=command]")) field.remove();
    return copy;
  });
  return left.isEqualNode(right);
};

const isTyped = (control) => {
  if (control instanceof HTMLSelectElement) {
    return [...control.options].some((option) => option.selected !== option.defaultSelected);
  }
  return ["checkbox", "radio"].includes(control.type)
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
};

const isInUse = (part) =>
  part.contains(document.activeElement) ||
  [...part.querySelectorAll("input, select, textarea")].some(isTyped);

const items = (part) => [...part.children].filter((child) => "live" in child.dataset);

// Puts `fresh` in the place of `old`; of a part in use only those of its own parts that nobody is in.
const renew = (old, fresh, changed) => {
  if (isSame(old, fresh)) return true;
  if (!isInUse(old)) {
    old.replaceWith(fresh);
    changed.push(fresh.dataset.live);
    return true;
  }
  const renewed = items(fresh).map((item) => {
    const there = items(old).find(({ id }) => id === item.id);
    if (there) return renew(there, item, changed);
    old.append(item);
    changed.push(item.dataset.live);
    return true;
  });
  return renewed.length > 0 && renewed.every(Boolean);
};

const follow = () => {
  let source = null;
  let shown = Number(beacon.dataset.liveVersion);
  let heard = shown;
  let isFetching = false;
  // Whether a part stayed behind because somebody is in it.
  let isBehind = false;

  // Where the page itself is, which is not where a form that came back was sent.
  const page = beacon.dataset.livePage;
  let waiting = 0;

  const stop = () => {
    clearTimeout(waiting);
    source?.close();
    source = null;
  };

  // Others may have been turned away at the same moment: they should not all come back at once.
  const listenLater = () => {
    stop();
    waiting = setTimeout(() => listen(), 20000 + Math.random() * 20000);
  };

  const show = (drawn) => {
    const changed = [];
    const parts = [...document.querySelectorAll("[data-live]")].filter(
      (part) => !part.parentElement.closest("[data-live]"),
    );
    const renewed = parts.map((part) => {
      const fresh = drawn.getElementById(part.id);
      return fresh === null || renew(part, fresh, changed);
    });
    isBehind = !renewed.every(Boolean);
    if (changed.length > 0) status.textContent = `${beacon.dataset.liveSaid} ${changed.join(", ")}`;
  };

  const update = async () => {
    if (isFetching) return;
    isFetching = true;
    try {
      const answer = await fetch(page, { cache: "no-store" });
      if (answer.status === 429 || answer.status >= 500) return listenLater();
      // Whoever has been signed out, or may see it no more, keeps what is there.
      if (!answer.ok || answer.redirected) return stop();
      const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
      const version = Number(drawn.querySelector("[data-live-source]")?.dataset.liveVersion);
      if (Number.isNaN(version)) return stop();
      shown = version;
      show(drawn);
    } catch {
      // The line is gone; when it is back, so is the version.
      heard = shown;
    } finally {
      isFetching = false;
    }
    if (source && heard > shown) update();
  };

  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource(beacon.dataset.liveSource);
    source.addEventListener("message", ({ data }) => {
      heard = Math.max(heard, Number(data));
      if (heard > shown) update();
    });
    // A browser comes back by itself when the line breaks, and not when it was turned away.
    source.addEventListener("error", () => {
      if (source?.readyState === EventSource.CLOSED) listenLater();
    });
  };

  // A page that nobody sees holds no line: a browser has few of them for one site.
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  addEventListener("focusout", () => setTimeout(() => isBehind && update(), 0));
  listen();
};

if (beacon) follow();

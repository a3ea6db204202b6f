// Progressive enhancement: everything here is a convenience; no page needs it.

const store = (() => {
  try {
    const probe = "koers.probe";
    localStorage.setItem(probe, "1");
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
})();

const person = document.body.dataset.person ?? "";
const prefix = "koers.draft.";

// Focus on what went wrong, except where it is only shown as an example.
const wrong = document.querySelector("[data-focus]:not(.sample *)");
wrong?.focus();

// Drafts: what somebody is writing stays in this browser until the server has said that it is recorded.

const drafts = () =>
  Object.keys(store ?? {})
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      try {
        return { key, draft: JSON.parse(store.getItem(key)) };
      } catch {
        return { key, draft: null };
      }
    });

const forget = (matches) => {
  for (const { key, draft } of drafts()) {
    if (draft === null || matches(draft)) store.removeItem(key);
  }
};

const days = 24 * 60 * 60 * 1000;
forget((draft) => Date.now() - draft.at > 30 * days);
const done = document.body.dataset.done;
if (done) forget((draft) => draft.fields.some(([name, value]) => name === "command" && value === done));
if ("signedOut" in document.body.dataset) forget(() => true);

const fields = (form) =>
  [...new FormData(form)].filter(([, value]) => typeof value === "string");

const written = (form) =>
  JSON.stringify(fields(form).filter(([name]) => name !== "command" && name !== "version"));

const fill = (form, values) => {
  const left = new Map();
  for (const [name, value] of values) left.set(name, [...(left.get(name) ?? []), value]);
  for (const control of form.elements) {
    if (!control.name || control.type === "submit") continue;
    const given = left.get(control.name) ?? [];
    if (control.type === "checkbox" || control.type === "radio") {
      control.checked = given.includes(control.value);
    } else if (given.length > 0) {
      control.value = given.shift();
    }
  }
  form.dispatchEvent(new Event("change"));
};

const offerDiscard = (form, discard) => {
  const notice = document.createElement("div");
  notice.className = "message message-info restored";
  notice.setAttribute("role", "status");
  const sentence = document.createElement("p");
  sentence.textContent = form.dataset.restored;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-secondary";
  button.textContent = form.dataset.discard;
  button.addEventListener("click", () => {
    discard();
    notice.remove();
    form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  });
  notice.append(sentence, button);
  form.before(notice);
};

// Fields that belong to one answer stay out of sight until it is given.
for (const part of document.querySelectorAll("form [data-when]")) {
  const form = part.closest("form");
  const show = () => {
    const given = new FormData(form).getAll(part.dataset.when);
    part.hidden = !part.dataset.values.split(" ").some((value) => given.includes(value));
  };
  form.addEventListener("change", show);
  show();
}

// Each file that is chosen gets a line to say what it shows, as long as nobody has said anything.
for (const chosen of document.querySelectorAll("input[type=file][multiple]")) {
  const shows = chosen.form?.elements.namedItem("shows");
  if (!shows) continue;
  chosen.addEventListener("change", () => {
    const saysSomething = shows.value.split("\n").some((line) => !/(^|:)\s*$/.test(line));
    if (!saysSomething) shows.value = [...chosen.files].map((file) => `${file.name}: `).join("\n");
  });
}

let leavesOnPurpose = false;

for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = `${prefix}${person}.${form.dataset.draft}`;
  const blank = fields(form);
  const start = written(form);
  const cameBack = wrong !== null;

  // A form that came back from the server already holds what was written.
  const draft = drafts().find((entry) => entry.key === key)?.draft;
  if (draft && !cameBack) {
    fill(form, draft.fields);
    if (written(form) !== start) {
      offerDiscard(form, () => {
        store.removeItem(key);
        fill(form, blank);
      });
    }
  }

  let timer;
  let isGivenUp = false;
  const keep = () => {
    clearTimeout(timer);
    if (written(form) === start && !cameBack) store?.removeItem(key);
    else store?.setItem(key, JSON.stringify({ at: Date.now(), fields: fields(form) }));
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 300);
  });
  form.addEventListener("submit", () => {
    leavesOnPurpose = true;
    keep();
  });
  addEventListener("pagehide", () => !isGivenUp && written(form) !== start && keep());
  form.querySelector("[data-cancel]")?.addEventListener("click", () => {
    isGivenUp = leavesOnPurpose = true;
    clearTimeout(timer);
    store?.removeItem(key);
  });

  addEventListener("beforeunload", (event) => {
    if (!leavesOnPurpose && !store && written(form) !== start) event.preventDefault();
  });
}

// One press is enough; the server would not mind a second, but the person might.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button:not([type=button])");
    setTimeout(() => button?.setAttribute("disabled", ""), 0);
  });
}
addEventListener("pageshow", (event) => {
  leavesOnPurpose = false;
  if (!event.persisted) return;
  for (const button of document.querySelectorAll("form[method=post] button[disabled]")) {
    button.removeAttribute("disabled");
  }
});

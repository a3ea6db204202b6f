// Passkeys: the browser's answer goes into a hidden field of the form that holds the question.
//
// Without this script, or in a browser that knows no passkeys, the button stays hidden and the page's
// own sentence about another way stays in sight.

const ceremonies = {
  create: (options) =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
    }),
  get: (options) =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
    }),
};

const knowsPasskeys =
  typeof PublicKeyCredential === "function" &&
  "parseCreationOptionsFromJSON" in PublicKeyCredential &&
  "parseRequestOptionsFromJSON" in PublicKeyCredential &&
  "toJSON" in PublicKeyCredential.prototype;

const prepare = (form) => {
  const ask = ceremonies[form.dataset.passkey];
  const button = form.querySelector("[data-passkey-button]");
  const message = form.querySelector("[data-passkey-message]");

  // A device that has a passkey of the account says InvalidStateError; NotAllowedError is all else,
  // since a site may not learn why somebody did not go on.
  const tell = (error) => {
    message.textContent =
      error.name === "InvalidStateError" ? form.dataset.known : form.dataset.failed;
    message.hidden = false;
    button.disabled = false;
    button.focus();
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    message.hidden = true;
    try {
      const credential = await ask(JSON.parse(form.dataset.options));
      form.elements.response.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch (error) {
      tell(error);
    }
  });

  // Who comes back to the page by the history may try again.
  addEventListener("pageshow", () => {
    button.disabled = false;
  });
  form.querySelector("[data-passkey-without]")?.remove();
  button.hidden = false;
};

if (knowsPasskeys) {
  for (const form of document.querySelectorAll("form[data-passkey]")) prepare(form);
}

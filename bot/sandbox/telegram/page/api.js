// The phones' HTTP face; every address is relative, so that the sandbox may be mounted anywhere.

const base = new URL("api/", document.baseURI);

async function ask(path, options = {}) {
  const response = await fetch(new URL(path, base), options);
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail || response.statusText);
  return body;
}

function send(method, path, body) {
  return ask(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

const of = (phone) => `phones/${encodeURIComponent(phone)}`;

export const messages = (phone, bot) => ask(`${of(phone)}/chats/${encodeURIComponent(bot)}/messages`);
export const act = (phone, what, body) => send("POST", `${of(phone)}/${what}`, body);
export const addPhone = (body) => send("POST", "phones", body);
export const rename = (phone, body) => send("PATCH", of(phone), body);
export const fileAddress = (id) => new URL(`files/${encodeURIComponent(id)}`, base).href;
export const events = () => new EventSource(new URL("events", base));

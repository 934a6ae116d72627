const { DEVELOPMENT_ORIGIN } = require("./shared.cjs");

/**
 * Where the add-in will be served from: the one setting of a deployment, environment variable QA_ORIGIN.
 * A path is allowed, `https://files.example.com/qa`. Excel loads add-ins over https only.
 */
function chosenOrigin(environment = process.env) {
  const setting = environment.QA_ORIGIN || DEVELOPMENT_ORIGIN;
  let url;
  try {
    url = new URL(setting);
  } catch {
    throw new Error(`QA_ORIGIN is "${setting}"; it must be an address such as https://files.example.com/qa`);
  }
  if (url.protocol !== "https:") throw new Error(`QA_ORIGIN is "${setting}"; Excel loads add-ins over https only`);
  if (url.search || url.hash || url.username) {
    throw new Error(`QA_ORIGIN is "${setting}"; it may hold a host, a port and a path, nothing else`);
  }
  return { origin: url.origin, base: url.href.replace(/\/+$/, "") };
}

/** Puts the chosen address in place of the development one; an AppDomain is an origin and never holds the path. */
function withOrigin(text, { origin, base }) {
  return text
    .replaceAll(`<AppDomain>${DEVELOPMENT_ORIGIN}</AppDomain>`, `<AppDomain>${origin}</AppDomain>`)
    .replaceAll(DEVELOPMENT_ORIGIN, base);
}

module.exports = { chosenOrigin, withOrigin };

const { DEVELOPMENT_ORIGIN } = require("./shared.cjs");

/**
 * The address that serves the add-in: the one setting of a deployment, environment variable QA_ORIGIN. A path is allowed,
 * `https://files.example.com/qa`. Excel loads add-ins over https only.
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

/** Replaces the development address by the chosen one. An AppDomain is an origin and never holds the path. */
function withOrigin(text, { origin, base }) {
  return text
    .replaceAll(`<AppDomain>${DEVELOPMENT_ORIGIN}</AppDomain>`, `<AppDomain>${origin}</AppDomain>`)
    .replaceAll(DEVELOPMENT_ORIGIN, base);
}

module.exports = { chosenOrigin, withOrigin };

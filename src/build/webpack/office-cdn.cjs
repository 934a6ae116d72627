/**
 * Where the page loads office.js from: the second setting of a deployment, environment variable QA_OFFICE. Excel in China, operated by
 * 21Vianet, has a network of its own, and Microsoft asks add-ins for it to load from there.
 */
const NETWORKS = {
  worldwide: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

function chosenOffice(environment = process.env) {
  const setting = environment.QA_OFFICE || "worldwide";
  if (!Object.hasOwn(NETWORKS, setting)) {
    throw new Error(`QA_OFFICE is "${setting}"; it must be ${Object.keys(NETWORKS).join(" or ")}`);
  }
  return NETWORKS[setting];
}

/** Names the network in a page made for the worldwide one: in its script and in its content security policy. */
const withOffice = (html, address) =>
  html
    .replaceAll(NETWORKS.worldwide, address)
    .replaceAll(`${new URL(NETWORKS.worldwide).origin};`, `${new URL(address).origin};`);

/** Changes the page on its way out, so that the source stays a page that opens by itself. */
class OfficePlugin {
  constructor(address, HtmlPlugin) {
    Object.assign(this, { address, HtmlPlugin });
  }

  apply(compiler) {
    compiler.hooks.compilation.tap("office", (compilation) => {
      this.HtmlPlugin.getHooks(compilation).beforeEmit.tap("office", (data) => ({
        ...data,
        html: withOffice(data.html, this.address),
      }));
    });
  }
}

module.exports = { OfficePlugin, chosenOffice, withOffice };

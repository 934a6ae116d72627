/**
 * The answers of a host that Excel needs, and the files by which common hosts learn of them. Excel on the web reads the functions' metadata from
 * a page of another origin, so they need a CORS header. Office keeps files by name for up to a day, so what keeps its name is asked about anew;
 * what lies in a folder by version never changes.
 */

/** The folder of a version. Earlier ones stay on the host, because pages that are open or cached still ask for them. */
const VERSIONS = "versions";

const FRESH = "no-cache";
const FOR_EVER = "public, max-age=31536000, immutable";
const ANY_ORIGIN = { "Access-Control-Allow-Origin": "*" };

/** `metadata` and `entries` are file names; a rule holds for exactly these, or for all below a folder. */
function headerRules({ metadata, entries }) {
  return [
    ...metadata.map((file) => ({ file, headers: { ...ANY_ORIGIN, "Cache-Control": FRESH } })),
    ...entries.map((file) => ({ file, headers: { "Cache-Control": FRESH } })),
    { folder: VERSIONS, headers: { "Cache-Control": FOR_EVER } },
  ];
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const lines = (...parts) => `${parts.flat(Infinity).join("\n")}\n`;
const fields = (headers) => Object.entries(headers);

/** The header files of common hosts by name. `path` is the add-in's place on the site, "/" or "/teams/qa/". */
function headerFiles(rules, path) {
  const pattern = ({ file, folder }) => `${path}${file ?? `${folder}/*`}`;
  const escaped = (file) => file.replaceAll(".", "\\.");
  return {
    // Netlify, Cloudflare Pages
    _headers: lines(
      rules.map((rule) => [pattern(rule), fields(rule.headers).map(([name, value]) => `  ${name}: ${value}`)]),
    ),
    "vercel.json": json({
      headers: rules.map((rule) => ({
        source: pattern(rule).replace(/\*$/, "(.*)"),
        headers: fields(rule.headers).map(([key, value]) => ({ key, value })),
      })),
    }),
    // Azure Static Web Apps
    "staticwebapp.config.json": json({
      routes: rules.map((rule) => ({ route: pattern(rule), headers: rule.headers })),
    }),
    // Apache
    ".htaccess": lines(
      "<IfModule mod_headers.c>",
      rules.map(({ file, folder, headers }) => [
        file ? `  <FilesMatch "^${escaped(file)}$">` : `  <If "%{REQUEST_URI} =~ m#/${folder}/#">`,
        fields(headers).map(([name, value]) => `    Header set ${name} "${value}"`),
        file ? "  </FilesMatch>" : "  </If>",
      ]),
      "</IfModule>",
    ),
    // IIS, Azure App Service on Windows
    "web.config": lines(
      '<?xml version="1.0" encoding="utf-8"?>',
      "<configuration>",
      "  <system.webServer>",
      "    <staticContent>",
      '      <remove fileExtension=".json" />',
      '      <mimeMap fileExtension=".json" mimeType="application/json" />',
      "    </staticContent>",
      "  </system.webServer>",
      rules.map(({ file, folder, headers }) => [
        `  <location path="${file ?? folder}">`,
        "    <system.webServer>",
        "      <httpProtocol>",
        "        <customHeaders>",
        fields(headers).map(([name, value]) => [
          `          <remove name="${name}" />`,
          `          <add name="${name}" value="${value}" />`,
        ]),
        "        </customHeaders>",
        "      </httpProtocol>",
        "    </system.webServer>",
        "  </location>",
      ]),
      "</configuration>",
    ),
    "nginx.headers.conf": lines(
      "# To be included in the server block, after its root.",
      rules.map((rule) => [
        `location ${rule.file ? "=" : "^~"} ${path}${rule.file ?? `${rule.folder}/`} {`,
        fields(rule.headers).map(([name, value]) => `  add_header ${name} "${value}" always;`),
        "}",
      ]),
    ),
    // aws s3api put-bucket-cors --bucket NAME --cors-configuration file://s3-cors.json
    "s3-cors.json": json({
      CORSRules: [
        { AllowedOrigins: ["*"], AllowedMethods: ["GET", "HEAD"], AllowedHeaders: ["*"], MaxAgeSeconds: 3600 },
      ],
    }),
  };
}

module.exports = { VERSIONS, headerFiles, headerRules };

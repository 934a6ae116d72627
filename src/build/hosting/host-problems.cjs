const { VERSIONS } = require("./headers.cjs");

/** Pages of Excel on the web. They lie on several hosts, so a header that names one of them is not enough. */
const EXCEL_ORIGINS = ["https://excel.officeapps.live.com", "https://euc-excel.officeapps.live.com"];
const A_DAY = 86_400;
const PATIENCE = 20_000;

const problem = (en, zh) => ({ en, "zh-CN": zh });

/**
 * What at the address keeps Excel from loading the add-in, each with what, why and how to mend, in both languages. A sound host has none. Throws
 * for an address that cannot be one of the add-in.
 */
async function hostProblems(address) {
  const base = baseOf(address);
  const isTrial = ["localhost", "127.0.0.1", "[::1]"].includes(base.hostname);
  if (base.protocol !== "https:" && !isTrial) {
    return [
      problem(
        `${base.href} is not https; Excel loads add-ins over https only.`,
        `${base.href} 不是 https；Excel 只通过 https 加载插件。`,
      ),
    ];
  }
  const manifest = await get(base, "manifest.xml");
  if (manifest.problems.length > 0) return manifest.problems;
  const { places, elsewhere } = placesIn(manifest.text, base, isTrial);
  if (elsewhere) return [elsewhere];
  const release = await get(base, "release.json");
  if (release.problems.length > 0) return release.problems;
  const { version, files } = JSON.parse(release.text);
  const page = await get(base, "taskpane.html");
  const others = [...new Set([...files, ...places])].filter((file) => !places.metadata.includes(file));
  return [
    ...versionProblems(manifest.text, version),
    ...(await inTurn(places.metadata, (file) => metadataProblems(base, file))),
    ...page.problems,
    ...frameProblems(page),
    ...(await inTurn(others, async (file) => {
      const answer = await get(base, file);
      return answer.problems.length > 0
        ? answer.problems
        : [...typeProblems(answer, file), ...cacheProblems(answer, file)];
    })),
  ];
}

function baseOf(address) {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new Error(
      `"${address ?? ""}" is no address of an add-in, such as https://scorecard.example.com / 不是插件的地址，应如 https://scorecard.example.com`,
    );
  }
  const url = new URL(address);
  return new URL(`${url.origin}${url.pathname.replace(/(?:\/[^/]*\.[a-z]+)?\/*$/, "")}/`);
}

async function inTurn(files, ask) {
  const found = [];
  for (const file of files) found.push(...(await ask(file)));
  return found;
}

/** An answer with its text. Its problems are those that leave nothing to look at. */
async function get(base, file, headers = {}) {
  const url = new URL(file, base).href;
  try {
    const response = await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
    const text = await response.text();
    const header = (name) => response.headers.get(name) ?? "";
    return {
      url,
      text,
      header,
      problems: response.status === 200 ? [] : [statusProblem(url, response.status, header("location"))],
    };
  } catch (failure) {
    const reason = failure.cause?.code ?? failure.name;
    return {
      url,
      text: "",
      header: () => "",
      problems: [problem(`${url} does not answer (${reason}).`, `${url} 没有响应（${reason}）。`)],
    };
  }
}

function statusProblem(url, status, location) {
  if (location) {
    return problem(
      `${url} leads on to ${location}. Excel has no session there: serve the file itself, without a login.`,
      `${url} 跳转到 ${location}。Excel 在那里没有登录状态：请直接提供该文件，不要求登录。`,
    );
  }
  return problem(
    `${url} answers ${status}. Upload everything in dist/addin, and delete nothing of earlier versions.`,
    `${url} 返回 ${status}。请上传 dist/addin 中的全部文件，并且不要删除以前的版本。`,
  );
}

/** Files that the manifest names, `metadata` among them. A server on this machine is a trial of a build for another address. */
function placesIn(manifest, base, isTrial) {
  const start = /<SourceLocation DefaultValue="([^"]*)taskpane\.html"/.exec(manifest)?.[1];
  if (start === undefined || (start !== base.href && !isTrial)) {
    const elsewhere = problem(
      `manifest.xml is for ${start ?? "no address"}, not for ${base.href}. Build with QA_ORIGIN=${base.href.replace(/\/$/, "")} and upload again.`,
      `manifest.xml 指向 ${start ?? "未知地址"}，而不是 ${base.href}。请以 QA_ORIGIN=${base.href.replace(/\/$/, "")} 重新构建并上传。`,
    );
    return { elsewhere };
  }
  const all = [...manifest.matchAll(/Value="(https?:[^"]+)"/g)].flatMap(([, value]) =>
    value.startsWith(start) ? [value.slice(start.length)] : [],
  );
  const places = [...new Set(all)];
  places.metadata = places.filter((place) => place.endsWith(".json"));
  return { places };
}

function versionProblems(manifest, version) {
  const stated = /<Version>([^<]*)<\/Version>/.exec(manifest)?.[1] ?? "";
  if (stated === `${version.replace(/-.*/, "")}.0`) return [];
  return [
    problem(
      `manifest.xml has version ${stated}, the files ${version}. Upload all files of one build.`,
      `manifest.xml 的版本是 ${stated}，其他文件是 ${version}。请上传同一次构建的全部文件。`,
    ),
  ];
}

/** Excel on the web reads the metadata from its own pages. Without the header the functions are not there, and nothing says why. */
async function metadataProblems(base, file) {
  const found = [];
  for (const origin of EXCEL_ORIGINS) {
    const answer = await get(base, file, { Origin: origin });
    if (answer.problems.length > 0) return answer.problems;
    const allowed = answer.header("access-control-allow-origin");
    if (allowed !== "*" && allowed !== origin) {
      return [
        problem(
          `${answer.url} answers a page of ${origin} ${allowed ? `with Access-Control-Allow-Origin: ${allowed}` : "without Access-Control-Allow-Origin"}. Excel on the web then shows #NAME? for every function. Have the host send Access-Control-Allow-Origin: * for this file; dist/addin holds header files for common hosts.`,
          `${answer.url} 对 ${origin} 的页面${allowed ? `返回 Access-Control-Allow-Origin: ${allowed}` : "没有返回 Access-Control-Allow-Origin"}。网页版 Excel 中所有函数都会显示 #NAME?。请让主机对该文件返回 Access-Control-Allow-Origin: *；dist/addin 中有常见主机的配置文件。`,
        ),
      ];
    }
    if (origin === EXCEL_ORIGINS[0]) found.push(...contentProblems(answer), ...cacheProblems(answer, file));
  }
  return found;
}

function contentProblems({ url, text }) {
  try {
    if (JSON.parse(text).functions.length > 0) return [];
  } catch {
    // Said below: a page instead of the file is the usual reason.
  }
  return [
    problem(
      `${url} holds no functions. The host may answer with a page of its own; serve the file as it was built.`,
      `${url} 中没有函数。主机可能返回了自己的页面；请原样提供构建出的文件。`,
    ),
  ];
}

/** Excel on the web shows the pane in a frame. */
function frameProblems({ url, header }) {
  const options = header("x-frame-options");
  const ancestors = /frame-ancestors ([^;]+)/.exec(header("content-security-policy"))?.[1] ?? "*";
  const refusing = options ? `X-Frame-Options: ${options}` : `frame-ancestors ${ancestors}`;
  if (!options && /(?:^|\s)(?:\*|https:|\S*officeapps\.live\.com)(?:\s|$)/.test(ancestors)) return [];
  return [
    problem(
      `${url} is sent with ${refusing}. Excel on the web shows the pane in a frame and is refused. Remove the header for the add-in.`,
      `${url} 带有 ${refusing}。网页版 Excel 在框架中显示任务窗格，因而被拒绝。请对插件去掉该响应头。`,
    ),
  ];
}

/** A host that answers every address with its start page hides that a file is missing. */
function typeProblems({ url, header }, file) {
  const type = header("content-type");
  const isScript = /\b(?:java|ecma)script\b/.test(type);
  if (!file.endsWith(".js") || isScript || !(type.startsWith("text/html") || header("x-content-type-options")))
    return [];
  return [
    problem(
      `${url} is sent as ${type || "no type"}, not as text/javascript, and does not run. Upload the file, or mend the host's types.`,
      `${url} 的类型是 ${type || "空"}，不是 text/javascript，无法运行。请上传该文件，或更正主机的类型设置。`,
    ),
  ];
}

/** What keeps its name must not be kept for long, or a mended version does not arrive. */
function cacheProblems({ url, header }, file) {
  const cache = header("cache-control");
  const age = Number(/max-age=(\d+)/.exec(cache)?.[1] ?? 0);
  if (file.startsWith(`${VERSIONS}/`) || file.startsWith("assets/") || (age <= A_DAY && !cache.includes("immutable")))
    return [];
  return [
    problem(
      `${url} is sent with Cache-Control: ${cache}. It keeps its name, so an update would not arrive: send no-cache.`,
      `${url} 带有 Cache-Control: ${cache}。该文件名称不变，更新将无法送达：请返回 no-cache。`,
    ),
  ];
}

module.exports = { hostProblems };

/** The style sheet of the reference: system fonts, light and dark, readable on paper. */
export const STYLE = `/* Made by "npm run gen". Do not edit. */
:root {
  color-scheme: light dark;
  --ink: #1f2328;
  --soft: #59636e;
  --paper: #ffffff;
  --band: #f3f6f8;
  --line: #d5dbe1;
  --link: #0b6a4f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e9ec;
    --soft: #a6afb8;
    --paper: #1b1e21;
    --band: #262b30;
    --line: #3a424a;
    --link: #6fd3ae;
  }
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 16px/1.6 system-ui, "Segoe UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif;
}
header {
  display: flex;
  flex-wrap: wrap;
  gap: 8px 24px;
  justify-content: space-between;
  padding: 12px 24px;
  background: var(--band);
  border-bottom: 1px solid var(--line);
}
nav {
  display: flex;
  gap: 16px;
}
main {
  max-width: 64rem;
  padding: 8px 24px 48px;
}
a {
  color: var(--link);
}
h1 {
  font-size: 1.7rem;
  line-height: 1.25;
  margin: 24px 0 8px;
}
h2 {
  font-size: 1.15rem;
  margin: 32px 0 8px;
}
.lead {
  font-size: 1.1rem;
  margin-top: 0;
}
code {
  font: 0.9em/1.5 ui-monospace, Consolas, "Cascadia Mono", monospace;
  background: var(--band);
  padding: 1px 4px;
  border-radius: 4px;
  overflow-wrap: anywhere;
}
pre {
  background: var(--band);
  padding: 12px;
  border-radius: 6px;
  overflow-x: auto;
}
pre code {
  padding: 0;
  overflow-wrap: normal;
}
em {
  color: var(--soft);
}
.table {
  overflow-x: auto;
}
table {
  border-collapse: collapse;
  min-width: 50%;
}
th,
td {
  border: 1px solid var(--line);
  padding: 6px 10px;
  text-align: left;
  vertical-align: top;
}
th {
  white-space: nowrap;
  background: var(--band);
  font-weight: 600;
}
.found {
  outline: 2px solid #c4314b;
  outline-offset: -2px;
}
caption {
  text-align: left;
  padding: 4px 0;
  color: var(--soft);
}
dt {
  font-weight: 600;
}
dd {
  margin: 0 0 8px;
}
@media print {
  header {
    display: none;
  }
}
`;

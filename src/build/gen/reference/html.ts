/** Text that is already HTML. A template escapes everything else. */
export class Html {
  constructor(readonly text: string) {}
}

export type Content = Html | string | number | readonly Content[] | undefined;

/** @example html`<p>${"a < b"}</p>`.text // "<p>a &lt; b</p>" */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(parts.map((part, i) => part + render(values[i])).join(""));
}

function render(content: Content): string {
  if (content === undefined) return "";
  if (content instanceof Html) return content.text;
  if (Array.isArray(content)) return content.map(render).join("");
  return String(content).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function table(headers: readonly Content[], rows: readonly (readonly Content[])[]): Html {
  return html`<div class="table">
    <table>
      <thead>
        <tr>
          ${headers.map((header) => html`<th scope="col">${header}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

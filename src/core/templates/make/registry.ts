import { foldName } from "../../cell/cell";
import { LOCALES } from "../../text/locale";
import { TEMPLATES } from "../index";
import { both, type Template } from "../template";

/** All templates in the order of their numbers. */
export const ALL_TEMPLATES: readonly Template[] = [...TEMPLATES].sort((a, b) => numberOf(a) - numberOf(b));

function numberOf({ number }: Template): number {
  return Number(number.slice(1));
}

/** Finds a template by its id, its number or its name in either language. Case, width and spaces do not matter. */
export function findTemplate(text: string): Template | undefined {
  const wanted = foldName(text);
  return ALL_TEMPLATES.find(({ id, number, name }) =>
    [id, number, ...LOCALES.map((locale) => both(name)[locale])].some((known) => foldName(known) === wanted),
  );
}

import type { Locale } from "../../core/text/locale";

/** Paths of the reference. They hold from the root of the project and from the root of the add-in's site. */
export const REFERENCE_FOLDER = "assets/reference";

export const indexPage = (locale: Locale): string => `${REFERENCE_FOLDER}/${locale}/index.html`;

export const methodPage = ({ id }: { readonly id: string }, locale: Locale): string =>
  `${REFERENCE_FOLDER}/${locale}/methods/${id}.html`;

export const checkPage = ({ id }: { readonly id: string }, locale: Locale): string =>
  `${REFERENCE_FOLDER}/${locale}/checks/${id}.html`;

export const functionPage = ({ id }: { readonly id: string }, locale: Locale): string =>
  `${REFERENCE_FOLDER}/${locale}/functions/${id.toLowerCase()}.html`;

export const templatePage = ({ id }: { readonly id: string }, locale: Locale): string =>
  `${REFERENCE_FOLDER}/${locale}/templates/${id}.html`;

export const commandPage = ({ id }: { readonly id: string }, locale: Locale): string =>
  `${REFERENCE_FOLDER}/${locale}/commands/${id}.html`;

export const STYLE_SHEET = `${REFERENCE_FOLDER}/reference.css`;

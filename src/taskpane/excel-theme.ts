/** What of Office's context says how Excel looks. Older versions tell colours alone, and Excel on the web tells nothing. */
interface ThemeContext {
  readonly platform?: unknown;
  readonly officeTheme?: { readonly isDarkTheme?: boolean; readonly bodyBackgroundColor?: string };
}

/** The web's own dark mode is told once it is told at all. Till then a dark system does not make Excel's page dark. */
const WEB = "OfficeOnline";

/** Whether Excel is dark. Undefined where Excel does not tell and follows the system. */
export function isExcelDark({ platform, officeTheme }: ThemeContext): boolean | undefined {
  const told = officeTheme?.isDarkTheme ?? isDarkColour(officeTheme?.bodyBackgroundColor);
  return told ?? (platform === WEB ? false : undefined);
}

/** By the weights of the eye for red, green and blue. */
function isDarkColour(colour: string | undefined): boolean | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(colour ?? "")?.[1];
  if (digits === undefined) return undefined;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as [number, number, number];
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

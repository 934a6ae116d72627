/** Colours of written sheets. Each pair has a contrast of at least 4.5 : 1, on screen and in print. */
export const COLORS = {
  header: { fill: "#1F3864", font: "#FFFFFF" },
  subtotal: { fill: "#E8EEF7", font: "#1F3864" },
  total: { fill: "#D6E2F3", font: "#1F3864" },
  muted: "#595959",
  pending: { fill: "#FFF2CC", font: "#7F5200" },
  failed: { fill: "#F8D7DA", font: "#8B1A1A" },
} as const;

/** Grades from the best to the worst: green over yellow to red. */
const GRADE_COLORS = [
  { fill: "#C6E8CF", font: "#0B5D1E" },
  { fill: "#DDF1D8", font: "#2B5D14" },
  { fill: "#FFF6CC", font: "#6B5200" },
  { fill: "#FDE3C8", font: "#7A3E00" },
  { fill: "#F8D0D0", font: "#8B1A1A" },
] as const;

/** Colour of a grade by its position among all grades, 0 being the best. */
export function gradeColor(position: number, count: number): { readonly fill: string; readonly font: string } {
  const index = count <= 1 ? 0 : Math.round((position / (count - 1)) * (GRADE_COLORS.length - 1));
  return GRADE_COLORS[index]!;
}

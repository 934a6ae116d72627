import { showTotal } from "../../../../core/text/format";
import { useLocale } from "../../../state/use-session";

/** A change with its sign. A change that rounds to nothing shows as 0. */
export function Signed({
  value,
  decimals,
}: {
  readonly value: number | undefined;
  readonly decimals: number;
}): React.JSX.Element {
  const locale = useLocale();
  if (value === undefined || Number.isNaN(value)) return <>–</>;
  const shown = showTotal(Math.abs(value), decimals, locale);
  const sign = shown === showTotal(0, decimals, locale) ? "" : value > 0 ? "+" : "-";
  return <>{sign + shown}</>;
}

import type { Locale } from "../../core/text/locale";
import type { WorkbookHost } from "../../workbook/host";
import type { PaneUseCases } from "./answers";
import type { TemplateUseCases } from "./late";

export interface SessionOptions {
  readonly port: WorkbookHost;
  /** The use cases, or their loader. With all checks they are larger than the pane, which shows before they load. */
  readonly usecases: PaneUseCases | (() => Promise<PaneUseCases>);
  readonly templates: () => Promise<TemplateUseCases>;
  /** The language until the person's own choice is found in the workbook. */
  readonly locale: Locale;
  /** Whether the pane is in sight. A hidden pane reads nothing again. */
  readonly inSight?: () => boolean;
}

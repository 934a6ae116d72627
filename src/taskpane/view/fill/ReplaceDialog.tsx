import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { FILL_TEXT } from "../../text/fill";
import { useText } from "../../state/use-session";

interface Props {
  readonly open: boolean;
  readonly sheet: string;
  readonly onReplace: () => void;
  readonly onKeep: () => void;
}

/** Nothing that stands on a sheet is replaced without being asked; the harmless answer comes first. */
export function ReplaceDialog({ open, sheet, onReplace, onKeep }: Props): React.JSX.Element {
  const text = useText(FILL_TEXT);
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && onKeep()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text.confirmTitle(sheet)}</DialogTitle>
          <DialogContent>{text.confirmBody}</DialogContent>
          <DialogActions>
            <Button onClick={onKeep}>{text.keep}</Button>
            <Button appearance="primary" onClick={onReplace}>
              {text.replace}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

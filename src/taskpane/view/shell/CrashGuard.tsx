import { Component } from "react";
import type { ReactNode } from "react";
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { SHELL_TEXT } from "../../text/shell";
import { useText } from "../../state/use-session";
import { Detail } from "./Detail";

interface Props {
  readonly children: ReactNode;
}

/** Reports a rendering error of ours instead of showing an empty pane. */
export class CrashGuard extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <Crash error={error} onRestart={() => this.setState({ error: undefined })} />;
  }
}

function Crash({ error, onRestart }: { readonly error: unknown; readonly onRestart: () => void }): React.JSX.Element {
  const text = useText(SHELL_TEXT);
  return (
    <main role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {text.crashed}
          <Detail text={error instanceof Error ? (error.stack ?? error.message) : String(error)} />
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={onRestart}>{text.startAgain}</Button>
        </MessageBarActions>
      </MessageBar>
    </main>
  );
}

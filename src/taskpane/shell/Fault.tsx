import { Component, type ReactNode } from "react";
import { NOTICE } from "../../core/wording/pane";
import { UNEXPECTED } from "../../session/session";

interface Props {
  readonly children: ReactNode;
}

/** What stands in the pane where drawing it failed: without this, React would leave it empty. */
export class Fault extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    // Plain elements only: what failed may be Fluent itself.
    return (
      <main>
        <p role="alert">
          {NOTICE.failed}
          <br />
          {UNEXPECTED} {error.message}
        </p>
      </main>
    );
  }
}

import { Component } from 'react';
import { Failure } from '../parts/states.tsx';

/** Keeps the frame when a page cannot be shown: a mistake of ours, or a file of an older build that the server has no more. */
export class Boundary extends Component<{ children: React.ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return <Failure error={new Error('This page cannot be shown. Load it again; if that does not help, the server may have been changed since.')} again={() => location.reload()} />;
  }
}

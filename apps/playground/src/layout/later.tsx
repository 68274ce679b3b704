// A component whose code is loaded when it is first shown, so that the page opens without it.
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export function later(load: () => Promise<FunctionComponent>): FunctionComponent {
  let loaded: FunctionComponent | null = null;
  return function Later(): ComponentChildren {
    const [, show] = useState(false);
    useEffect(() => {
      if (loaded !== null) return;
      void load().then((component) => {
        loaded = component;
        show(true);
      });
    }, []);
    if (loaded === null) return <p class="quiet loading">Loading…</p>;
    const Component = loaded;
    return <Component />;
  };
}

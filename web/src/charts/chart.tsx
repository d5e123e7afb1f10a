import { useEffect, useRef } from 'react';

/** A chart that is drawn as wide as its place, and again when that changes. label says in words what it shows. */
export function Chart({ label, draw }: { label: string; draw: (width: number) => Element }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const at = place.current;
    if (!at) return;
    const paint = () => {
      const drawn = draw(Math.max(240, Math.floor(at.clientWidth)));
      drawn.setAttribute('aria-hidden', 'true');
      at.replaceChildren(drawn);
    };
    const watch = new ResizeObserver(paint);
    watch.observe(at);
    return () => watch.disconnect();
  }, [draw]);
  return <figure className="chart" role="img" aria-label={label} ref={place} />;
}

import { lazy, Suspense } from 'react';
import type { DaySliderProps } from './day-slider-control.tsx';

const Control = lazy(async () => ({ default: (await import('./day-slider-control.tsx')).DaySliderControl }));

/** The slider through time. It is loaded after the page that it stands on, in a place that is kept for it. */
export function DaySlider(props: DaySliderProps) {
  return (
    <div className="slider-place noprint">
      <Suspense fallback={null}>
        <Control {...props} />
      </Suspense>
    </div>
  );
}

import { useState } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useAsk } from '../api/query.ts';
import { useParams } from '../app/address.ts';
import { DaysKnownDocument, type DaysFragment } from '../gql/graphql.ts';
import { dayWords, monthsBetween } from './day.tsx';

export interface DaySliderProps {
  param: 'knownAt' | 'asOf';
  label: string;
  days?: DaysFragment; // where the page has asked for them already
}

/** Takes the page back to what was known, or had happened, by the end of a month; the right end is now. The months are those from the graph's first dated statement to its last. */
export function DaySliderControl({ param, label, days }: DaySliderProps) {
  const { get, change } = useParams();
  const asked = useAsk(DaysKnownDocument, {}, { enabled: days === undefined });
  const data = days ?? asked.data;
  const months = monthsBetween(data?.first?.nodes[0]?.date, data?.last?.nodes[0]?.date);
  const given = get(param);
  const at = given ? Math.max(0, months.filter((m) => m <= given).length - 1) : months.length;
  const [dragged, drag] = useState<number>();
  const shown = dragged ?? at;
  if (months.length < 2) return null;
  return (
    <Slider
      className="day-slider noprint"
      minValue={0}
      maxValue={months.length}
      value={shown}
      onChange={(v) => drag(v as number)}
      onChangeEnd={(v) => {
        drag(undefined);
        change({ [param]: months[v as number] ?? '' });
      }}
    >
      <Label className="small soft">{label}</Label>
      <SliderOutput className="small">{months[shown] ? dayWords(months[shown]) : 'now'}</SliderOutput>
      <SliderTrack className="track">
        <SliderThumb className="thumb" aria-label={label} />
      </SliderTrack>
    </Slider>
  );
}

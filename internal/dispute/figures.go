package dispute

import (
	"fmt"
	"math"
	"strings"
	"time"

	"sayso/internal/kg"
)

func figures(d kg.Dispute, a, b kg.Position) (kg.Dispute, bool) {
	if a.Quantity == nil || b.Quantity == nil || !sameUnit(a, b) || apart(a, b) || agree(*a.Quantity, *b.Quantity) {
		return d, false
	}
	if has("periods", a.Predicate) && a.OccurredOn != "" && b.OccurredOn != "" &&
		len(a.OccurredOn.Day()) != len(b.OccurredOn.Day()) {
		return d, false // of a year and of its last month
	}
	if !oneTime(a, b) || series(a, b) {
		return d, false
	}
	d.Kind, d.Reason = kg.Figures, fmt.Sprintf(
		"%s against %s %s for the same time",
		a.Quantity,
		b.Quantity,
		b.Quantity.Unit,
	)
	return d, true
}

// oneTime reports whether two figures are of one time: both give it, or they were said within a few days of each other.
// Where one has lost its day, or when it was said, the other's day stands in.
func oneTime(a, b kg.Position) bool {
	if a.OccurredOn != "" && b.OccurredOn != "" {
		return true
	}
	said := func(p kg.Position) kg.Date {
		if p.FirstOn == "" {
			return p.OccurredOn
		}
		return p.FirstOn
	}
	return near(said(a), said(b)) || onDay(a.OccurredOn, b.FirstOn) || onDay(b.OccurredOn, a.FirstOn)
}

// onDay reports whether something that gives no day was said so soon after a day that it may be about it.
func onDay(day, said kg.Date) bool {
	x, okX := day.Time()
	y, okY := said.Time()
	return len(day) == len("2022-08-17") && okX && okY && y.Sub(x) >= -24*time.Hour && y.Sub(x) <= lateTime
}

// series reports whether the higher of two figures of one loss was said long after the lower: a count that went on.
func series(a, b kg.Position) bool {
	low, high := a, b
	if low.Quantity.Value > high.Quantity.Value {
		low, high = high, low
	}
	last, okLast := low.LastOn.Time()
	first, okFirst := high.FirstOn.Time()
	return okLast && okFirst && first.Sub(last) >= seriesTime
}

func sameUnit(a, b kg.Position) bool {
	what := func(p kg.Position) string {
		unit := p.Quantity.Unit
		if unit == "" {
			unit = p.ObjectText
		}
		return oneTroops(strings.ToLower(unit))
	}
	return what(a) == what(b)
}

// oneTroops gives one word for all words for troops.
func oneTroops(unit string) string {
	if troops[unit] {
		return "troops"
	}
	return unit
}

// agree reports whether two figures can both be right, for their bounds and within the tolerance.
func agree(a, b kg.Quantity) bool {
	tolerance := figureTolerance
	if a.Bound == kg.About || b.Bound == kg.About {
		tolerance = roundTolerance
	}
	if math.Abs(a.Value-b.Value) <= tolerance*max(math.Abs(a.Value), math.Abs(b.Value)) {
		return true
	}
	low, high := a, b
	if low.Value > high.Value {
		low, high = high, low
	}
	openAbove := low.Bound == kg.AtLeast || low.Bound == kg.MoreThan
	openBelow := high.Bound == kg.AtMost || high.Bound == kg.LessThan
	return openAbove || openBelow
}

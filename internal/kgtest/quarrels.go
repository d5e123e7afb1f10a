package kgtest

import "sayso/internal/kg"

// Quarrels is a set of records in which speakers tell events in their own way, with others that only look like it.
func Quarrels() []kg.Record {
	few := func(n float64, unit string) *kg.Quantity { return &kg.Quantity{Value: n, Unit: unit} }
	return []kg.Record{
		Record("Nordia said that Sudia lost 800 soldiers at Ebbing.", "losses", "2021-03-01",
			Said{Speaker: "Nordia", Sentence: "Sudia lost 800 soldiers at Ebbing", Subject: "Sudia", Predicate: "LOST", Names: []string{"Ebbing"}, Quantity: few(800, "soldiers")}),
		Record("Sudia lost nobody at Ebbing, Sudia said.", "no losses", "2021-03-02",
			Said{Speaker: "Sudia", Sentence: "Sudia lost nobody at Ebbing", Subject: "Sudia", Predicate: "LOST", Names: []string{"Ebbing"}, Negated: true}),
		Record("Nobody was killed in Flutten on Monday, Nordia said.", "none", "2021-03-02",
			Said{Speaker: "Nordia", Sentence: "Nobody was killed in Flutten on Monday", Predicate: "KILLED", Names: []string{"Flutten"}, Negated: true}),
		Record("Three people were killed in Flutten on Monday, Sudia said.", "three", "2021-03-03",
			Said{Speaker: "Sudia", Sentence: "Three people were killed in Flutten on Monday", Predicate: "KILLED", ObjectText: "Three people", Names: []string{"Flutten"}, Quantity: few(3, "people")}),
		Record("Four people were killed in Grensel on Monday, Sudia said.", "elsewhere", "2021-03-03",
			Said{Speaker: "Sudia", Sentence: "Four people were killed in Grensel on Monday", Predicate: "KILLED", ObjectText: "Four people", Names: []string{"Grensel"}, Quantity: few(4, "people")}),
		Record("Nordia shelled the prison in Hollen, Sudia said.", "prison", "2021-03-04",
			Said{Speaker: "Sudia", Sentence: "Nordia shelled the prison in Hollen", Subject: "Nordia", Predicate: "ATTACKED", ObjectText: "prison", Names: []string{"Hollen"}}),
		Record("Sudia shelled the prison in Hollen, Nordia said.", "prison too", "2021-03-04",
			Said{Speaker: "Nordia", Sentence: "Sudia shelled the prison in Hollen", Subject: "Sudia", Predicate: "ATTACKED", ObjectText: "prison", Names: []string{"Hollen"}}),
		Record("Nordia did not shell the old prison in Hollen, Nordia said.", "not the prison", "2021-03-05",
			Said{Speaker: "Nordia", Sentence: "Nordia did not shell the old prison in Hollen", Subject: "Nordia", Predicate: "ATTACKED", ObjectText: "old prison", Names: []string{"Hollen"}, Negated: true}),
		Record("Nordia blamed Sudia for the broken bridge.", "blame", "2021-03-06",
			Said{Sentence: "Nordia blamed Sudia for the broken bridge", Subject: "Nordia", Predicate: "BLAMED", Object: "Sudia"}),
		Record("Sudia blamed Nordia for the bridge.", "blame back", "2021-03-07",
			Said{Sentence: "Sudia blamed Nordia for the bridge", Subject: "Sudia", Predicate: "BLAMED", Object: "Nordia"}),
		Record("Westia claimed responsibility for the burned ferry in Innach.", "claimed", "2021-03-08",
			Said{Sentence: "Westia claimed responsibility for the burned ferry in Innach", Subject: "Westia", Predicate: "CLAIMED_RESPONSIBILITY", ObjectText: "burned ferry", Names: []string{"Innach"}}),
		Record("Nordia met with Ostia on Sunday.", "met", "2021-03-09",
			Said{Sentence: "Nordia met with Ostia on Sunday", Subject: "Nordia", Predicate: "MET_WITH", Object: "Ostia"}),
		Record("Ostia has not met with Nordia, Ostia said.", "not met", "2021-03-10",
			Said{Speaker: "Ostia", Sentence: "Ostia has not met with Nordia", Subject: "Ostia", Predicate: "MET_WITH", Object: "Nordia", Negated: true}),
		Record("Westia denied responsibility for the ferry in Innach.", "denied", "2021-03-10",
			Said{Sentence: "Westia denied responsibility for the ferry in Innach", Subject: "Westia", Predicate: "DENIED", ObjectText: "responsibility", Names: []string{"Innach"}}),
	}
}

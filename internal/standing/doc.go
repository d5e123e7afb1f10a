// Package standing answers questions anew whenever the graph changes and tells what is new, withdrawn, disputed or
// settled: by an Atom feed, a webhook or mail. It asks by GraphQL like any client. What was told, and how far each
// channel is, is kept by a kg.StandingKeeper in the transaction that makes a telling, so that nothing is told twice and
// nothing is lost. It may not know the store.
package standing

// Package kg holds the nouns of Sayso and their rules: entities, articles, statements, claims, predicates, their ids
// and errors, and the interfaces a store must meet. It may not know GraphQL, Cypher, HTTP or the clock.
//
// The layers, from the outside in:
//
//   - An [Article] is one retrieved text, kept whole and never changed.
//   - A [Statement] is one attributed utterance in one article, or what the article says in its own voice. It is
//     anchored by a [Quote] whose words stand at its offsets; [Record.Check] refuses anything else.
//   - A [Claim] is the proposition: subject, predicate, object, polarity. All statements that make the same claim
//     share it.
//   - An [Entity] is an actor: a person, an organization or a place.
//
// A [Reading] is what a reader of text found, by names; a [Record] is the same with ids, ready for a [Writer].
// All offsets are Unicode code points into Article.Text, 0-based and end-exclusive.
package kg
